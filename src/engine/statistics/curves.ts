import type { Replicate } from '../sampling/design.ts'
import { repetitionsOf } from './standard-error.ts'

/** A sample made ready to be compared with others. */
export interface Curves {
  readonly values: Float64Array
  readonly sorted: Float64Array
  readonly points: Float64Array
  /** How many trials count in each group; by group and point, how many are below and by how much in all. */
  readonly counts: Float64Array
  readonly below: readonly Float64Array[]
  readonly short: readonly Float64Array[]
}

/** Values at which curves are held against their errors. */
const POINTS = 100
/** Groups of trials from whose spread errors along the curves come, at most. */
const GROUPS = 100

/** Points at which some samples are compared: all of their values, or as many as are enough, evenly by rank. */
export function pointsOf(samples: readonly Float64Array[]): Float64Array {
  const taken = samples.flatMap((sorted) => thinned(sorted, POINTS))
  return Float64Array.from(
    thinned(
      [...new Set(taken)].sort((a, b) => a - b),
      2 * POINTS,
    ),
  )
}

function thinned(sorted: ArrayLike<number>, most: number): number[] {
  if (sorted.length <= most) return Array.from(sorted)
  const step = (sorted.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, at) => sorted[Math.round(at * step)])
}

/**
 * Makes a sample ready.
 *
 * @param values by trial; more is better
 * @param sorted those that count, lowest first
 * @param points as from `pointsOf`, ascending
 */
export function curvesOf(
  values: Float64Array,
  sorted: Float64Array,
  points: Float64Array,
  { replicate, mask }: { readonly replicate: Replicate; readonly mask: Uint8Array | null },
): Curves {
  const groupOf = groupsOf(values.length, replicate)
  const counts = new Float64Array(groupOf.count)
  const empty = () => Array.from(counts, () => new Float64Array(points.length))
  const [below, short] = [empty(), empty()]
  for (let trial = 0; trial < values.length; trial++) {
    const group = groupOf.of(trial)
    if (group < 0 || (mask && mask[trial] !== 1)) continue
    counts[group]++
    const first = firstAtLeast(points, values[trial])
    if (first === points.length) continue
    below[group][first]++
    short[group][first] += values[trial]
  }
  for (let group = 0; group < counts.length; group++) {
    let count = 0
    let sum = 0
    for (let at = 0; at < points.length; at++) {
      count += below[group][at]
      sum += short[group][at]
      below[group][at] = count
      short[group][at] = count * points[at] - sum
    }
  }
  return { values, sorted, points, counts, below, short }
}

/** Whole repetitions of the design, several together where there are many; a cut-off rest is in none. */
function groupsOf(
  trials: number,
  replicate: Replicate,
): { readonly count: number; readonly of: (trial: number) => number } {
  const count = repetitionsOf(trials, replicate)
  if (typeof replicate === 'object' && count < trials)
    return { count, of: (trial) => trial % count }
  const size = count === trials ? 1 : Number(replicate)
  const together = size * Math.ceil(count / GROUPS)
  const whole = Math.floor(trials / together)
  return {
    count: whole,
    of: (trial) => (trial < whole * together ? Math.floor(trial / together) : -1),
  }
}

function firstAtLeast(points: Float64Array, x: number): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle] < x) low = middle + 1
    else high = middle
  }
  return low
}
