import type { ChoiceMapMarks } from '../../findings/choice-map.ts'
import { broken, measure, sizes } from './parts/measure.svelte.ts'

/** A square of the map, in pixels. */
export interface MapSquare {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly best: string | null
  readonly isSure: boolean
}

/** A strategy's name where it is best. */
export interface MapName {
  readonly id: string
  readonly lines: readonly string[]
  readonly x: number
  /** Of the first line. */
  readonly y: number
}

const LINE = 15
const type = { size: sizes.mark, bold: true }

/** Where the squares lie: row by row from below, each as wide and high as it is likely. */
export function squaresOf(
  { x, y, cells }: Pick<ChoiceMapMarks, 'x' | 'y' | 'cells'>,
  [left, top, width, height]: readonly [number, number, number, number],
): MapSquare[] {
  const across = x.ends.length
  // On whole pixels, so that no seam shows between squares.
  const at = (end: number | undefined) => Math.round(left + width * (end ?? 0))
  const down = (end: number | undefined) => Math.round(top + height * (1 - (end ?? 0)))
  return cells.map(({ best, isSure }, place) => {
    const [i, j] = [place % across, Math.floor(place / across)]
    const [from, to] = [at(x.ends[i - 1]), at(x.ends[i])]
    const [high, low] = [down(y.ends[j]), down(y.ends[j - 1])]
    return { x: from, y: high, width: to - from, height: low - high, best, isSure }
  })
}

/**
 * A name for each strategy in the widest stretch of a row where it is best; where it has no room there,
 * its number in the key, if that has.
 */
export function namesIn(
  squares: readonly MapSquare[],
  regions: readonly { readonly id: string; readonly label: string }[],
): MapName[] {
  return regions.flatMap(({ id, label }, at) => {
    const own = squares.filter(({ best }) => best === id)
    // Where it is sure, if there is room.
    const place =
      placeIn(
        own.filter(({ isSure }) => isSure),
        label,
      ) ??
      placeIn(own, label) ??
      placeIn(own, String(at + 1))
    return place ? [{ id, ...place }] : []
  })
}

function placeIn(squares: readonly MapSquare[], label: string): Omit<MapName, 'id'> | null {
  const stretches = stretchesOf(squares)
  const most = Math.max(0, ...stretches.map(({ width }) => width))
  const middle = middleOf(squares)
  const fitting = stretches
    .filter(({ width }) => width > 0.8 * most)
    .sort((a, b) => Math.abs(a.y - middle) - Math.abs(b.y - middle))
  for (const { x, y, width, height } of fitting) {
    const lines = broken(label, width - 8, type)
    const isIn = lines.every((line) => measure(line, type) <= width - 4)
    if (!isIn || lines.length * LINE > height + 4) continue
    const down = y + height / 2 + 4 - ((lines.length - 1) * LINE) / 2
    return { lines, x: x + width / 2, y: down }
  }
  return null
}

function stretchesOf(squares: readonly MapSquare[]): MapSquare[] {
  const found: MapSquare[] = []
  for (const square of squares) {
    const last = found.at(-1)
    const isNext = last && last.y === square.y && last.x + last.width === square.x
    if (isNext) found[found.length - 1] = { ...last, width: last.width + square.width }
    else found.push(square)
  }
  return found
}

function middleOf(squares: readonly MapSquare[]): number {
  return squares.reduce((sum, { y }) => sum + y / Math.max(1, squares.length), 0)
}

/** Ticks that have room beside each other: all of them, else every second, third and so on. */
export function ticksWithRoom<T extends { readonly from: number; readonly to: number }>(
  ticks: readonly T[],
): T[] {
  for (let step = 1; step < ticks.length; step++) {
    const found = ticks.filter((_, at) => at % step === 0)
    const isRoomy = found.every((tick, at) => {
      const before = found[at - 1] as T | undefined
      return !before || Math.max(tick.from - before.to, before.from - tick.to) > 8
    })
    if (isRoomy) return found
  }
  return ticks.slice(0, 1)
}
