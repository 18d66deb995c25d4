import { ranking } from '../engine/statistics/ranking.ts'
import {
  bestSide,
  binsOf,
  CERTAIN,
  crossing,
  crossingError,
  FEWEST,
  isCertain,
  isOfEvent,
  oppositeOf,
  pooled,
  spanOf,
} from './side-bins.ts'

/** Where the sign of a mean difference turns, if one assumption were known. */
export interface Turn {
  /** Who is ahead on the side: the first where 1, the second where −1; the other one is elsewhere. */
  readonly ahead: 1 | -1
  /** Whether the side is below the value or above it; of an event, where it does not happen or does. */
  readonly side: 'below' | 'above'
  readonly isEvent: boolean
  /** The value, and its standard error: by leaving out a tenth of the trials at a time. */
  readonly at: number
  readonly error: number
  /** Between which the assumption lies in 8 of 10 trials. */
  readonly span: readonly [number, number]
  /** Share of trials on that side. */
  readonly share: number
  /** The mean difference on that side and on the other, and their standard errors. */
  readonly there: { readonly value: number; readonly error: number }
  readonly elsewhere: { readonly value: number; readonly error: number }
}

/**
 * On which side of which value of an assumption the case that is behind on average is ahead: the side
 * on which it gains most, if it is surely ahead there and surely behind elsewhere.
 *
 * @param difference by trial: the first case less the second
 * @param values the assumption by trial
 * @returns null where it turns nowhere for certain
 */
export function turnOf(difference: Float64Array, values: Float64Array): Turn | null {
  const trials = difference.length
  if (trials < FEWEST) return null
  const order = ranking(values)
  if (!(values[order[0]] < values[order[trials - 1]])) return null
  const ahead = difference.reduce((sum, one) => sum + one, 0) > 0 ? -1 : 1
  const gains = [difference.map((one) => ahead * one)]
  const bins = binsOf(values, order, gains)
  const side = bestSide(bins)
  if (!side || !isCertain(bins, side)) return null
  const there = pooled(bins, side)
  const elsewhere = pooled(bins, oppositeOf(bins, side))
  if (!(elsewhere.mean < -CERTAIN * elsewhere.error)) return null
  const isEvent = isOfEvent(bins)
  return {
    ahead,
    side: side.fromTop ? 'above' : 'below',
    isEvent,
    at: crossing(bins, side),
    error: isEvent ? 0 : crossingError(values, order, gains, side),
    span: spanOf(values, order),
    share: there.share,
    there: { value: ahead * there.mean, error: there.error },
    elsewhere: { value: ahead * elsewhere.mean, error: elsewhere.error },
  }
}
