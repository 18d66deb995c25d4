/** Numbers of one kind in a fixed order, such as one per provider. */
export type Row = Float64Array
/** Rows of one kind, such as one per segment: `share[s][p]`. */
export type Table = readonly Row[]

/**
 * Gives out rows that lie beside each other: workers whose small arrays share a cache line slow each
 * other, and rows taken one after the other can be copied at one go.
 */
export class Memory {
  private readonly numbers: Float64Array
  private taken = 0

  /** @param length the most numbers that are asked for */
  constructor(length: number) {
    this.numbers = new Float64Array(length)
  }

  /** A row of zeros. */
  row(length: number): Row {
    return this.span(this.taken, (this.taken += length))
  }

  /** So many rows. */
  table(rows: number, length: number): Table {
    return Array.from({ length: rows }, () => this.row(length))
  }

  /** What was taken by a call, as one row. */
  rowOf<T>(take: () => T): { readonly whole: Row; readonly parts: T } {
    const from = this.taken
    const parts = take()
    return { whole: this.span(from, this.taken), parts }
  }

  private span(from: number, to: number): Row {
    if (to > this.numbers.length) throw new Error(`memory holds ${this.numbers.length} numbers`)
    return this.numbers.subarray(from, to)
  }
}
