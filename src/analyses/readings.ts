import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { chosenOf } from '../engine/statistics/mean.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface ReadingsRequest {
  readonly case: RunCase
  readonly outcome: string
  readonly selection: Selection
  /** Shares of futures below, 0 to 1. */
  readonly quantiles: readonly number[]
  readonly targets: readonly { readonly at: number; readonly side: 'atLeast' | 'atMost' }[]
}

/** A figure read off a distribution and its Monte Carlo error; null where one future alone counts. */
export interface Reading {
  readonly value: number
  readonly error: number | null
}

export interface Readings {
  /** In the order asked. */
  readonly quantiles: readonly Reading[]
  /** Chances to reach the targets, in the order asked. */
  readonly chances: readonly Reading[]
  readonly futures: Futures
}

/** What is read off the distribution of an outcome: quantiles, and chances to reach targets. */
export const readings: Analysis<ReadingsRequest, Readings> = {
  id: 'readings',
  needs: ({ case: one, outcome, selection }, model) =>
    needsOfCases([one], outcome, selection, model),
  *steps({ case: one, outcome, selection, quantiles, targets }, given) {
    const { replicate } = given
    const { mask, futures } = given.selected(selection, [one])
    const values = given.outcome(one, outcome)
    const sorted = chosenOf(values, mask).slice().sort()
    yield 0.5
    return {
      quantiles: quantiles.map((p) => ({
        value: quantileOf(sorted, p),
        error: standardErrorOfQuantile(values, sorted, p, replicate, mask),
      })),
      chances: targets.map(({ at, side }) => {
        const holds = (value: number) => (side === 'atLeast' ? value >= at : value <= at)
        return {
          value: sorted.filter(holds).length / sorted.length,
          error: standardErrorOfShare((i) => holds(values[i]), values.length, replicate, mask),
        }
      }),
      futures,
    }
  },
}
