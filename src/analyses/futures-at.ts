import type { CaseRef } from '../engine/plan.ts'
import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { analysis, needsOf } from './analysis.ts'

export interface FuturesAtRequest {
  readonly case: CaseRef
  readonly outcome: string
  readonly selection: Selection
  /** Shares of the futures counted that are below, 0 to 1. */
  readonly quantiles?: readonly number[]
  readonly values?: readonly number[]
  /** Trials whose place among the futures counted is asked for. */
  readonly trials?: readonly number[]
}

/** One future and what the outcome is in it. */
export interface FutureAt {
  /** Counted from 0. */
  readonly trial: number
  readonly value: number
}

/** Where a future stands among those counted, which are in the order of value and then of number. */
export interface FuturePlace extends FutureAt {
  /** Whether it is one of those counted. */
  readonly isCounted: boolean
  /** Others counted that are lower, and those of the same value. */
  readonly lower: number
  readonly equal: number
  /** The next ones counted below and above it; null at the ends. */
  readonly previous: FutureAt | null
  readonly next: FutureAt | null
}

/** Which futures stand at some places of a distribution. */
export interface FuturesAt {
  /** Futures counted. */
  readonly count: number
  /** In the orders asked. */
  readonly quantiles: readonly FutureAt[]
  readonly values: readonly FutureAt[]
  readonly places: readonly FuturePlace[]
}

/**
 * The futures that stand for quantiles and values of an outcome: of those counted the one that is
 * nearest, of several as near the one of the lowest value, of equal values that of the lowest number;
 * and the places of some futures among the others.
 *
 * @throws where a trial is none of the results
 */
export const futuresAt = analysis({
  needs: ({ case: ref, outcome, selection }: FuturesAtRequest, model) =>
    needsOf([ref], [outcome], measuresNamed(model, selection)),
  *steps(
    { outcome, selection, quantiles = [], values: asked = [], trials = [] },
    { model, cases: [one] },
  ): Generator<void, FuturesAt> {
    const values = one.outcome(outcome)
    const { mask } = selectedOf(model, selection, one)
    const counted = Int32Array.from(values.keys()).filter((trial) => !mask || mask[trial] === 1)
    const order = counted.sort((a, b) => values[a] - values[b] || a - b)
    yield
    const sorted = Float64Array.from(order, (trial) => values[trial])
    const nearest = (value: number): FutureAt => {
      const above = lowerBound(sorted, value)
      const below = above > 0 ? lowerBound(sorted, sorted[above - 1]) : 0
      const isBelow =
        above === sorted.length || value - sorted[below] <= sorted[above] - value || above === below
      const trial = order[isBelow ? below : above]
      return { trial, value: values[trial] }
    }
    return {
      count: order.length,
      quantiles: quantiles.map((p) => nearest(quantileOf(sorted, p))),
      values: asked.map(nearest),
      places: trials.map((trial) => placeOf(trial, values, order, sorted)),
    }
  },
})

function placeOf(
  trial: number,
  values: Float64Array,
  order: Int32Array,
  sorted: Float64Array,
): FuturePlace {
  if (!Number.isInteger(trial) || trial < 0 || trial >= values.length) {
    throw new Error(
      `a future is a whole number from 0 to ${values.length - 1}, the trials of these results; got ${trial}`,
    )
  }
  const value = values[trial]
  const lower = lowerBound(sorted, value)
  let after = lower
  while (after < order.length && sorted[after] === value && order[after] < trial) after++
  const isCounted = order[after] === trial
  let end = after
  while (end < order.length && sorted[end] === value) end++
  const at = (place: number): FutureAt | null =>
    place < 0 || place >= order.length ? null : { trial: order[place], value: sorted[place] }
  return {
    trial,
    value,
    isCounted,
    lower,
    equal: end - lower - (isCounted ? 1 : 0),
    previous: at(after - 1),
    next: at(isCounted ? after + 1 : after),
  }
}

/** The first place whose value is at least so much. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
