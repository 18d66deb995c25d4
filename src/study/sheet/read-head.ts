import { listed } from '../../words/index.ts'
import { market } from '../model.ts'
import type { Cells } from './cells.ts'
import {
  bare,
  type ColumnId,
  columnNamed,
  headerOf,
  sheetColumns,
  type SheetValue,
} from './columns.ts'
import { quoted } from './read-shape.ts'

/** A sheet whose columns are known. */
export interface SheetHead {
  /** The row of the headers, as spreadsheets count. */
  readonly first: number
  /** Those that are not empty, with their number as spreadsheets count. */
  readonly rows: readonly { readonly row: number; readonly cells: Cells }[]
  /** What its rows say that they were written for; what they leave out is not there. */
  readonly written: Readonly<Partial<Record<(typeof MEANT)[number], string>>>
  /** A sentence each. */
  readonly notRead: readonly string[]
}

/** Columns that say what a sheet is of: the same in every row. */
const MEANT = ['scenario', 'vantage', 'model', 'study'] as const

/** Rows among which the headers are looked for. */
const FIRST = 20
/** More rows than that are no assumptions. */
const MOST = 5000
/** Names that are repeated in a sentence. */
const NAMED = 5

/**
 * Finds the headers of a sheet, and its rows by them.
 *
 * @throws in a sentence, where it has none that can be read, or is of another model
 */
export function headIn(rows: readonly (readonly SheetValue[])[], sheet: string): SheetHead {
  if (rows.every((row) => row.every(isEmpty))) throw new Error(`The sheet “${sheet}” is empty`)
  if (rows.length > MOST) {
    throw new Error(`${sheet}: at most ${MOST} rows are expected, got ${rows.length}`)
  }
  const first = rows
    .slice(0, FIRST)
    .findIndex((row) => row.some((cell) => typeof cell === 'string' && columnNamed(cell) === 'id'))
  if (first < 0) {
    const found = (rows.find((row) => !row.every(isEmpty)) ?? []).filter((cell) => !isEmpty(cell))
    const got = found.slice(0, NAMED).map((cell) => quoted(String(cell)))
    throw new Error(
      `${sheet}: a column named “ID” is expected in the first row, got ${got.join(', ')}`,
    )
  }
  const { columns, unknown } = columnsIn(rows[first], sheet)
  const found = rows.flatMap((row, at) => {
    if (at <= first || row.every(isEmpty)) return []
    return [{ row: at + 1, cells: cellsIn(row, columns) }]
  })
  if (found.length === 0) throw new Error(`${sheet}: rows below the headers are expected, got none`)
  const written = writtenFor(found, sheet)
  const model = written.model?.split(' ')[0]
  if (model !== undefined && model !== market.id) {
    throw new Error(
      `${sheet}: beliefs of the model ${market.id} are expected, got those of ${model}`,
    )
  }
  const named = unknown.slice(0, NAMED)
  const more = unknown.length - named.length
  const all = more > 0 ? [...named, `${more} more`] : named
  const words = `${unknown.length > 1 ? 'Columns' : 'Column'} that nobody here knows: ${listed(all)}.`
  return { first: first + 1, rows: found, written, notRead: unknown.length > 0 ? [words] : [] }
}

/** The ID of a row; empty where it has none. */
export function idIn(cells: Cells): string {
  const value = cells.get('id') ?? ''
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

interface Columns {
  readonly columns: ReadonlyMap<ColumnId, number>
  readonly unknown: readonly string[]
}

function columnsIn(headers: readonly SheetValue[], sheet: string): Columns {
  const columns = new Map<ColumnId, number>()
  const unknown: string[] = []
  headers.forEach((header, at) => {
    if (isEmpty(header)) return
    const id = typeof header === 'string' ? columnNamed(header) : null
    if (id === null) unknown.push(quoted(String(header)))
    else if (columns.has(id)) {
      throw new Error(`${sheet}: every column is expected once, got “${headerOf(id)}” twice`)
    } else columns.set(id, at)
  })
  const read = sheetColumns.filter((one) => 'isRead' in one)
  if (!read.some(({ id }) => columns.has(id))) {
    const names = read
      .map(({ label }) => label)
      .filter((label) => !bare(label).includes('continued'))
    throw new Error(`${sheet}: at least one of the columns ${listed(names)} is expected, got none`)
  }
  return { columns, unknown }
}

function cellsIn(row: readonly SheetValue[], columns: ReadonlyMap<ColumnId, number>): Cells {
  return new Map([...columns].map(([id, at]) => [id, row[at] ?? null]))
}

/** @throws where rows were written for different things */
function writtenFor(rows: SheetHead['rows'], sheet: string): SheetHead['written'] {
  const found: Partial<Record<(typeof MEANT)[number], string>> = {}
  for (const column of MEANT) {
    for (const { row, cells } of rows) {
      const value = cells.get(column) ?? null
      if (isEmpty(value)) continue
      const text = value instanceof Date ? '' : String(value).trim()
      found[column] ??= text
      if (found[column] === text) continue
      throw new Error(
        `${sheet}, row ${row}, column ${headerOf(column)}: ${quoted(found[column] ?? '')} is expected as in the rows before, got ${quoted(text)}`,
      )
    }
  }
  return found
}

function isEmpty(cell: SheetValue): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}
