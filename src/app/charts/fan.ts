import { area, curveMonotoneX, line, nice } from 'd3'
import type { Fan, Observed } from '../../findings/fans.ts'

export type Domain = readonly [low: number, high: number]

/** Nothing is drawn to this scale; ticks would no longer differ. */
const SMALLEST = 1e-200

/**
 * A range that holds all values, rounded outward; never of zero width.
 *
 * @param fromZero whether 0 is in it: a share or a price of half the height must be half as much
 */
export function niceDomain(values: Iterable<number>, fromZero: boolean): Domain {
  let low = fromZero ? 0 : Infinity
  let high = fromZero ? 0 : -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (!(low <= high)) return [0, 1]
  if (high - low < SMALLEST) {
    const reach = Math.abs(low) * 0.1 || 1
    ;[low, high] = [low - reach, high + reach]
  }
  const [from, to] = nice(low, high, 5)
  return [Math.min(from, low), Math.max(to, high)]
}

/** Every value a fan, its single futures and dots reach. */
export function reachOf(
  fans: readonly Fan[],
  singles: readonly (readonly number[])[],
  observed: readonly Observed[],
): number[] {
  return [
    ...fans.flatMap(({ summary }) => [...summary.p5, ...summary.p95]),
    ...singles.flat(),
    ...observed.map(({ value }) => value),
  ]
}

type Place = (at: number) => number

/** The outline of a band between two percentiles; breaks where a value is missing. */
export function bandPath(
  low: readonly number[],
  high: readonly number[],
  x: Place,
  y: Place,
): string {
  const path = area<number>()
    .defined((_, t) => Number.isFinite(low[t]) && Number.isFinite(high[t]))
    .x((_, t) => rounded(x(t)))
    .y0((_, t) => rounded(y(low[t])))
    .y1((_, t) => rounded(y(high[t])))
    .curve(curveMonotoneX)
  return path(low.map((_, t) => t)) ?? ''
}

/** A line through one value a quarter; breaks where one is missing. */
export function linePath(values: readonly number[], x: Place, y: Place): string {
  const path = line<number>()
    .defined((value) => Number.isFinite(value))
    .x((_, t) => rounded(x(t)))
    .y((value) => rounded(y(value)))
    .curve(curveMonotoneX)
  return path(values) ?? ''
}

/** A square on its corner around a point, as far as `reach` to each side. */
export function diamondPath(x: number, y: number, reach: number): string {
  const [left, right, top, bottom] = [x - reach, x + reach, y - reach, y + reach].map(rounded)
  const [middle, level] = [x, y].map(rounded)
  return `M${middle},${top}L${right},${level}L${middle},${bottom}L${left},${level}Z`
}

/** Hundredths of a pixel are enough, and keep a saved picture small. */
function rounded(pixel: number): number {
  return Math.round(pixel * 100) / 100
}

/**
 * Where the names of two fans stand at their end: over the upper fan and under the lower one, where
 * neither covers the other.
 *
 * @param within the highest and the lowest pixel a name may stand on
 */
export function endNames(
  fans: readonly Fan[],
  y: Place,
  [top, bottom]: readonly [number, number],
): { readonly label: string; readonly y: number }[] {
  const ends = fans.map(({ label, summary }) => ({
    label,
    low: summary.p5.at(-1) ?? 0,
    middle: summary.p50.at(-1) ?? 0,
    high: summary.p95.at(-1) ?? 0,
  }))
  const highest = Math.max(...ends.map(({ high }) => high))
  const lowest = Math.min(...ends.map(({ low }) => low))
  const upper = ends.reduce((best, one) => (one.middle > best.middle ? one : best))
  return ends.map((one) => {
    const pixel = one === upper ? y(highest) - 6 : y(lowest) + 16
    return { label: one.label, y: Math.min(bottom, Math.max(top, pixel)) }
  })
}

/** Quarters at which a year begins, thinned until their names have room. */
export function yearTicks(
  first: number,
  last: number,
  width: number,
): { at: number; year: string }[] {
  const years = Math.floor(last / 4) - Math.ceil(first / 4) + 1
  const room = Math.max(1, Math.floor(width / 46))
  const step = [1, 2, 3, 5, 10].find((n) => Math.ceil(years / n) <= room) ?? 20
  const ticks = []
  for (let year = Math.ceil(first / 4); year * 4 <= last; year++) {
    if (year % step === 0) ticks.push({ at: year * 4, year: String(year) })
  }
  return ticks
}
