import type { CaseRef } from '../engine/plan.ts'
import { replayUsual, type UsualCase } from '../engine/usual.ts'
import { analysis } from './analysis.ts'

export interface UsualDrawsRequest {
  /** Of one scenario. */
  readonly cases: readonly [CaseRef, ...CaseRef[]]
  /** Counted from 0. */
  readonly trials: readonly number[]
}

/**
 * What some trials would have come to with one of their draws as usual, draw by draw: trial by trial,
 * in the order of the cases. Yields between trials.
 */
export const usualDraws = analysis({
  needs: ({ cases }: UsualDrawsRequest) => ({ cases, outcomes: [], inputs: [], reruns: true }),
  *steps({ cases, trials }, { rerun }): Generator<number, UsualCase[][]> {
    if (!rerun) throw new Error('futures cannot be run again without their draws')
    const { model, plan, cache } = rerun
    const found: UsualCase[][] = []
    for (const trial of trials) {
      found.push(replayUsual(model, plan, trial, cases, cache))
      yield found.length / trials.length
    }
    return found
  },
})
