import type { Scatter, ScatterSide } from '../../analyses/scatter.ts'
import type { ScatterBin } from '../../analyses/scatter-bins.ts'
import { type Domain, niceDomain } from './fan.ts'

/** A dot of a scatter, in pixels, and which of those given it is. */
export interface PlacedDot {
  readonly index: number
  readonly x: number
  readonly y: number
  readonly isMarked: boolean
}

/** Ends of a range of one axis; null is no limit. */
export interface DrawnRange {
  readonly low: number | null
  readonly high: number | null
}

/** Steps that spread neighbours in number evenly over a square (Roberts 2018, R2). */
const TURNS = [0.7548776662466927, 0.5698402909980532] as const
/** Pixels over which dots are spread where x is the same in all. */
const ROOM = 40
/** How much of the room between two values dots are spread over. */
const SPREAD = 0.7

/** From −½ to ½, the same for the same future. */
function jitter(trial: number, turn: number): number {
  return (((trial + 1) * turn) % 1) - 0.5
}

/** What an axis spans: all but the outermost of its futures, and some more values; an event half a step beyond. */
export function scatterDomain(
  side: ScatterSide,
  more: readonly number[],
  isEvent: boolean,
): Domain {
  if (isEvent) return [-0.5, 1.5]
  const [low, high] = side.span
  const half = side.step / 2
  return half > 0 && more.length === 0
    ? [low - half, high + half]
    : niceDomain([low - half, high + half, ...more], false)
}

/** Quantiles of the parts, which lie within the axis upwards. */
export function heights(bins: readonly ScatterBin[]): number[] {
  return bins.flatMap(({ p10, p90 }) => [p10.value, p90.value])
}

/**
 * Dots where they are drawn: spread about a value that many share, in the strip where it is the
 * outcome of more than one in twenty, and at the edge where they lie beyond it.
 *
 * @param x from values to pixels, held to the picture
 * @param y the same upwards
 * @param strip top and height in pixels
 */
export function placedDots(
  { dots, sides }: Pick<Scatter, 'dots' | 'sides'>,
  x: (value: number) => number,
  y: (value: number) => number,
  strip: readonly [top: number, height: number],
): PlacedDot[] {
  const { atom } = sides.y
  // All alike they would lie in one line.
  const room = sides.x.span[0] === sides.x.span[1] ? ROOM : 0
  return Array.from(dots.trials, (trial, index) => {
    const across = dots.x[index] + SPREAD * sides.x.step * jitter(trial, TURNS[0])
    const up = dots.y[index] + SPREAD * sides.y.step * jitter(trial, TURNS[1])
    const isInStrip = atom !== null && dots.y[index] === atom.value
    return {
      index,
      x: x(across) + room * jitter(trial, TURNS[0]),
      y: isInStrip ? strip[0] + strip[1] * (0.5 + jitter(trial, TURNS[1])) : y(up),
      isMarked: dots.marked[index] === 1,
    }
  })
}

/** Dots as one path: lines without length, whose round ends are drawn. */
export function dotsPath(dots: readonly PlacedDot[]): string {
  const tenth = (pixel: number) => Math.round(pixel * 10) / 10
  return dots.map((dot) => `M${tenth(dot.x)} ${tenth(dot.y)}h0`).join('')
}

/** The dot nearest to a place, if it is near. */
export function nearestDot(
  dots: readonly PlacedDot[],
  at: { readonly x: number; readonly y: number },
): PlacedDot | null {
  const far = (dot: PlacedDot) => (dot.x - at.x) ** 2 + (dot.y - at.y) ** 2
  const best = dots.reduce<PlacedDot | null>(
    (found, dot) => (found === null || far(dot) < far(found) ? dot : found),
    null,
  )
  return best && far(best) < 14 ** 2 ? best : null
}

/** Pixels that a drag must go along an axis to be meant along it. */
export const LEAST = 12

/**
 * What a rectangle drawn by hand is along one axis: no limit where it reaches the end of the picture,
 * nothing where it is hardly drawn along it.
 *
 * @param drawn pixels where it begins and ends
 * @param edges pixels of the lowest and the highest value
 */
export function drawnEnds(
  [a, b]: readonly [number, number],
  [lowest, highest]: readonly [number, number],
  invert: (pixel: number) => number,
): DrawnRange | null {
  if (Math.abs(a - b) < LEAST) return null
  const way = highest > lowest ? 1 : -1
  const [low, high] = way * (b - a) > 0 ? [a, b] : [b, a]
  const ends = {
    low: way * (low - lowest) <= 0 ? null : invert(low),
    high: way * (highest - high) <= 0 ? null : invert(high),
  }
  // Drawn in the strip alone, or across all there is.
  const isNothing = ends.low === null && ends.high === null
  return isNothing || way * (high - lowest) <= 0 ? null : ends
}
