/** A figure in a table: as it is written, and the number it stands for. */
export interface Amount {
  readonly text: string
  /** Unrounded, in the figure's own unit; null where there is none. */
  readonly raw: number | null
  /** One standard error of it, in the same unit; absent where it has none or none is known. */
  readonly error?: number | null
}

/** Words, or a figure. */
export type Cell = string | Amount

/** The figures of a finding, for those who read rather than look. */
export interface Table {
  readonly columns: readonly string[]
  /** A row a line; the first cell names it. */
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * What was found, ready to be drawn, shown as a table, printed or saved: page and command line say
 * the same.
 */
export interface Finding<Marks = null> {
  /** Kebab-case; what a saved picture or table of it is called. */
  readonly id: string
  /** States the finding. */
  readonly title: string
  /** What is measured, and its unit. */
  readonly measure: string
  /** What is drawn, and which futures are counted. */
  readonly caption: string
  /** The same in figures, worked out when asked for. */
  readonly table: () => Table
  /** What a chart draws. */
  readonly marks: Marks
}

/** A figure for a cell. */
export function amount(text: string, raw: number | null, error: number | null = null): Amount {
  return error === null ? { text, raw } : { text, raw, error }
}

/** What is written in a cell. */
export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}
