/** The figures behind a chart, for those who read rather than look. */
export interface ChartTable {
  readonly columns: readonly string[]
  /** A row a line; the first cell names it. */
  readonly rows: readonly (readonly (string | number)[])[]
}
