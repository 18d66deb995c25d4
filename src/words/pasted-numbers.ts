import { type Decimal, readNumber } from './read-number.ts'

/** A cell that is no number, and where it stands. */
export interface BadCell {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

/** What sets the cells of a line apart, beside tabs and semicolons. */
export type Apart = 'nothing' | 'spaces' | 'commas'

/** One way in which a column can be read. */
export interface ColumnReading {
  readonly id: string
  readonly apart: Apart
  readonly decimal: Decimal
  readonly values: readonly number[]
  readonly bad: readonly BadCell[]
  /** The first three cells it could be about, as it reads them: "1,050 → 1.05". */
  readonly echo: string
}

export interface Pasted {
  /** The first line, where it names the columns. */
  readonly header: string | null
  /** Their names where there are several; one of them has to be chosen. */
  readonly columns: readonly string[]
  /** How the column can be read, likeliest first; none before it is chosen. */
  readonly readings: readonly ColumnReading[]
  /** The one that holds; null where several do, and where a column has to be chosen first. */
  readonly reading: ColumnReading | null
}

interface Cell {
  readonly line: number
  readonly text: string
}
interface Table {
  readonly apart: Apart
  readonly header: readonly string[] | null
  readonly rows: readonly (readonly Cell[])[]
  /** How many cells most lines have, where that makes columns of them; else 1. */
  readonly width: number
}

const EMPTY: Table = { apart: 'nothing', header: null, rows: [], width: 1 }
const COLUMN_SIGNS: readonly Decimal[] = ['.', ',']
/** Cells that are shown as they are read. */
const ECHOED = 3

/**
 * Numbers out of a column that was copied from elsewhere: one a line, or a row of them. All cells
 * together decide which sign stands before decimals and which parts thousands; where they leave it
 * open, there are several readings and none holds. Tabs and semicolons set cells apart; spaces and
 * commas do where that leaves fewer cells that are no numbers, and only if they split every line
 * alike. A first line of words is a header.
 *
 * @param column which column, counted from 0, where there are several; all of them by `all`
 */
export function readPasted(text: string, column?: number | 'all'): Pasted {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '')
  const table = likeliest(lines)
  const header = table.header?.join(' ').trim() ?? null
  const columns = table.width > 1 ? namesOf(table) : []
  if (columns.length > 0 && column === undefined) {
    return { header, columns, readings: [], reading: null }
  }
  const cells = cellsIn(table, columns.length > 0 ? column : 'all')
  const ways = readingsOf(table.apart, cells)
  const fewest = Math.min(...ways.map(({ bad }) => bad.length))
  const good = ways.filter(({ bad }) => bad.length === fewest)
  const others = columns.length > 0 ? [] : readingsApart(lines, table.apart, fewest)
  // Spaces that part thousands may as well part numbers of three digits each.
  const rivals = others.filter(({ apart }) => apart === 'spaces' && isParted(lines, good))
  const open = different([...good, ...rivals])
  const readings = different([...good, ...others])
  return { header, columns, readings, reading: open.length === 1 ? open[0] : null }
}

/**
 * The numbers of a field that holds a column, read as the page writes them: a point before decimals
 * where the column itself leaves it open.
 */
export function columnOf(text: string): Pick<ColumnReading, 'values' | 'bad'> {
  const { header, readings } = readPasted(text, 'all')
  const { values, bad } = readings[0]
  return { values, bad: header === null ? bad : [...bad, { line: 1, text: header }] }
}

/** The way to set cells apart that leaves the fewest that are no numbers. */
function likeliest(lines: readonly Cell[]): Table {
  const whole = tableOf(lines, 'nothing') ?? EMPTY
  const byComma = tableOf(lines, 'commas')
  const others = [tableOf(lines, 'spaces'), byComma].filter((table) => table !== null)
  // Commas that part the names in a header part its columns.
  if (byComma?.header && byComma.width > 1 && whole.width === 1 && badIn(byComma) === 0) {
    return byComma
  }
  const [best] = [whole, ...others]
    .map((table) => ({ table, bad: badIn(table) }))
    .sort((a, b) => a.bad - b.bad)
  return best.table
}

