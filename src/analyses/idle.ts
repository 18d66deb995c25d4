import { idleInputs, type TrialRange } from '../engine/idle.ts'
import type { CaseRef } from '../engine/plan.ts'
import { analysis } from './analysis.ts'

export interface IdleRequest {
  /** Of one scenario. */
  readonly cases: readonly [CaseRef, ...CaseRef[]]
  /** Assumptions in question. */
  readonly ids: readonly string[]
  readonly range: TrialRange
}

/** Which assumptions change nothing in any of some futures, in none of the cases. */
export const idle = analysis({
  needs: ({ cases }: IdleRequest) => ({ cases, outcomes: [], inputs: [], reruns: true }),
  *steps({ ids, range }, { rerun }): Generator<number, string[]> {
    if (!rerun) throw new Error('futures cannot be run again without their draws')
    const { model, plan, cache } = rerun
    return yield* idleInputs(model, plan, 0, ids, range, cache)
  },
})
