/** How commas are meant in numbers that were pasted. */
export type Comma = 'decimal' | 'separator' | 'thousands'

/** A cell that is no number, and where it stands. */
export interface BadCell {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

export interface Column {
  readonly values: readonly number[]
  readonly bad: readonly BadCell[]
  /** The first line, where it names the column. */
  readonly header: string | null
  /** How commas were read; null where there are none. */
  readonly comma: Comma | null
}

/** The number a text holds: "0.25", "25%" or "1,5"; the text itself where it holds none. */
export function numberOf(text: string): number | string {
  const plain = text.trim().replace('−', '-')
  const percent = plain.endsWith('%')
  const bare = (percent ? plain.slice(0, -1).trim() : plain).replace(/^(-?\d+),(\d+)$/, '$1.$2')
  const number = isDecimal(bare) ? Number(bare) : NaN
  if (Number.isNaN(number)) return text
  return percent ? unscaled(number) : number
}

/** What is wrong with a number that was typed, by the text it was typed as where it is none. */
export function saidOfTyped(problem: string | null, text: string): string | null {
  return problem?.replace(/\bgot NaN\b/, () => `got ${text.trim() || 'nothing'}`) ?? null
}

/** The share a text in percent holds: "10" and "10%" are 0.1; the text itself where it holds none. */
export function shareOf(text: string): number | string {
  const number = numberOf(text.replace('%', ''))
  return typeof number === 'number' ? unscaled(number) : text
}

/** A share as it is typed in percent. */
export function shareText(share: number): string {
  return String(Number((share * 100).toPrecision(12)))
}

function unscaled(percent: number): number {
  return Number((percent / 100).toPrecision(15))
}

/** Not all that `Number` takes: no hexadecimal, no Infinity. */
function isDecimal(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)
}

/**
 * Numbers out of a column that was copied from elsewhere: one a line, or set apart by tabs,
 * semicolons, spaces or commas. A first line without a number is a header. What is no number is
 * named by its line.
 *
 * @param comma how commas are meant; guessed from the text unless given
 */
export function parseColumn(text: string, comma: Comma = guessedComma(text)): Column {
  const values: number[] = []
  const bad: BadCell[] = []
  let header: string | null = null
  let seen = false
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const cells = cellsOf(line, comma)
    if (cells.length === 0) return
    const numbers = cells.map((cell) => cellNumber(cell, comma))
    const isFirst = !seen
    seen = true
    if (isFirst && numbers.every((number) => number === null)) {
      header = line.trim()
      return
    }
    numbers.forEach((number, at) => {
      if (number === null) bad.push({ line: index + 1, text: cells[at] })
      else values.push(number)
    })
  })
  return { values, bad, header, comma: text.includes(',') ? comma : null }
}

function cellsOf(line: string, comma: Comma): string[] {
  const separators = comma === 'separator' ? /[\t;,]/ : /[\t;]/
  return line
    .split(separators)
    .flatMap((cell) => (/^[\d\s.,%+−-]+$/.test(cell) ? cell.trim().split(/\s+/) : [cell.trim()]))
    .filter((cell) => cell !== '')
}

function cellNumber(cell: string, comma: Comma): number | null {
  // Signs of money and quotation marks around a number say nothing new.
  const bare = cell.replace(/^["'](.*)["']$/, '$1').replace(/^([+−-]?)[$€£]\s*/, '$1')
  const read = numberOf(comma === 'thousands' ? bare.replaceAll(',', '') : bare)
  return typeof read === 'number' ? read : null
}

function guessedComma(text: string): Comma {
  const cells = text.split(/[\r\n\t;]+/).map((cell) => cell.trim())
  const withComma = cells.filter((cell) => /\d,\d/.test(cell))
  const all = (form: RegExp) => withComma.length > 0 && withComma.every((cell) => form.test(cell))
  if (all(/^[+−-]?[$€£]?\d{1,3}(,\d{3})+\.\d+$/)) return 'thousands'
  if (all(/^[+−-]?[$€£]?\d{1,3}(,\d{3}){2,}$/)) return 'thousands'
  return all(/^[+−-]?[$€£]?\d+,\d+\s*%?$/) ? 'decimal' : 'separator'
}
