import type { Replicate } from '../sampling/design.ts'
import { quantileOf } from './quantile.ts'
import { standardErrorOf, standardErrorOfShare } from './standard-error.ts'

/**
 * A figure of a sample, and by how much each trial moves it: to first order the figure is off by the
 * mean of these. The error of the figure, and of its difference to that of another sample on the same
 * trials, follows for any design.
 */
export interface Influenced {
  readonly value: number
  /** By trial, of all trials, 0 where one does not count; null where too few tell. */
  readonly influence: Float64Array | null
}

/** The numbers of which a figure is taken. */
export interface Sample {
  /** By trial. */
  readonly values: Float64Array
  /** Those that count, lowest first; at least one. */
  readonly sorted: Float64Array
  /** 1 where a trial counts; null where all do. */
  readonly mask: Uint8Array | null
}

/** A tail of fewer trials than this says too little of its own spread. */
const FEWEST_IN_TAIL = 2

/** @param mask 1 where a trial counts, at least one; null where all do */
export function sampleOf(values: Float64Array, mask: Uint8Array | null): Sample {
  const chosen = mask ? values.filter((_, trial) => mask[trial] === 1) : values.slice()
  return { values, sorted: chosen.sort(), mask }
}

/** The mean of the trials that count. */
export function meanFigure({ values, sorted, mask }: Sample): Influenced {
  let sum = 0
  for (let trial = 0; trial < values.length; trial++) {
    if (!mask || mask[trial] === 1) sum += values[trial]
  }
  const value = sum / sorted.length
  return influenced(value, { sorted, mask }, values.length, (trial) => values[trial] - value)
}

/** The share of the trials that count for which something holds. */
export function shareFigure(
  { values, sorted, mask }: Sample,
  holds: (value: number) => boolean,
): Influenced {
  let met = 0
  for (let trial = 0; trial < values.length; trial++) {
    if ((!mask || mask[trial] === 1) && holds(values[trial])) met++
  }
  const value = met / sorted.length
  return influenced(
    value,
    { sorted, mask },
    values.length,
    (trial) => (holds(values[trial]) ? 1 : 0) - value,
  )
}

/**
 * A quantile. A trial moves it by what it moves the share below, times how far apart quantiles lie
 * there: as in `standardErrorOfQuantile`, over one standard error of that share on either side.
 */
export function quantileFigure(
  { values, sorted, mask }: Sample,
  p: number,
  replicate: Replicate,
): Influenced {
  const value = quantileOf(sorted, p)
  const isBelow = (trial: number) => values[trial] <= value
  const error = standardErrorOfShare(isBelow, values.length, replicate, mask ?? undefined)
  if (error === null) return { value, influence: null }
  const reach = Math.max(error, 0.5 / sorted.length)
  const [low, high] = [Math.max(0, p - reach), Math.min(1, p + reach)]
  const slope = (quantileOf(sorted, high) - quantileOf(sorted, low)) / (high - low)
  const below = sorted.filter((one) => one <= value).length / sorted.length
  return influenced(
    value,
    { sorted, mask },
    values.length,
    (trial) => slope * (below - (isBelow(trial) ? 1 : 0)),
  )
}

/**
 * Expected shortfall (CVaR): the mean of the worst share of trials, of which the last may count in
 * part (Acerbi and Tasche 2002). The influence of a trial is how far it lies beyond the quantile,
 * over the share (Manistre and Hancock 2005).
 *
 * @param share of trials, above 0 to 1
 * @param worse which values are the worse ones
 */
export function shortfallFigure(
  { values, sorted, mask }: Sample,
  share: number,
  worse: 'low' | 'high',
): Influenced {
  const count = sorted.length
  const sign = worse === 'low' ? 1 : -1
  const at = Math.min(count - 1, Math.floor(share * count))
  const edge = sign * sorted[worse === 'low' ? at : count - 1 - at]
  const beyond = (x: number) => Math.min(0, sign * x - edge) / share
  let sum = 0
  for (const x of sorted) sum += beyond(x)
  const mean = sum / count
  const value = sign * (edge + mean)
  if (share * count < FEWEST_IN_TAIL) return { value, influence: null }
  return influenced(
    value,
    { sorted, mask },
    values.length,
    (trial) => sign * (beyond(values[trial]) - mean),
  )
}

/** The Monte Carlo error of a figure; null where it is not known. */
export function errorOf({ influence }: Influenced, replicate: Replicate): number | null {
  return influence && standardErrorOf(influence, replicate)
}

/** One figure less another of the same trials, and the error of that: what both share cancels out. */
export function differenceOf(
  a: Influenced,
  b: Influenced,
  replicate: Replicate,
): { readonly value: number; readonly error: number | null } {
  const value = a.value - b.value
  const [one, other] = [a.influence, b.influence]
  if (!one || !other) return { value, error: null }
  return { value, error: standardErrorOf(combined(one, 1, other, -1), replicate) }
}

/**
 * The same in parts of the size of the second, with the error of the ratio.
 *
 * @returns null where the second is 0, or not known to be apart from it
 */
export function relativeDifferenceOf(
  a: Influenced,
  b: Influenced,
  replicate: Replicate,
): { readonly value: number; readonly error: number | null } | null {
  const own = errorOf(b, replicate)
  if (b.value === 0 || (own !== null && Math.abs(b.value) <= 2 * own)) return null
  const size = Math.abs(b.value)
  const value = (a.value - b.value) / size
  const [one, other] = [a.influence, b.influence]
  if (!one || !other) return { value, error: null }
  const moved = combined(one, 1 / size, other, -a.value / (b.value * size))
  return { value, error: standardErrorOf(moved, replicate) }
}

function combined(a: Float64Array, times: number, b: Float64Array, byTimes: number): Float64Array {
  return a.map((one, trial) => times * one + byTimes * b[trial])
}

function influenced(
  value: number,
  { sorted, mask }: Pick<Sample, 'sorted' | 'mask'>,
  trials: number,
  of: (trial: number) => number,
): Influenced {
  if (sorted.length < 2) return { value, influence: null }
  const scale = trials / sorted.length
  const influence = new Float64Array(trials)
  for (let trial = 0; trial < trials; trial++) {
    if (!mask || mask[trial] === 1) influence[trial] = scale * of(trial)
  }
  return { value, influence }
}
