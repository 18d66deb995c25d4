import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
import type { CaseRef } from '../engine/plan.ts'
import { analysis, needsOf } from './analysis.ts'
import type { Estimate } from './estimates.ts'

export interface ReadingsRequest {
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  readonly selection: Selection
  /** Shares of futures below, 0 to 1. */
  readonly quantiles: readonly number[]
  readonly targets: readonly Target[]
}

export interface Target {
  readonly at: number
  readonly side: 'atLeast' | 'atMost'
}

/** What is read off one distribution, with errors. */
export interface Readings {
  /** In the order asked. */
  readonly quantiles: readonly Estimate[]
  /** Chances to reach the targets, in the order asked. */
  readonly chances: readonly Estimate[]
}

/** Quantiles of an outcome in several cases, and chances to reach targets. Yields between cases. */
export const readings = analysis({
  needs: ({ cases, outcome, selection }: ReadingsRequest, model) =>
    needsOf(cases, [outcome], measuresNamed(model, selection)),
  *steps(
    { outcome, selection, quantiles, targets },
    { model, replicate, cases },
  ): Generator<number, Readings[]> {
    const found: Readings[] = []
    for (const one of cases) {
      const { mask } = selectedOf(model, selection, one)
      const values = one.outcome(outcome)
      const sorted = (mask ? values.filter((_, trial) => mask[trial] === 1) : values.slice()).sort()
      found.push({
        quantiles: quantiles.map((p) => ({
          value: quantileOf(sorted, p),
          error: standardErrorOfQuantile(values, sorted, p, replicate, mask ?? undefined),
        })),
        chances: targets.map((target) => {
          const reaches = (trial: number) => isReached(target, values[trial])
          return {
            value: sorted.filter((value) => isReached(target, value)).length / sorted.length,
            error: standardErrorOfShare(reaches, values.length, replicate, mask ?? undefined),
          }
        }),
      })
      yield found.length / cases.length
    }
    return found
  },
})

export function isReached({ at, side }: Target, value: number): boolean {
  return side === 'atLeast' ? value >= at : value <= at
}
