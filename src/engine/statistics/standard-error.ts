import type { Replicate } from '../sampling/design.ts'
import { varianceOf } from './moments.ts'
import { quantileOf } from './quantile.ts'

/** Fewer replicates than this say too little of their own spread; trials are then taken as independent. */
const FEWEST_REPLICATES = 8

/**
 * Standard error of the mean of numbers drawn under a design.
 *
 * Replicates are independent of each other whatever the design does within them, so the spread of
 * their sums is what counts. A last replicate that was cut short is left out of the spread and
 * not out of the mean. With fewer than eight whole replicates, or fewer than two trials in each
 * that takes turns, trials are taken as independent, which overstates the error of a stratified
 * design.
 *
 * @param deviations each trial's number less the mean (or a residual whose mean is 0)
 * @param replicate which trials are one independent repetition of the design
 * @param weight what the sum is divided by: the number of trials, or of those that count
 * @returns null where there are fewer than two trials
 */
export function standardErrorOf(
  deviations: ArrayLike<number>,
  replicate: Replicate,
  weight = deviations.length,
): number | null {
  const trials = deviations.length
  if (trials < 2 || weight <= 0) return null
  const { sums, covered } = replicateSums(deviations, replicate)
  let mean = 0
  for (const sum of sums) mean += sum / sums.length
  const perTrial = (varianceOf(sums, mean) * sums.length) / covered
  return Math.sqrt(perTrial * trials) / weight
}

/**
 * How many independent repetitions of a design the error of so many trials is known from: whole
 * replicates, or trials where those are too few; see `standardErrorOf`.
 */
export function repetitionsOf(trials: number, replicate: Replicate): number {
  if (typeof replicate === 'object') {
    return trials < 2 * replicate.interleaved ? trials : replicate.interleaved
  }
  const whole = Math.floor(trials / replicate)
  return whole >= FEWEST_REPLICATES ? whole : trials
}

/** The sum of each whole replicate, and how many trials they cover. */
function replicateSums(
  values: ArrayLike<number>,
  replicate: Replicate,
): { readonly sums: Float64Array; readonly covered: number } {
  const trials = values.length
  const count = repetitionsOf(trials, replicate)
  const sums = new Float64Array(count)
  if (typeof replicate === 'object') {
    for (let i = 0; i < trials; i++) sums[i % count] += values[i]
    return { sums, covered: trials }
  }
  const size = count === trials ? 1 : replicate
  for (let group = 0; group < sums.length; group++) {
    let sum = 0
    for (let i = group * size; i < (group + 1) * size; i++) sum += values[i]
    sums[group] = sum
  }
  return { sums, covered: sums.length * size }
}

/**
 * Standard error of the share of trials for which something holds.
 *
 * @param mask 1 where a trial counts; all do without it
 * @returns null where fewer than two trials count
 */
export function standardErrorOfShare(
  holds: (trial: number) => boolean,
  trials: number,
  replicate: Replicate,
  mask?: Uint8Array,
): number | null {
  const deviations = new Float64Array(trials)
  let count = 0
  let met = 0
  for (let trial = 0; trial < trials; trial++) {
    if (mask && mask[trial] !== 1) continue
    count++
    if (!holds(trial)) continue
    deviations[trial] = 1
    met++
  }
  if (count < 2) return null
  for (let trial = 0; trial < trials; trial++) {
    if (!mask || mask[trial] === 1) deviations[trial] -= met / count
  }
  return standardErrorOf(deviations, replicate, count)
}

/**
 * Standard error of a quantile: half the distance between the quantiles one standard error of
 * the share below on either side (Woodruff 1952). At least half a trial, lest a design that meets
 * the share exactly seem to know the value exactly.
 *
 * @param values by trial
 * @param sorted those that count, lowest first
 * @param mask 1 where a trial counts; all do without it
 * @returns null where fewer than two trials count
 */
export function standardErrorOfQuantile(
  values: Float64Array,
  sorted: Float64Array,
  p: number,
  replicate: Replicate,
  mask?: Uint8Array,
): number | null {
  const at = quantileOf(sorted, p)
  const error = standardErrorOfShare((trial) => values[trial] <= at, values.length, replicate, mask)
  if (error === null) return null
  const reach = Math.max(error, 0.5 / sorted.length)
  const high = quantileOf(sorted, Math.min(1, p + reach))
  const low = quantileOf(sorted, Math.max(0, p - reach))
  return (high - low) / 2
}
