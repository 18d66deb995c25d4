import { bisectLeft, bisectRight } from 'd3'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Look } from '../../findings/strategies.ts'
import type { Side } from '../../findings/target.ts'
import { chance, toDigits } from '../../words/index.ts'

// Where the marks of a distribution lie. Pure geometry: pixels from the left and from the baseline.

export type Domain = readonly [number, number]
export type { Look, Side }

/** From value to pixels. */
export type Scale = (value: number) => number

/** One of the fifty dots, in its column. */
export interface PlacedDot {
  /** From 0, lowest value first. */
  readonly index: number
  readonly value: number
  readonly trial: number
  /** Of its middle. */
  readonly x: number
  readonly y: number
}

const DOT_SIZES = [9, 8, 7, 6, 5, 4, 3, 2] as const

/** Dots inside the axis, stacked in columns as wide as a dot; those at an atom belong to its stem. */
export function placeDots(
  { dots, atoms }: Shape,
  scale: Scale,
  domain: Domain,
  size: number,
): PlacedDot[] {
  const heights = new Map<number, number>()
  return dots.flatMap(({ value, trial }, index) => {
    if (value < domain[0] || value > domain[1]) return []
    if (atoms.some((atom) => atom.value === value)) return []
    const column = Math.round(scale(value) / size)
    const level = heights.get(column) ?? 0
    heights.set(column, level + 1)
    return [{ index, value, trial, x: column * size, y: (level + 0.5) * size }]
  })
}

/** The largest size at which every stack of every distribution stays below a height. */
export function dotSize(
  shapes: readonly Shape[],
  scale: Scale,
  domain: Domain,
  height: number,
): number {
  const fits = (size: number) =>
    shapes.every((shape) =>
      placeDots(shape, scale, domain, size).every(({ y }) => y + size / 2 <= height),
    )
  return DOT_SIZES.find(fits) ?? DOT_SIZES[DOT_SIZES.length - 1]
}

/** The highest density of several distributions: the scale they share. */
export function densityTop(shapes: readonly Shape[]): number {
  return shapes.reduce((top, { density }) => density.y.reduce((a, b) => Math.max(a, b), top), 0)
}

/** Points of a density inside the axis. */
export function densityPoints({ density }: Shape, domain: Domain): [number, number][] {
  return Array.from(density.x, (x, i): [number, number] => [x, density.y[i]]).filter(
    ([x]) => x >= domain[0] && x <= domain[1],
  )
}

/** Points of the chance of at least (or at most) so much, with an upright step at every atom. */
export function chancePoints(
  { sorted, atoms }: Shape,
  domain: Domain,
  side: Side,
  count = 160,
): [number, number][] {
  if (sorted.length === 0) return []
  const [low, high] = domain
  const even = Array.from({ length: count + 1 }, (_, k) => low + ((high - low) * k) / count)
  const held = atoms.map(({ value }) => value).filter((value) => value >= low && value <= high)
  const points = even
    .filter((x) => !held.includes(x))
    .map((x): [number, number] => [x, side === 'atLeast' ? from(sorted, x) : upTo(sorted, x)])
  for (const value of held) {
    const [with_, without] =
      side === 'atLeast'
        ? [from(sorted, value), 1 - upTo(sorted, value)]
        : [upTo(sorted, value), 1 - from(sorted, value)]
    points.push([value, with_], [value, without])
  }
  const falls = side === 'atLeast' ? 1 : -1
  return points.sort((a, b) => a[0] - b[0] || falls * (b[1] - a[1]))
}

/** What lies beyond an axis, in a few words; null where nothing does. */
export function beyondWords(
  { sorted }: Shape,
  [low, high]: Domain,
  words: (value: number) => string,
): { readonly below: string | null; readonly above: string | null } {
  if (sorted.length === 0) return { below: null, above: null }
  const below = 1 - from(sorted, low)
  const above = 1 - upTo(sorted, high)
  return {
    below: below > 0 ? `${chance(below)} down to ${words(rough(sorted[0]))}` : null,
    above: above > 0 ? `${chance(above)} up to ${words(rough(sorted[sorted.length - 1]))}` : null,
  }
}

/** The farthest of many futures is known to two digits at best. */
function rough(value: number): number {
  return toDigits(value, 2)
}

/** The median, or null where it lies on an atom and would say less than it seems to. */
export function medianOf({ sorted, atoms }: Shape): number | null {
  if (sorted.length === 0) return null
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return atoms.some(({ value }) => value === middle) ? null : middle
}

/** What an atom is called. */
export function atomWords(
  { value, share }: Shape['atoms'][number],
  words: (value: number) => string,
): string {
  return share === 1
    ? `${words(value)} in every future counted`
    : `${chance(share)} exactly ${words(value)}`
}

/** The same distribution in fewer dots, so that they can be counted where there is little room. */
export function inDots(shape: Shape, dots: number): Shape {
  const { sorted, trialOfRank, count } = shape
  if (count === 0 || dots >= shape.dots.length) return shape
  return {
    ...shape,
    dots: Array.from({ length: dots }, (_, k) => {
      const rank = Math.ceil(((2 * k + 1) * count) / (2 * dots))
      return { rank, trial: trialOfRank[rank - 1], value: sorted[rank - 1] }
    }),
  }
}

/** Share of values of at least x. */
function from(sorted: Float64Array, x: number): number {
  return 1 - bisectLeft(sorted, x) / sorted.length
}

/** Share of values of at most x. */
function upTo(sorted: Float64Array, x: number): number {
  return bisectRight(sorted, x) / sorted.length
}
