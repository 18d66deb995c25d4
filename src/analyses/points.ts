import type { CaseRef } from '../engine/plan.ts'
import { CLOSES, maskOf, measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { analysis, needsOf } from './analysis.ts'
import { type Estimate, meanWithError } from './estimates.ts'

/** What is asked of every point. */
export interface PointsAsk {
  readonly outcome: string
  /** Futures that means are taken over. */
  readonly means: Selection
  /** Futures that the chance of a miss and the worst tenth count. */
  readonly counted: Selection
  /** What is to be reached, and from which side. */
  readonly target: number
  readonly side: 'atLeast' | 'atMost'
  /** Further outcomes whose means are taken over the futures counted; none where it is left out. */
  readonly alongside?: readonly string[]
}

export interface PointsRequest extends PointsAsk {
  readonly cases: readonly CaseRef[]
}

/** One setting of the levers in figures. */
export interface PointFigures {
  /** Null where no future counts. */
  readonly mean: Estimate | null
  /** Share of the futures counted that miss the target; null where none counts. */
  readonly misses: Estimate | null
  /** What one future in ten of those counted does worse than; null where none counts. */
  readonly worstTenth: Estimate | null
  /** Share of all futures in which the deal closes. */
  readonly closes: Estimate
  /** Means of the further outcomes, in their order; null where no future counts. */
  readonly alongside: readonly Estimate[] | null
}

/** What settings of the levers are worth and risk, each with its error. In the order of the cases. */
export const points = analysis({
  needs({ cases, outcome, means, counted, alongside = [] }: PointsRequest, model) {
    const named = [means, counted, CLOSES].map((one) => measuresNamed(model, one))
    return needsOf(cases, [outcome, ...alongside], {
      outcomes: named.flatMap(({ outcomes }) => outcomes),
      inputs: [...new Set(named.flatMap(({ inputs }) => inputs))],
    })
  },
  *steps(
    { outcome, means, counted, target, side, alongside = [] }: PointsRequest,
    { model, replicate, cases },
  ): Generator<number, PointFigures[]> {
    const found: PointFigures[] = []
    for (const one of cases) {
      const values = one.outcome(outcome)
      const over = selectedOf(model, means, one)
      const tail = selectedOf(model, counted, one)
      const closing = maskOf(model, CLOSES, one)
      const isMiss = (trial: number) =>
        side === 'atLeast' ? values[trial] < target : values[trial] > target
      found.push({
        mean: over.isEmpty ? null : meanWithError(values, replicate, over.mask),
        misses: tail.isEmpty ? null : share(isMiss, values.length, replicate, tail.mask),
        worstTenth: tail.isEmpty ? null : tenth(values, side, replicate, tail.mask),
        closes: share((trial) => closing[trial] === 1, values.length, replicate, null),
        alongside: tail.isEmpty
          ? null
          : alongside.map((id) => meanWithError(one.outcome(id), replicate, tail.mask)),
      })
      yield found.length / cases.length
    }
    return found
  },
})

function share(
  holds: (trial: number) => boolean,
  trials: number,
  replicate: Replicate,
  mask: Uint8Array | null,
): Estimate {
  let counts = 0
  let met = 0
  for (let trial = 0; trial < trials; trial++) {
    if (mask && mask[trial] !== 1) continue
    counts++
    if (holds(trial)) met++
  }
  const error = standardErrorOfShare(holds, trials, replicate, mask ?? undefined)
  return { value: counts === 0 ? 0 : met / counts, error }
}

function tenth(
  values: Float64Array,
  side: PointsAsk['side'],
  replicate: Replicate,
  mask: Uint8Array | null,
): Estimate {
  const sorted = (mask ? values.filter((_, trial) => mask[trial] === 1) : values.slice()).sort()
  const p = side === 'atMost' ? 0.9 : 0.1
  const error = standardErrorOfQuantile(values, sorted, p, replicate, mask ?? undefined)
  return { value: quantileOf(sorted, p), error }
}
