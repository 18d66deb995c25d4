import type { Replicate } from '../sampling/design.ts'
import { meanOf, varianceOf } from '../statistics/moments.ts'
import { quantileOf } from '../statistics/quantile.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'

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
  if (a.length !== b.length) {
    throw new Error(
      `two cases can be paired on the same trials only, got ${a.length} and ${b.length}`,
    )
  }
  const all = a.map((value, trial) => value - b[trial])
  const chosen = mask ? all.filter((_, trial) => mask[trial] === 1) : all
  const trials = chosen.length
  if (trials === 0) throw new Error('no future meets the condition, so there is nothing to compare')
  const mean = meanOf(chosen)
  const residuals = all.map((value, trial) => (mask && mask[trial] !== 1 ? 0 : value - mean))
  const sorted = chosen.slice().sort()
  return {
    trials,
    mean,
    standardError: trials < 2 ? null : standardErrorOf(residuals, replicate, trials),
    standardDeviation: trials < 2 ? null : Math.sqrt(varianceOf(chosen, mean)),
    wins: chosen.filter((value) => value > 0).length / trials,
    losses: chosen.filter((value) => value < 0).length / trials,
    ties: chosen.filter((value) => value === 0).length / trials,
    p5: quantileOf(sorted, 0.05),
    p10: quantileOf(sorted, 0.1),
    p50: quantileOf(sorted, 0.5),
    p90: quantileOf(sorted, 0.9),
    p95: quantileOf(sorted, 0.95),
  }
}
