import { type DrawnRange, drawnEnds, LEAST, type ScatterLayout, TOP } from './outcome-scatter.ts'
import type { ScatterMarks } from '../../findings/scatter.ts'
import { type Edge, grabbedEdge, movedEdge, reachOf } from './range-edges.ts'

type Place = readonly [x: number, y: number]
type Sides = ScatterMarks['sides']

/** What is made out along both axes; null along one where nothing is. */
export interface ScatterRanges {
  readonly across: DrawnRange | null
  readonly up: DrawnRange | null
}

/** Where a pointer took hold: of edges of what is made out, or of nothing, which draws a new rectangle. */
export interface ScatterHold {
  readonly at: Place
  readonly x: Edge | null
  readonly y: Edge | null
}

/** A rectangle in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Width and height of a grip that a finger finds. */
export const FINGER = [48, 48] as const

/** Less is a press on what lies below. */
const MOVED = 4

function boxOf([a, b]: Place, [c, d]: Place): Box {
  return { x: Math.min(a, b), y: Math.min(c, d), width: Math.abs(a - b), height: Math.abs(c - d) }
}

/** Pixels of the lowest and the highest value of what is made out, and of the picture where nothing is. */
export function edgesOf(
  { across, up }: ScatterRanges,
  { left, right, base, heldX, heldY }: ScatterLayout,
  step: number,
): Readonly<Record<'x' | 'y', readonly [number, number]>> {
  const at = (end: number | null | undefined, to: (of: number) => number, none: number) =>
    end === null || end === undefined ? none : to(end)
  const half = step / 2
  return {
    x: [
      at(across?.low, (of) => heldX(of - half), left),
      at(across?.high, (of) => heldX(of + half), right),
    ],
    y: [at(up?.low, heldY, base), at(up?.high, heldY, TOP)],
  }
}

/** What is made out as boxes: the strip below counts where its value does. */
export function boxesOf(ranges: ScatterRanges, layout: ScatterLayout, sides: Sides): Box[] {
  const { across, up } = ranges
  if (!across && !up) return []
  const { atom } = sides.y
  const { x, y } = edgesOf(ranges, layout, sides.x.step)
  const hasStrip =
    atom !== null && (up?.low ?? -Infinity) <= atom.value && atom.value <= (up?.high ?? Infinity)
  return [boxOf(x, y), ...(hasStrip ? [boxOf(x, [layout.base, layout.foot])] : [])]
}

/** A rectangle while it is drawn: along an axis it is hardly drawn along it reaches from end to end. */
export function drawnBox(
  [x1, y1]: Place,
  [x2, y2]: Place,
  { left, right, foot }: ScatterLayout,
): Box {
  const isWide = Math.abs(x1 - x2) >= LEAST
  const isHigh = Math.abs(y1 - y2) >= LEAST
  return boxOf(isWide ? [x1, x2] : [left, right], isHigh ? [y1, y2] : [TOP, foot])
}

/**
 * What a press takes hold of; a corner is both of its edges.
 *
 * @param pointer its kind: a finger that goes up or down moves the page, but from the grip of an edge
 */
export function holdOf(
  at: Place,
  ranges: ScatterRanges,
  layout: ScatterLayout,
  step: number,
  pointer: string,
): ScatterHold {
  const reach = reachOf(pointer)
  const { x, y } = edgesOf(ranges, layout, step)
  const isAtGrip = Math.abs(at[0] - (x[0] + x[1]) / 2) <= FINGER[0] / 2
  const isBeside = (pixel: number, edges: readonly [number, number]) =>
    pixel >= Math.min(...edges) - reach && pixel <= Math.max(...edges) + reach
  // The strip lies below what has no limit there.
  const isAlong = isBeside(at[1], ranges.up ? y : [y[1], layout.foot])
  return {
    at,
    x: ranges.across && isAlong ? grabbedEdge(at[0], x, reach) : null,
    y:
      ranges.up && (pointer === 'touch' ? isAtGrip : isBeside(at[0], x))
        ? grabbedEdge(at[1], y, reach)
        : null,
  }
}

/** What is made out once the pointer is elsewhere; null where that is a press and no drag. */
export function movedRanges(
  { at, x, y }: ScatterHold,
  to: Place,
  { across, up }: ScatterRanges,
  layout: ScatterLayout,
  sides: Sides,
): ScatterRanges | null {
  const { edges } = layout
  const invertX = (pixel: number) => layout.x.invert(pixel)
  const invertY = (pixel: number) => layout.y.invert(pixel)
  if (!x && !y) {
    const drawn = {
      across: drawnEnds([at[0], to[0]], edges.x, invertX),
      up: drawnEnds([at[1], to[1]], edges.y, invertY),
    }
    return drawn.across || drawn.up ? drawn : null
  }
  if (Math.max(Math.abs(to[0] - at[0]), Math.abs(to[1] - at[1])) < MOVED) return null
  // The edge that stays is as it was, also where it is on no step.
  const whole = ({ low, high }: DrawnRange, step: number): DrawnRange => {
    const stays = (end: number) => end === across?.low || end === across?.high
    const on = (end: number | null, way: (x: number) => number) =>
      end === null || stays(end) || !(step > 0) ? end : way(end / step) * step
    const [least, most] = [on(low, Math.ceil), on(high, Math.floor)]
    if (least === null || most === null || least <= most) return { low: least, high: most }
    const kept = low !== null && stays(low) ? least : most
    return { low: kept, high: kept }
  }
  return {
    across:
      across && x ? whole(movedEdge(across, x, to[0], edges.x, invertX), sides.x.step) : across,
    up: up && y ? movedEdge(up, y, to[1], edges.y, invertY) : up,
  }
}
