import type { TornadoMark, TornadoMarks } from '../../findings/tornado-marks.ts'

/** One row of a tornado: a bar, or a part of one that is open. */
export interface TornadoRow {
  readonly mark: TornadoMark
  readonly depth: number
  /** Whether its parts are shown; null where it has none. */
  readonly isOpen: boolean | null
}

/** The rows from top to bottom; parts stand under what they are parts of. */
export function tornadoRows(
  bars: readonly TornadoMark[],
  open: ReadonlySet<string>,
  depth = 0,
): TornadoRow[] {
  return bars.flatMap((mark) => {
    const isOpen = mark.parts.length > 0 ? open.has(mark.id) : null
    return [{ mark, depth, isOpen }, ...(isOpen ? tornadoRows(mark.parts, open, depth + 1) : [])]
  })
}

/** What a pale half and a full half stand for, of the kinds of bars that are shown with ends. */
export function keyWords(
  halves: TornadoMarks['halves'],
  rows: readonly TornadoRow[],
): readonly [low: string, high: string] | null {
  const shown = rows.filter(({ mark }) => mark.ends !== null)
  const kinds = (['other', 'event'] as const).filter((kind) =>
    shown.some(({ mark }) => mark.isEvent === (kind === 'event')),
  )
  if (kinds.length === 0) return null
  const of = (at: 0 | 1) => kinds.map((kind) => halves[kind][at]).join(', or ')
  return [of(0), of(1)]
}

/** What the axis reaches: all ends and their noise, around the base; sizes from 0. */
export function tornadoDomain(
  { base }: Pick<TornadoMarks, 'base'>,
  rows: readonly TornadoRow[],
): readonly [number, number] {
  const start = base?.value ?? 0
  const values = rows.flatMap(({ mark: { ends, size, reach } }) =>
    (ends ?? [{ value: start + size, reach }]).flatMap((one) => [
      one.value - (one.reach ?? 0),
      one.value + (one.reach ?? 0),
    ]),
  )
  const [low, high] = [Math.min(start, ...values), Math.max(start, ...values)]
  return low === high ? [low - 1, high + 1] : [low, high]
}

/** The rectangles of a bar: halves beside each other, or above each other where both go one way. */
export function tornadoHalves(
  { ends, size }: TornadoMark,
  start: number,
): {
  readonly from: number
  readonly to: number
  readonly isLow: boolean
  readonly lane: 0 | 1 | null
}[] {
  if (!ends) return [{ from: start, to: start + size, isLow: false, lane: null }]
  const [low, high] = ends.map(({ value }) => value)
  const isOneWay = (low - start) * (high - start) > 0
  return [low, high].map((to, at) => ({
    from: start,
    to,
    isLow: at === 0,
    lane: isOneWay ? (at === 0 ? 0 : 1) : null,
  }))
}

/** The lower outcome stands on the left, whatever the belief is there. */
export function inOrder<T extends { readonly value: number }>(ends: readonly T[]): T[] {
  return ends.toSorted((a, b) => a.value - b.value)
}
