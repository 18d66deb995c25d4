import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { NOWHERE, type ValueParts } from './value-parts.ts'

/** A value at which something turns, and its standard error; null where it is not known. */
export interface Threshold {
  readonly at: number
  readonly error: number | null
}

/** Parts on either side of an edge that a line through it is fitted to. */
const REACH = 5
/** A slope that is not beyond so many errors tells no place. */
const SLOPED = 3

/**
 * Where the mean of a paired difference is 0 near an edge between two parts: the root of a straight
 * line through the parts around it.
 *
 * @param edge index of the last part below
 * @returns null where the line says of no place that it is there
 */
export function rootNear(
  values: Float64Array,
  difference: Float64Array,
  { of, count, edges }: ValueParts,
  edge: number,
  replicate: Replicate,
): Threshold | null {
  const reach = Math.max(1, Math.min(REACH, Math.round(count.length / 4)))
  const [from, to] = [Math.max(0, edge - reach + 1), Math.min(count.length - 1, edge + reach)]
  const isIn = (trial: number) => of[trial] !== NOWHERE && of[trial] >= from && of[trial] <= to
  const { n, x, y, xx, slope } = lineThrough(values, difference, isIn)
  if (!(xx > 0) || slope === 0) return null
  const at = x - y / slope
  const weights = new Float64Array(values.length)
  const slopes = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    if (!isIn(i)) continue
    const off = values[i] - x
    const rest = difference[i] - y - slope * off
    slopes[i] = (rest * off) / xx
    weights[i] = rest / n + (at - x) * slopes[i]
  }
  const slopeError = standardErrorOf(slopes, replicate, 1)
  const error = standardErrorOf(weights, replicate, 1)
  const isSloped = slopeError !== null && Math.abs(slope) > SLOPED * slopeError
  const low = from === 0 ? -Infinity : edges[from - 1]
  const high = to === edges.length ? Infinity : edges[to]
  if (!isSloped || error === null || !(at > low && at < high)) return null
  return { at, error: error / Math.abs(slope) }
}

function lineThrough(
  values: Float64Array,
  target: Float64Array,
  isIn: (trial: number) => boolean,
): { n: number; x: number; y: number; xx: number; slope: number } {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    if (!isIn(i)) continue
    n++
    const [right, up] = [values[i] - x, target[i] - y]
    x += right / n
    y += up / n
    xx += right * (values[i] - x)
    xy += right * (target[i] - y)
  }
  return { n, x, y, xx, slope: xx > 0 ? xy / xx : 0 }
}

/** As few futures on a side are no side to watch for. */
const RARE = 0.1

/**
 * The edge between two parts that says most about a column: the split with the most variance between
 * its two sides, of those with a tenth of the trials on either.
 *
 * @returns index of the last part below; null where there is no such split
 */
export function bestSplit(target: Float64Array, { of, count }: ValueParts): number | null {
  const sums = new Float64Array(count.length)
  for (let i = 0; i < of.length; i++) if (of[i] !== NOWHERE) sums[of[i]] += target[i]
  const [all, total] = [sumOf(count), sumOf(sums)]
  let best: { readonly edge: number; readonly between: number } | null = null
  let [n, sum] = [0, 0]
  for (let edge = 0; edge < count.length - 1; edge++) {
    n += count[edge]
    sum += sums[edge]
    if (n < RARE * all || all - n < RARE * all) continue
    const off = sum / n - (total - sum) / (all - n)
    const between = off * off * n * (all - n)
    if (between > (best?.between ?? 0)) best = { edge, between }
  }
  return best?.edge ?? null
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0)
}

/**
 * A value as people say it: on the nearest 1, 2 or 5 times a power of ten that is no coarser than
 * asked for.
 *
 * @param coarse above 0
 */
export function roundTo(value: number, coarse: number): number {
  if (!(coarse > 0) || !Number.isFinite(coarse)) return value
  let power = 1
  while (power > coarse) power /= 10
  while (power * 10 <= coarse) power *= 10
  const step = coarse >= 5 * power ? 5 * power : coarse >= 2 * power ? 2 * power : power
  // Divided where the step is a fraction: 0.1 is no number of this machine.
  const isWhole = step >= 1
  const parts = isWhole ? 1 : Math.round(1 / step)
  return isWhole ? Math.round(value / step) * step : Math.round(value * parts) / parts
}
