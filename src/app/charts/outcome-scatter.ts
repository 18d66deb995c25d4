import type { ScatterAxis, ScatterMarks, ScatterSide } from '../../findings/scatter.ts'
import { figureIn } from '../../words/index.ts'
import { type Domain, niceDomain } from './fan.ts'
import { sizes, widest } from './parts/measure.svelte.ts'
import { clampedScale, type LinearScale, scaleLinear } from './parts/scale.ts'

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

/** What an axis spans: all but the outermost of its futures, and some more values. */
function domainOf({ span: [low, high], step }: ScatterSide, more: readonly number[]): Domain {
  return niceDomain([low - step / 2, high + step / 2, ...more], false)
}

/** The same to the right where values are few: all of them, each with half a step on either side. */
function stepDomain({ x, sides, bins }: ScatterMarks): Domain {
  if (x.ends) return [-0.5, 1.5]
  const half = sides.x.step / 2
  const [first, last] = [bins[0], bins[bins.length - 1]]
  return [first.from - half, last.to + half]
}

/** Pixels above the dots, for what is drawn upwards. */
export const TOP = 24
const BOTTOM = 42
const RIGHT = 12
/** Between the edge and the outermost values, lest dots be cut. */
const MARGIN = 4
/** The strip of futures with one value exactly: all of it, and its words. */
const STRIP = 38
const STRIP_WORDS = 18

/** A tick in pixels along its axis. */
interface Tick {
  readonly at: number
  readonly text: string
}

/** Where everything on a scatter lies, in pixels. */
export interface ScatterLayout {
  readonly left: number
  readonly right: number
  /** Below the dots, and below the strip. */
  readonly base: number
  readonly foot: number
  readonly x: LinearScale
  readonly y: LinearScale
  /** The same, with what lies beyond at the edge. */
  readonly heldX: (value: number) => number
  readonly heldY: (value: number) => number
  /** Of the lowest and the highest value along each axis. */
  readonly edges: Readonly<Record<'x' | 'y', readonly [lowest: number, highest: number]>>
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  /** Of 0 upwards, where it is within; else null. */
  readonly zero: number | null
  /** Top and height of the strip’s dots. */
  readonly strip: readonly [top: number, height: number]
}

/** Lays a scatter out in so many pixels. */
export function scatterLayout(marks: ScatterMarks, width: number, height: number): ScatterLayout {
  const { sides, bins } = marks
  const foot = height - BOTTOM
  const base = foot - (sides.y.atom ? STRIP : 0)
  const reach = bins.flatMap(({ p10, p90 }) => [p10.value, p90.value])
  const yDomain = domainOf(sides.y, reach)
  const xDomain = sides.x.step > 0 ? stepDomain(marks) : domainOf(sides.x, [])
  const up = ticksOf(marks.y, yDomain, 5)
  const left =
    10 +
    widest(
      up.map(({ text }) => text),
      { size: sizes.tick },
    )
  const right = Math.max(left + 1, width - RIGHT)
  const across: Tick[] = marks.x.ends
    ? marks.x.ends.map((text, at) => ({ at, text }))
    : ticksOf(marks.x, xDomain, Math.max(2, Math.floor((right - left) / 90))).filter(
        // Between whole numbers there is nothing.
        ({ at }) => sides.x.step !== 1 || Number.isInteger(at),
      )
  const edges = {
    x: [left + MARGIN, right - MARGIN],
    y: [base - MARGIN, TOP + MARGIN],
  } as const
  const [x, y] = [scaleLinear(xDomain, edges.x), scaleLinear(yDomain, edges.y)]
  return {
    left,
    right,
    base,
    foot,
    x,
    y,
    edges,
    heldX: clampedScale(xDomain, edges.x),
    heldY: clampedScale(yDomain, edges.y),
    xTicks: across.map(({ at, text }) => ({ at: x(at), text })),
    yTicks: up.map(({ at, text }) => ({ at: y(at), text })),
    zero: yDomain[0] < 0 && yDomain[1] > 0 ? y(0) : null,
    strip: [base + STRIP_WORDS, STRIP - STRIP_WORDS - 4],
  }
}

function ticksOf({ unit }: ScatterAxis, domain: Domain, most: number): Tick[] {
  return scaleLinear(domain, [0, 1])
    .ticks(most)
    .map((at) => ({ at, text: figureIn(at, unit, domain[1] - domain[0]) }))
}

/**
 * Dots where they are drawn: spread about a value that many share, in the strip where it is the
 * outcome of more than one in twenty, and at the edge where they lie beyond it.
 */
export function placedDots(
  { dots, sides }: ScatterMarks,
  { heldX, heldY, strip }: ScatterLayout,
): PlacedDot[] {
  const { atom } = sides.y
  // All alike they would lie in one line.
  const room = sides.x.span[0] === sides.x.span[1] ? ROOM : 0
  return Array.from(dots.trials, (trial, index) => {
    const [aside, above] = TURNS.map((turn) => jitter(trial, turn))
    const isInStrip = atom !== null && dots.y[index] === atom.value
    return {
      index,
      x: heldX(dots.x[index] + SPREAD * sides.x.step * aside) + room * aside,
      y: isInStrip
        ? strip[0] + strip[1] * (0.5 + above)
        : heldY(dots.y[index] + SPREAD * sides.y.step * above),
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
