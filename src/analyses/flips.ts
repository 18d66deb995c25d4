import type { CaseRef } from '../engine/plan.ts'
import { ranking } from '../engine/statistics/ranking.ts'
import { analysis } from './analysis.ts'
import {
  bestSide,
  type Bins,
  binsOf,
  crossing,
  crossingError,
  FEWEST,
  isCertain,
  isOfEvent,
  pooled,
  type Side,
  spanOf,
} from './side-bins.ts'

/** Where another strategy would be the better choice, if one assumption were known. */
export interface Flip {
  /** Of the assumption. */
  readonly id: string
  /** The other strategy. */
  readonly other: string
  /** Whether it is better below the value or above it; of an event, where it does not happen or does. */
  readonly side: 'below' | 'above'
  readonly isEvent: boolean
  /** The value, and its standard error: by leaving out a tenth of the trials at a time. */
  readonly at: number
  readonly error: number
  /** Between which the assumption lies in 8 of 10 trials. */
  readonly span: readonly [number, number]
  /** Share of trials on that side. */
  readonly share: number
  /** By how much the other one is ahead there on average, and its standard error. */
  readonly ahead: { readonly value: number; readonly error: number }
}

export interface FlipsRequest {
  /** The strategy that is best on average, then the others. */
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  /** −1 where lower is better. */
  readonly sign: 1 | -1
  /** Assumptions that are looked at, by id. */
  readonly inputs: readonly string[]
}

interface Found {
  readonly id: string
  readonly values: Float64Array
  /** Trials, lowest values first. */
  readonly order: Int32Array
  readonly bins: Bins
  readonly side: Side
}

/**
 * The assumption whose value, if it were known, would most gain by taking another strategy than the
 * best on average, and from which value on: the rule "below (or above) it take the other" that gains
 * most. Yields between assumptions.
 *
 * @param top by trial, larger is better
 * @param others by trial
 * @param inputs assumptions by trial
 * @returns null where no rule gains beyond its error
 */
export function* flipOf(
  top: Float64Array,
  others: readonly Float64Array[],
  inputs: Iterable<{ readonly id: string; readonly values: Float64Array }>,
): Generator<void, (Omit<Flip, 'other'> & { readonly other: number }) | null> {
  const trials = top.length
  if (trials < FEWEST || others.length === 0) return null
  const ahead = others.map((other) => other.map((value, trial) => value - top[trial]))
  let best: Found | null = null
  for (const { id, values } of inputs) {
    const order = ranking(values)
    if (values[order[0]] < values[order[trials - 1]]) {
      const bins = binsOf(values, order, ahead)
      const side = bestSide(bins)
      if (side && side.gain > (best?.side.gain ?? 0) && isCertain(bins, side)) {
        best = { id, values, order, bins, side }
      }
    }
    yield
  }
  if (!best) return null
  const { id, values, order, bins, side } = best
  const isEvent = isOfEvent(bins)
  const { mean, error, share } = pooled(bins, side)
  return {
    id,
    other: side.other,
    side: side.fromTop ? 'above' : 'below',
    isEvent,
    at: crossing(bins, side),
    error: isEvent ? 0 : crossingError(values, order, ahead, side),
    span: spanOf(values, order),
    share,
    ahead: { value: mean, error },
  }
}

/** The belief that would flip the choice, and from which value on. */
export const flips = analysis({
  needs: ({ cases, outcome, inputs }: FlipsRequest) => ({ cases, outcomes: [outcome], inputs }),
  *steps({ outcome, cases: refs, sign, inputs: ids }, { cases }): Generator<void, Flip | null> {
    const [top, ...others] = cases.map((one) => {
      const values = one.outcome(outcome)
      return sign === 1 ? values : values.map((value) => -value)
    })
    const inputs = ids.map((id) => ({ id, values: cases[0].input(id) }))
    const found = yield* flipOf(top, others, inputs)
    return found && { ...found, other: refs[found.other + 1].strategy }
  },
})
