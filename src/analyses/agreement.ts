import type { CaseRef } from '../engine/plan.ts'
import { maskOf, measuresNamed, type Selection } from '../engine/selection.ts'
import { analysis, needsOf } from './analysis.ts'

/** How many futures agree with figures that came in. */
export interface Agreement {
  readonly trials: number
  /** With all figures at once. */
  readonly count: number
  /** By figure: with this one, and with all the others. */
  readonly figures: readonly { readonly alone: number; readonly without: number }[]
}

export interface AgreementRequest {
  readonly case: CaseRef
  readonly figures: readonly Selection[]
}

/** How many futures agree with some figures, and how many each of them excludes. */
export const agreement = analysis({
  needs({ case: one, figures }: AgreementRequest, model) {
    return needsOf([one], [], measuresNamed(model, { kind: 'and', parts: figures }))
  },
  *steps({ figures }, { model, cases }): Generator<number, Agreement> {
    const [one] = cases
    const { trials } = one
    const misses = new Uint32Array(trials)
    const masks: Uint8Array[] = []
    for (const figure of figures) {
      const mask = maskOf(model, figure, one)
      for (let trial = 0; trial < trials; trial++) misses[trial] += 1 - mask[trial]
      masks.push(mask)
      yield masks.length / figures.length
    }
    const counted = (holds: (trial: number) => boolean) => {
      let count = 0
      for (let trial = 0; trial < trials; trial++) if (holds(trial)) count++
      return count
    }
    return {
      trials,
      count: counted((trial) => misses[trial] === 0),
      figures: masks.map((mask) => ({
        alone: counted((trial) => mask[trial] === 1),
        without: counted((trial) => misses[trial] === 1 - mask[trial]),
      })),
    }
  },
})
