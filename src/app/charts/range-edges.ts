import type { DrawnRange } from './outcome-scatter.ts'

/** An end of a range that can be taken hold of. */
export type Edge = 'low' | 'high'

/** Pixels from an edge within which a press takes hold of it: a finger covers more than a pointer. */
export function reachOf(pointer: string): number {
  return pointer === 'touch' ? 24 : 12
}

/**
 * The edge that a press takes hold of, the nearer one; null where it begins a new range.
 *
 * @param at pixel of the press
 * @param edges pixels of the lowest and the highest value of the range
 * @param reach pixels within which an edge is meant
 */
export function grabbedEdge(
  at: number,
  [low, high]: readonly [low: number, high: number],
  reach: number,
): Edge | null {
  const [toLow, toHigh] = [Math.abs(at - low), Math.abs(at - high)]
  if (Math.min(toLow, toHigh) > reach) return null
  return toLow < toHigh ? 'low' : 'high'
}

/**
 * A range of which one edge was moved, beyond the other one too: then they change places. The other
 * edge keeps its value to the last digit; one at the end of the picture is no limit.
 *
 * @param to pixel that the edge was moved to
 * @param ends pixels of the lowest and the highest value of the picture
 */
export function movedEdge(
  range: DrawnRange,
  edge: Edge,
  to: number,
  [lowest, highest]: readonly [number, number],
  invert: (pixel: number) => number,
): DrawnRange {
  const way = highest > lowest ? 1 : -1
  const moved = invert(to)
  const low = way * (to - lowest) <= 0 ? null : moved
  const high = way * (highest - to) <= 0 ? null : moved
  const stays = edge === 'low' ? range.high : range.low
  // Nothing lies beyond an end of the picture: that edge is never passed.
  if (stays === null) {
    return edge === 'low' ? { low, high: null } : { low: null, high }
  }
  return moved < stays ? { low, high: stays } : { low: stays, high }
}
