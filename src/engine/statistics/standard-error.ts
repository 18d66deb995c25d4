import type { Replicate } from '../sampling/design.ts'
import { varianceOf } from './moments.ts'
import { quantileOf } from './quantile.ts'

/** Fewer replicates than this say too little of their own spread; trials are then taken as independent. */
const FEWEST_REPLICATES = 4

/**
 * Standard error of the mean of numbers drawn under a design.
 *
 * Replicates are independent of each other whatever the design does within them, so the spread of
 * their sums is what counts. A last group that was cut short adds what a part of a stratified group
 * spreads: its trials are a random sample, without putting back, of a whole one. With fewer than
 * four whole replicates, or fewer than two trials in each that takes turns, trials are taken as
 * independent, which overstates the error of a stratified design.
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
  const count = repetitionsOf(trials, replicate)
  const isByTurns = typeof replicate === 'object' && count < trials
  const size = isByTurns || count === trials ? 1 : Number(replicate)
  const sums = isByTurns ? sumsByTurns(deviations, count) : sumsOfGroups(deviations, count, size)
  let mean = 0
  for (const sum of sums) mean += sum / sums.length
  const whole = varianceOf(sums, mean)
  const rest = isByTurns ? 0 : trials - count * size
  // Divided and multiplied in this order since the first results files, whose bits are compared.
  if (rest === 0) return Math.sqrt(((whole * count) / trials) * trials) / weight
  const part = rest / size
  const cut = part * part * whole + rest * (1 - part) * varianceWithin(deviations, sums, size)
  return Math.sqrt(whole * count + cut) / weight
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

function sumsByTurns(values: ArrayLike<number>, count: number): Float64Array {
  const sums = new Float64Array(count)
  for (let i = 0; i < values.length; i++) sums[i % count] += values[i]
  return sums
}

/** The sums of the whole groups. */
function sumsOfGroups(values: ArrayLike<number>, count: number, size: number): Float64Array {
  const sums = new Float64Array(count)
  for (let group = 0; group < count; group++) {
    let sum = 0
    for (let i = group * size; i < (group + 1) * size; i++) sum += values[i]
    sums[group] = sum
  }
  return sums
}

/** Variance of single trials about the mean of their group. */
function varianceWithin(values: ArrayLike<number>, sums: Float64Array, size: number): number {
  let squares = 0
  for (let i = 0; i < sums.length * size; i++) {
    const off = values[i] - sums[Math.floor(i / size)] / size
    squares += off * off
  }
  return squares / (sums.length * (size - 1))
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
