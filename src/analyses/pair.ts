import type { Replicate } from '../engine/sampling/design.ts'
import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { chosenOf, differenceOf, meanWithError } from '../engine/statistics/mean.ts'
import { varianceOf } from '../engine/statistics/moments.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { shape, type Shape } from '../engine/statistics/shape.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface PairRequest {
  readonly a: RunCase
  readonly b: RunCase
  readonly outcome: string
  /** Where it names no case, futures count that do in one of the two. */
  readonly selection: Selection
}

/** One case less another, future by future. */
export interface PairedDifference {
  /** Futures that count. */
  readonly trials: number
  readonly mean: number
  /** Of the mean difference: what the two share cancels out. Null for one future. */
  readonly standardError: number | null
  readonly standardDeviation: number | null
  /** Shares of futures in which the first is above, below, and exactly equal. */
  readonly wins: number
  readonly losses: number
  readonly ties: number
  readonly p5: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
}

export interface Pair {
  readonly difference: PairedDifference
  readonly shape: Shape
  /** Standard errors of figures of the difference. */
  readonly errors: Readonly<
    Record<'wins' | 'losses' | 'ties' | 'p10' | 'p50' | 'p90', number | null>
  >
  readonly futures: Futures
}

/** The difference of two cases, future by future (a less b). */
export const pair: Analysis<PairRequest, Pair> = {
  id: 'pair',
  needs: ({ a, b, outcome, selection }, model) => needsOfCases([a, b], outcome, selection, model),
  *steps({ a, b, outcome, selection }, given) {
    const { mask, futures } = given.selected(selection, [a, b])
    const [first, second] = [given.outcome(a, outcome), given.outcome(b, outcome)]
    yield 0
    const difference = pairedDifference(first, second, given.replicate, mask)
    yield 0.3
    const values = differenceOf(first, second)
    const drawn = shape(values, mask)
    yield 0.6
    return {
      difference,
      shape: drawn,
      errors: errorsOf(values, drawn.sorted, given.replicate, mask),
      futures,
    }
  },
}

function errorsOf(
  values: Float64Array,
  sorted: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): Pair['errors'] {
  const share = (holds: (value: number) => boolean) =>
    standardErrorOfShare((trial) => holds(values[trial]), values.length, replicate, mask)
  const quantile = (p: number) => standardErrorOfQuantile(values, sorted, p, replicate, mask)
  return {
    wins: share((value) => value > 0),
    losses: share((value) => value < 0),
    ties: share((value) => value === 0),
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
  }
}

/**
 * Compares two cases on the same futures.
 *
 * @param a by trial
 * @param b by trial, of the same plan
 * @param replicate which trials are one independent repetition of the design
 * @param mask 1 where a trial counts; all do without it
 * @throws where the columns differ in length or no trial counts
 */
export function pairedDifference(
  a: Float64Array,
  b: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): PairedDifference {
  const all = differenceOf(a, b)
  const found = meanWithError(all, replicate, mask)
  if (!found) throw new Error('no future meets the condition, so there is nothing to compare')
  const { count: trials, mean, standardError } = found
  const chosen = chosenOf(all, mask)
  const sorted = chosen.slice().sort()
  const share = (holds: (value: number) => boolean) => chosen.filter(holds).length / trials
  return {
    trials,
    mean,
    standardError,
    standardDeviation: trials < 2 ? null : Math.sqrt(varianceOf(chosen, mean)),
    wins: share((value) => value > 0),
    losses: share((value) => value < 0),
    ties: share((value) => value === 0),
    p5: quantileOf(sorted, 0.05),
    p10: quantileOf(sorted, 0.1),
    p50: quantileOf(sorted, 0.5),
    p90: quantileOf(sorted, 0.9),
    p95: quantileOf(sorted, 0.95),
  }
}
