import { contours } from 'd3'
import { measure, sizes } from './parts/measure.svelte.ts'

/** Where a grid's own coordinates lie among values: square `i` reaches from i to i + 1. */
export function valueAt(values: readonly number[], grid: number): number {
  const at = grid - 0.5
  const last = values.length - 1
  if (last < 1) return values[0] ?? 0
  const low = Math.min(last - 1, Math.max(0, Math.floor(at)))
  return values[low] + (at - low) * (values[low + 1] - values[low])
}

/** Ends of the squares of some values: one more than there are values. */
export function squareEnds(values: readonly number[]): number[] {
  return Array.from({ length: values.length + 1 }, (_, at) => valueAt(values, at))
}

/** The place of the value nearest to one. */
export function nearestPlace(values: readonly number[], value: number): number {
  let best = 0
  values.forEach((one, at) => {
    if (Math.abs(one - value) < Math.abs(values[best] - value)) best = at
  })
  return best
}

interface Contour {
  readonly level: number
  readonly path: string
  /** Where its value is written; null where it has no room. */
  readonly label: readonly [x: number, y: number] | null
}

type Place = readonly [x: number, y: number]

/**
 * Lines of equal value, without the border of the grid.
 *
 * @param values row by row; null where there is none
 * @param to pixels from a grid's own coordinates
 */
export function contourLines(
  values: readonly (number | null)[],
  [across, down]: readonly [number, number],
  levels: readonly number[],
  to: (grid: Place) => Place,
): Contour[] {
  if (across < 2 || down < 2) return []
  const numbers = values.map((one) => one ?? Number.NaN)
  const make = contours().size([across, down])
  return levels.map((level) => {
    const rings = make.contour(numbers, level).coordinates.flat()
    const lines = rings.flatMap((ring) => inside(ring as unknown as Place[], across, down))
    const pixels = lines.map((line) => line.map(to))
    const longest = pixels.reduce<readonly Place[]>((a, b) => (b.length > a.length ? b : a), [])
    return {
      level,
      path: pixels.map(pathOf).join(''),
      label: longest.length > 3 ? longest[Math.floor(longest.length / 2)] : null,
    }
  })
}

/** The parts of a ring that do not run along the border of the grid. */
function inside(ring: readonly Place[], across: number, down: number): Place[][] {
  const isBorder = ([ax, ay]: Place, [bx, by]: Place) =>
    (ax === bx && (ax === 0 || ax === across)) ||
    (ay === by && (ay === 0 || ay === down)) ||
    // d3 cuts corners of the border.
    (isEdge(ax, ay, across, down) && isEdge(bx, by, across, down) && ax !== bx && ay !== by)
  const lines: Place[][] = []
  let open: Place[] | null = null
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1], ring[at]]
    if (isBorder(a, b)) open = null
    else if (open) open.push(b)
    else lines.push((open = [a, b]))
  }
  return lines
}

function isEdge(x: number, y: number, across: number, down: number): boolean {
  return x === 0 || y === 0 || x === across || y === down
}

function pathOf(line: readonly Place[]): string {
  return `M${line.map(([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join('L')}`
}

/** Where a name stands beside its point. */
export interface PlacedName {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Places for names beside points where they cover neither each other nor another point nor leave the
 * frame; null for one that has none.
 *
 * @param others points without a name
 */
export function namesBeside(
  points: readonly { readonly x: number; readonly y: number; readonly label: string }[],
  frame: Box,
  others: readonly { readonly x: number; readonly y: number }[] = [],
): (PlacedName | null)[] {
  const taken: Box[] = [...points, ...others].map(({ x, y }) => around(x - 5, x + 5, y, 5))
  return points.map(({ x, y, label }, self) => {
    const long = measure(label, { size: sizes.mark })
    const tries: readonly PlacedName[] = [
      { x: x + 9, y: y + 4, anchor: 'start' },
      { x: x - 9, y: y + 4, anchor: 'end' },
      { x, y: y - 10, anchor: 'middle' },
      { x, y: y + 19, anchor: 'middle' },
      { x: x + 9, y: y - 8, anchor: 'start' },
      { x: x + 9, y: y + 16, anchor: 'start' },
      { x: x - 9, y: y - 8, anchor: 'end' },
      { x: x - 9, y: y + 16, anchor: 'end' },
    ]
    for (const one of tries) {
      const left =
        one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - long : one.x - long / 2
      const box = around(left, left + long, one.y - 4, 7)
      const isIn =
        box.left >= frame.left &&
        box.right <= frame.right &&
        box.top >= frame.top &&
        box.bottom <= frame.bottom
      if (isIn && !taken.some((other, at) => at !== self && overlap(box, other))) {
        taken.push(box)
        return one
      }
    }
    return null
  })
}

function around(left: number, right: number, y: number, half: number): Box {
  return { left, right, top: y - half, bottom: y + half }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** How strongly a value is coloured, from 0.06 to 0.86, and whether it is below nothing. */
export function tintOf(
  values: readonly (number | null)[],
  isAroundZero: boolean,
): (value: number) => { readonly strength: number; readonly isBelow: boolean } {
  const found = values.filter((one) => one !== null)
  const [low, high] = [Math.min(...found), Math.max(...found)]
  const most = Math.max(Math.abs(low), Math.abs(high))
  return (value) => {
    const part = isAroundZero
      ? most > 0
        ? Math.abs(value) / most
        : 0
      : high > low
        ? (value - low) / (high - low)
        : 0
    return { strength: 0.06 + 0.8 * part, isBelow: isAroundZero && value < 0 }
  }
}
