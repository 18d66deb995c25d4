import type { Replicate } from '../engine/sampling/index.ts'
import { meanOf } from '../engine/statistics/moments.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { rankingOf } from '../engine/statistics/ranking.ts'
import { standardErrorOf, standardErrorOfShare } from '../engine/statistics/standard-error.ts'

/** A figure and one standard error of it; null where fewer than two futures tell. */
export interface Known {
  readonly value: number
  readonly error: number | null
}

/** Futures whose x lies close together, and what y is in them. */
export interface ScatterBin {
  /** The lowest, the middle and the highest x among them. */
  readonly from: number
  readonly middle: number
  readonly to: number
  readonly count: number
  readonly p10: Known
  readonly p50: Known
  readonly p90: Known
  readonly mean: Known
}

/** At most so many values of x each have a bin of their own. */
export const FEW_VALUES = 12
const MOST_BINS = 20

/**
 * Futures cut by x into parts of about equal count, a value never across two: 4 of 256 futures, 20 of
 * 6,400 and more; or a part a value where there are at most twelve. Yields between parts.
 *
 * @param x by trial
 * @param y by trial
 * @param mask 1 where a trial counts; all do without it
 * @returns lowest x first; empty where no trial counts
 */
export function* binsOf(
  x: Float64Array,
  y: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): Generator<number, ScatterBin[]> {
  const order = mask ? rankingOf(x).filter((trial) => mask[trial] === 1) : rankingOf(x)
  const ends = endsOf(x, order)
  const bins: ScatterBin[] = []
  let start = 0
  for (const end of ends) {
    bins.push(binOf(x, y, order.subarray(start, end), replicate))
    start = end
    yield bins.length / ends.length
  }
  return bins
}

/** Where each part ends among the trials in the order of x. */
function endsOf(x: Float64Array, order: Int32Array): number[] {
  const runs: number[] = []
  for (let at = 1; at <= order.length; at++) {
    if (at === order.length || x[order[at]] !== x[order[at - 1]]) runs.push(at)
  }
  if (runs.length <= FEW_VALUES) return runs
  const parts = Math.max(1, Math.min(MOST_BINS, Math.floor(Math.sqrt(order.length) / 4)))
  const size = order.length / parts
  const ends: number[] = []
  let next = size
  for (const end of runs) {
    if (end < next && end < order.length) continue
    ends.push(end)
    while (next <= end) next += size
  }
  return ends
}

function binOf(
  x: Float64Array,
  y: Float64Array,
  trials: Int32Array,
  replicate: Replicate,
): ScatterBin {
  const mask = new Uint8Array(y.length)
  for (const trial of trials) mask[trial] = 1
  const sorted = new Float64Array(trials.length)
  for (let i = 0; i < trials.length; i++) sorted[i] = y[trials[i]]
  sorted.sort()
  const quantile = (p: number): Known => ({
    value: quantileOf(sorted, p),
    error: quantileError(y, sorted, p, replicate, mask),
  })
  const mean = meanOf(sorted)
  const residuals = new Float64Array(y.length)
  for (let i = 0; i < trials.length; i++) residuals[trials[i]] = y[trials[i]] - mean
  return {
    from: x[trials[0]],
    middle: x[trials[Math.floor((trials.length - 1) / 2)]],
    to: x[trials[trials.length - 1]],
    count: trials.length,
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
    mean: {
      value: mean,
      error: trials.length < 2 ? null : standardErrorOf(residuals, replicate, trials.length),
    },
  }
}

/**
 * Standard error of a quantile of few futures: a quarter of the distance between the quantiles two
 * errors of the share below on either side. One error on either side, as elsewhere, is so few
 * futures here that intervals of 95% hold in 87 of 100.
 */
function quantileError(
  values: Float64Array,
  sorted: Float64Array,
  p: number,
  replicate: Replicate,
  mask: Uint8Array,
): number | null {
  const at = quantileOf(sorted, p)
  const error = standardErrorOfShare((trial) => values[trial] <= at, values.length, replicate, mask)
  if (error === null) return null
  const reach = 2 * Math.max(error, 0.5 / sorted.length)
  const high = quantileOf(sorted, Math.min(1, p + reach))
  const low = quantileOf(sorted, Math.max(0, p - reach))
  return (high - low) / 4
}
