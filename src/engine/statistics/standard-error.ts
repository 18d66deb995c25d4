import { varianceOf } from './moments.ts'
import { quantileOf } from './quantile.ts'

/** Fewer replicates than this say too little of their own spread; trials are then taken as independent. */
const FEWEST_REPLICATES = 8

/**
 * Standard error of the mean of numbers drawn under a design.
 *
 * Replicates are independent of each other whatever the design does within them, so the spread of
 * their sums is what counts. A last replicate that was cut short is left out of the spread and
 * not out of the mean. With fewer than eight whole replicates trials are taken as independent,
 * which overstates the error of a stratified design.
 *
 * @param deviations each trial's number less the mean (or a residual whose mean is 0)
 * @param replicate consecutive trials that are one independent repetition of the design
 * @param weight what the sum is divided by: the number of trials, or of those that count
 * @returns null where there are fewer than two trials
 */
export function standardErrorOf(
  deviations: ArrayLike<number>,
  replicate: number,
  weight = deviations.length,
): number | null {
  const trials = deviations.length
  if (trials < 2 || weight <= 0) return null
  const whole = Math.floor(trials / replicate)
  const size = whole >= FEWEST_REPLICATES ? replicate : 1
  const groups = Math.floor(trials / size)
  const sums = new Float64Array(groups)
  for (let group = 0; group < groups; group++) {
    let sum = 0
    for (let i = group * size; i < (group + 1) * size; i++) sum += deviations[i]
    sums[group] = sum
  }
  let mean = 0
  for (let group = 0; group < groups; group++) mean += sums[group] / groups
  const perTrial = varianceOf(sums, mean) / size
  return Math.sqrt(perTrial * trials) / weight
}

/** Standard error of the share of trials for which something holds. */
export function standardErrorOfShare(
  holds: (trial: number) => boolean,
  trials: number,
  replicate: number,
): number | null {
  const deviations = new Float64Array(trials)
  let count = 0
  for (let trial = 0; trial < trials; trial++) {
    if (!holds(trial)) continue
    deviations[trial] = 1
    count++
  }
  for (let trial = 0; trial < trials; trial++) deviations[trial] -= count / trials
  return standardErrorOf(deviations, replicate)
}

/**
 * Standard error of a quantile: half the distance between the quantiles one standard error of
 * the share below on either side (Woodruff 1952).
 *
 * @param values by trial
 * @param sorted the same, lowest first
 */
export function standardErrorOfQuantile(
  values: Float64Array,
  sorted: Float64Array,
  p: number,
  replicate: number,
): number | null {
  const at = quantileOf(sorted, p)
  const error = standardErrorOfShare((trial) => values[trial] <= at, values.length, replicate)
  if (error === null) return null
  const high = quantileOf(sorted, Math.min(1, p + error))
  const low = quantileOf(sorted, Math.max(0, p - error))
  return (high - low) / 2
}
