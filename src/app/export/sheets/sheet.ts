import type { Cell, CellObject, Sheet as WrittenSheet } from 'write-excel-file/universal'
import { wordsOfUnit } from '../../../words/index.ts'
import { allowedInXml } from '../xml.ts'

/** A value of a cell; null where there is none. */
export type Value = string | number | boolean | Date | null

/** A cell that is written otherwise than its column. */
export interface Styled {
  readonly value: Value
  readonly format?: string
  readonly isBold?: boolean
  /** Begins at the left though it is a number. */
  readonly isLeft?: boolean
}

/** A column of a sheet. */
export interface Column {
  readonly label: string
  /** In characters. */
  readonly width: number
  /** How its numbers are shown; they are written in full. */
  readonly format?: string
  /** Whether long texts go on in further lines. */
  readonly wraps?: boolean
  /** Whether what is typed in it is read back. */
  readonly isOpen?: boolean
}

/** A sheet of a workbook: a table below its headers, which stay in sight. */
export interface Sheet {
  readonly name: string
  /** What it holds, in the first row; without it the headers stand there. */
  readonly caption?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (Value | Styled)[])[]
  /** Columns that stay in sight; one unless said. */
  readonly frozen?: number
}

/** Excel takes no more characters in a cell. */
const MOST = 32_767
const HEAD = '#e9edf2'
const OPEN = '#fff6d6'
const DAY = 'yyyy-mm-dd'

/** How numbers of a unit are shown: percent as percent, money to the cent of a billion. */
export function formatOf(unit: string): string {
  return wordsOfUnit(unit).percent ? '0.0%' : '#,##0.00'
}

/** The same of a standard error, which is smaller. */
export function errorFormatOf(unit: string): string {
  return wordsOfUnit(unit).percent ? '0.00%' : '#,##0.000'
}

/** A sheet as the writer of workbooks takes it. */
export function written({ name, caption, columns, rows, frozen = 1 }: Sheet): WrittenSheet<Blob> {
  const height = heightOf(
    columns.map(({ label }) => label),
    columns.map((one) => ({ ...one, wraps: true })),
  )
  const head = columns.map(({ label, isOpen }): Cell => {
    return {
      height,
      value: textFor(label),
      type: String,
      fontWeight: 'bold',
      backgroundColor: isOpen ? OPEN : HEAD,
      wrap: true,
      alignVertical: 'top',
    }
  })
  const body = rows.map((row) => {
    const tall = heightOf(row, columns)
    return row.map((cell, at) => cellOf(cell, columns[at], tall))
  })
  const above: Cell[][] =
    caption === undefined ? [] : [[{ value: textFor(caption), type: String, fontStyle: 'italic' }]]
  return {
    sheet: name,
    data: [...above, head, ...body],
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: above.length + 1,
    stickyColumnsCount: frozen,
  }
}

function cellOf(cell: Value | Styled, column: Column, height: number): Cell {
  const { value, format = column.format, isBold, isLeft } = styled(cell)
  const look: CellObject = {
    alignVertical: 'top',
    height,
    ...(isLeft && { align: 'left' as const }),
    ...(isBold && { fontWeight: 'bold' as const }),
    ...(column.wraps && { wrap: true }),
    ...(column.isOpen && { backgroundColor: OPEN }),
  }
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? { ...look, value, type: Number, ...(format !== undefined && { format }) }
      : look
  }
  if (typeof value === 'boolean') return { ...look, value, type: Boolean }
  if (value instanceof Date) return { ...look, value, type: Date, format: DAY }
  if (value === null || value === '') return look
  return { ...look, value: textFor(value), type: String }
}

function styled(cell: Value | Styled): Styled {
  return typeof cell === 'object' && cell !== null && 'value' in cell ? cell : { value: cell }
}

/** Points of a line, and lines of a row at most. */
const LINE = 15
const MOST_LINES = 8

/** How high a row is, in points: not every program works it out by itself. */
function heightOf(row: readonly (Value | Styled)[], columns: readonly Column[]): number {
  const lines = row.map((cell, at) => {
    const { value } = styled(cell)
    if (!columns[at].wraps || typeof value !== 'string') return 1
    // Letters are narrower than figures, words leave gaps at the ends of lines.
    return value
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / columns[at].width)),
        0,
      )
  })
  return LINE * Math.min(MOST_LINES, Math.max(1, ...lines))
}

/** What a plain object has without anybody's doing: the writer of workbooks takes it for a text seen before. */
const TAKEN = new Set(Object.getOwnPropertyNames(Object.prototype))

/**
 * A text that a cell can hold: as a text, never as a formula; without what no such file may hold, and
 * not longer than a cell. What looks like an escape of such files is escaped itself.
 */
export function textFor(text: string): string {
  const allowed = allowedInXml(text)
  const short = allowed.length > MOST ? `${allowed.slice(0, MOST - 1)}…` : allowed
  const escaped = short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/\r/g, '_x000D_')
  if (!TAKEN.has(escaped)) return escaped
  const code = escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `_x${code}_${escaped.slice(1)}`
}
