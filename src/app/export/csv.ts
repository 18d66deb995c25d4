import type { Cell, Table } from '../../findings/finding.ts'

/** Opens as a formula in a spreadsheet: such words are set apart. */
const FORMULA = /^[=+\-@\t\r]/

/** A table as comma-separated values (RFC 4180): figures in full, as a dot-decimal number. */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(csvWords), ...rows.map((row) => row.map(cellOf))]
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return csvWords(cell === '–' ? '' : cell)
  return cell.raw === null ? '' : String(cell.raw)
}

/** Words as they stand in a cell: quoted where they must be, and never a formula. */
export function csvWords(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