function tableOf(lines: readonly Cell[], apart: Apart): Table | null {
  const parted = lines.map(({ line, text }) =>
    split(text, apart).map((cell): Cell => ({ line, text: cell })),
  )
  const hasHeader = parted.length > 1 && parted[0].every(({ text }) => isName(text))
  const rows = hasHeader ? parted.slice(1) : parted
  const counts = rows.map((row) => row.length)
  if (apart !== 'nothing' && counts.some((count) => count < 2 || count !== counts[0])) return null
  const often = (count: number) => counts.filter((one) => one === count).length
  const usual = counts.find((count) => often(count) > rows.length / 2) ?? 1
  const header = hasHeader ? parted[0].map(({ text }) => text) : null
  return { apart, header, rows, width: rows.length > 1 ? usual : 1 }
}

function split(line: string, apart: Apart): string[] {
  const signs = { nothing: /[\t;]/, spaces: /[\t; ]+/, commas: /[\t;,]/ }[apart]
  const text = line.replace(/[\t;\s]+$/, '')
  return text.split(signs).map((cell) => cell.trim())
}

function isName(cell: string): boolean {
  return (
    !/\d/.test(cell) ||
    (/\p{L}/u.test(cell) && COLUMN_SIGNS.every((one) => numberIn(cell, one) === null))
  )
}

function namesOf({ header, width }: Table): string[] {
  return Array.from({ length: width }, (_, at) => header?.[at] || `column ${at + 1}`)
}

function cellsIn({ rows }: Table, column: number | 'all' = 'all'): Cell[] {
  const cells: readonly (Cell | undefined)[] =
    column === 'all' ? rows.flat() : rows.map((row): Cell | undefined => row[column])
  return cells.filter((cell) => cell !== undefined).filter(({ text }) => text !== '')
}

function badIn(table: Table): number {
  const columns = Array.from({ length: table.width }, (_, at) =>
    cellsIn(table, table.width > 1 ? at : 'all'),
  )
  return columns.reduce(
    (sum, cells) => sum + Math.min(...readingsOf(table.apart, cells).map(({ bad }) => bad.length)),
    0,
  )
}

function readingsOf(apart: Apart, cells: readonly Cell[]): ColumnReading[] {
  const signs = apart === 'commas' ? COLUMN_SIGNS.slice(0, 1) : COLUMN_SIGNS
  return signs.map((decimal) => {
    const values: number[] = []
    const bad: BadCell[] = []
    for (const cell of cells) {
      const number = numberIn(cell.text, decimal)
      if (number === null) bad.push(cell)
      else values.push(number)
    }
    return { id: `${apart} ${decimal}`, apart, decimal, values, bad, echo: echoOf(cells, decimal) }
  })
}

function echoOf(cells: readonly Cell[], decimal: Decimal): string {
  const telling = cells.filter(({ text }) => /\d[^\d%]+\d/.test(text))
  return (telling.length > 0 ? telling : cells)
    .slice(0, ECHOED)
    .map(({ text }) => `${text} → ${numberIn(text, decimal) ?? 'not read'}`)
    .join(', ')
}

/** Readings with the cells set apart in other ways, where these leave no more cells unread. */
function readingsApart(lines: readonly Cell[], now: Apart, most: number): ColumnReading[] {
  if (now !== 'nothing') return []
  return (['spaces', 'commas'] as const).flatMap((apart) => {
    const table = tableOf(lines, apart)
    const cells = table === null ? [] : cellsIn(table)
    // What begins with 0 is the rest of a number rather than one.
    if (cells.length === 0 || cells.some(({ text }) => /^0\d/.test(text))) return []
    return readingsOf(apart, cells).filter(({ bad }) => bad.length <= most)
  })
}

/** Whether whole numbers are read that nothing but spaces parts. */
function isParted(lines: readonly Cell[], readings: readonly ColumnReading[]): boolean {
  if (lines.some(({ text }) => /\d[.,]\d/.test(text))) return false
  return readings.every(({ values }) => values.every((value) => Math.abs(value) >= 1000))
}

/** Those that read other numbers than the ones before them. */
function different(readings: readonly ColumnReading[]): ColumnReading[] {
  const seen = new Set<string>()
  return readings.filter(({ values }) => {
    const key = values.join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** The number of a cell; quotation marks around it say nothing new. */
function numberIn(cell: string, decimal: Decimal): number | null {
  return readNumber(cell.replace(/^(["'])(.*)\1$/, '$2'), decimal)
}
