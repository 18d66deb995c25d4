import { type Cell, type Table, textOf } from '../findings/finding.ts'

/** A finding's table as lines of text: columns as wide as their widest cell, figures flush right. */
export function printed({ columns, rows }: Table): string[] {
  const texts = [columns, ...rows.map((row) => row.map(textOf))]
  return columns.length === 0
    ? []
    : aligned(
        texts,
        columns.map((_, at) => isFigures(rows, at)),
      )
}

function aligned(rows: readonly (readonly string[])[], flushRight: readonly boolean[]): string[] {
  const widths = flushRight.map((_, at) => Math.max(...rows.map((row) => row[at].length)))
  return rows.map((row) =>
    row
      .map((cell, at) => (flushRight[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd(),
  )
}

/** Whether a column holds figures, or a dash where there is none. */
function isFigures(rows: readonly (readonly Cell[])[], at: number): boolean {
  return rows.every((row) => typeof row[at] !== 'string' || row[at] === '–')
}
