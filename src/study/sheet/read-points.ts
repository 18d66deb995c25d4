import { type Distribution, quantile } from '../../engine/distributions/index.ts'
import type { Assumption } from '../../engine/model.ts'
import { modelSize, shownSize, value as valueText, wordsOfUnit } from '../../words/index.ts'
import { type Cells, CellProblem, saidOf } from './cells.ts'
import { type ColumnId, percentileColumns, type SheetValue } from './columns.ts'
import { numberFrom } from './read-shape.ts'
import { percentilesShown, SHARES } from './rows.ts'

/** A percentile in a row. */
export interface Point {
  readonly column: ColumnId
  readonly p: number
  /** In the unit of the model. */
  readonly value: number
  /** Whether it is another one than the sheet was written with. */
  readonly isEdited: boolean
}

/** What spreadsheets may do to the last digits of a number. */
const SAME = 1e-9

/**
 * P10, P50 and P90 of a row; null where none is said, and fewer where some are empty.
 *
 * @param asWritten whether to take those of the base instead
 * @throws CellProblem where one is no number
 */
export function pointsIn(
  {
    cells,
    base,
    assumption,
  }: { readonly cells: Cells; readonly base: Distribution; readonly assumption: Assumption },
  asWritten = false,
): readonly Point[] | null {
  const { unit } = assumption
  const shown = percentilesShown(base, unit)
  const exact = quantile(base)
  const points = percentileColumns.flatMap((column, at): Point[] => {
    const p = SHARES[at]
    const cell = asWritten ? shown[at] : (cells.get(column) ?? null)
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return []
    const value = valueOf(column, cell, unit)
    const before = shown[at]
    const spread = Math.abs((shown[2] ?? 0) - (shown[0] ?? 0))
    const isEdited = before === null || !isSame(shownSize(value, wordsOfUnit(unit)), before, spread)
    return [{ column, p, value: isEdited ? value : exact(p), isEdited }]
  })
  if (points.length === 0) return null
  const wasFull = shown.every((one) => one !== null)
  const hasColumns = percentileColumns.every((column) => cells.has(column))
  // One that was emptied is an edit of the others.
  const isEmptied = wasFull && hasColumns && points.length < percentileColumns.length
  return isEmptied ? points.map((point) => ({ ...point, isEdited: true })) : points
}

export function isEdited(points: readonly Point[]): boolean {
  return points.some((point) => point.isEdited)
}

/** Whether a belief has these percentiles. */
export function samePoints(points: readonly Point[], d: Distribution, unit: string): boolean {
  const shown = percentilesShown(d, unit)
  const spread = Math.abs((shown[2] ?? 0) - (shown[0] ?? 0))
  return points.every(({ p, value }) => {
    const own = shown[SHARES.findIndex((share) => share === p)]
    return own !== null && isSame(shownSize(value, wordsOfUnit(unit)), own, spread)
  })
}

function isSame(a: number, b: number, spread: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(b), spread)
}

function valueOf(column: ColumnId, cell: SheetValue, unit: string): number {
  if (typeof cell === 'number') {
    const x = modelSize(cell, wordsOfUnit(unit))
    if (Number.isFinite(x)) return x
    throw new CellProblem(column, `a number that this belief can have is expected, got ${cell}`)
  }
  if (typeof cell !== 'string') {
    throw new CellProblem(column, `a number is expected, got ${saidOf(cell)}`)
  }
  try {
    return numberFrom(cell, unit)
  } catch (error) {
    throw new CellProblem(column, error instanceof Error ? error.message : String(error))
  }
}

/** @throws CellProblem where one that was typed is outside what the assumption may be */
export function checkInside(points: readonly Point[], assumption: Assumption): void {
  for (const { isEdited, column, value } of points) {
    if (isEdited) checkValue(column, value, assumption)
  }
}

/** @throws CellProblem where a value is outside what the assumption may be */
export function checkValue(column: ColumnId, value: number, { domain, unit }: Assumption): void {
  const [low, high] = domain
  if (value >= low && value <= high) return
  const [least, most, got] = [low, high, value].map((x) => valueText(x, unit))
  throw new CellProblem(column, `a value from ${least} to ${most} is expected, got ${got}`)
}
