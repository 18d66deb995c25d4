/** What is wrong in a sheet that the values of its cells do not show. */
export interface Flaws {
  /** Formulas that came to an error or to nothing: where (counted from 0), and what. */
  readonly errors: readonly {
    readonly row: number
    readonly column: number
    readonly text: string
  }[]
  /** Ranges of merged cells, as B3:B5, and their last rows as spreadsheets count. */
  readonly merged: readonly { readonly range: string; readonly last: number }[]
}

/** Rows and columns that a sheet may have: more would fill the memory with empty ones. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 1000

/** How a formula without a value is called among errors. */
const NO_VALUE = '#NOT CALCULATED'

/**
 * Looks a sheet through.
 *
 * @param xml the part of the workbook that is the sheet
 * @throws in a sentence, where it has more rows or columns than anybody fills in
 */
export function flawsIn(xml: string): Flaws {
  const errors: Flaws['errors'][number][] = []
  for (const [, number] of xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)) {
    checkSize(Number(number), 0)
  }
  const cells = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>((?:(?!<(?:\w+:)?c[\s>]).)*?)<\/(?:\w+:)?c>)/gs
  for (const [, attributes, inside = ''] of xml.matchAll(cells)) {
    const [, letters, digits] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? []
    if (digits === undefined) continue
    const [column, row] = [columnOf(letters), Number(digits)]
    checkSize(row, column)
    const text = errorIn(attributes, inside)
    if (text !== null) errors.push({ row: row - 1, column: column - 1, text })
  }
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([^"]*)"/g)].map(
    ([, range]) => ({
      range,
      last: Math.max(...[...range.matchAll(/\d+/g)].map(Number)),
    }),
  )
  return { errors, merged }
}

function errorIn(attributes: string, inside: string): string | null {
  if (/\bt="e"/.test(attributes)) return /<(?:\w+:)?v>([^<]*)</.exec(inside)?.[1] ?? '#ERROR!'
  const isFormula = /<(?:\w+:)?f[\s/>]/.test(inside)
  return isFormula && !/<(?:\w+:)?v>/.test(inside) ? NO_VALUE : null
}

function checkSize(rows: number, columns: number): void {
  if (rows <= MOST_ROWS && columns <= MOST_COLUMNS) return
  throw new Error(
    `a sheet of at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns is expected, got a larger one`,
  )
}

/** The number of a column from its letters: A is 1. */
function columnOf(letters: string): number {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number
}
