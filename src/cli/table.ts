/** How a column of a table is set. */
export type Align = 'left' | 'right'

/** Rows of cells as lines of text, columns as wide as their widest cell, two spaces apart. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[],
): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  return all.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(widths[column] - cell.length)
        return align[column] === 'left' ? cell + gap : gap + cell
      })
      .join('  ')
      .trimEnd(),
  )
}
