import type { Simulator } from './model.ts'

/** Trials gathered before they are written out: a column then gets as many neighbours at once. */
export const TILE = 16

/** Columns of one case and block, and how many trials each has. */
export interface Columns {
  readonly trials: number
  /** `outcomes[o * trials + i]`. */
  readonly outcomes: Float64Array
  /** `series[s * trials + i]`; empty where they are not recorded. */
  readonly series: Float32Array
}

/** What a few trials give in one case, on its way from the simulator to columns. */
export class Tile {
  private readonly outcomes: Float64Array
  private readonly series: Float64Array

  /**
   * @param width outcomes of the model
   * @param size values of its series; 0 where they are not recorded
   */
  constructor(
    private readonly width: number,
    readonly size: number,
  ) {
    this.outcomes = new Float64Array(TILE * width)
    this.series = new Float64Array(TILE * size)
  }

  /** Takes what the last trial run gave. */
  take({ outcomes, series }: Simulator, row: number): void {
    this.outcomes.set(outcomes, row * this.width)
    if (this.size > 0) this.series.set(series, row * this.size)
  }

  /** Writes the first rows into columns, from a trial on. */
  write({ trials, outcomes, series }: Columns, start: number, rows: number): void {
    turn(this.outcomes, outcomes, { width: this.width, trials, start, rows })
    if (this.size > 0) turn(this.series, series, { width: this.size, trials, start, rows })
  }
}

/** Rows of a tile become parts of columns. */
function turn(
  tile: Float64Array,
  columns: Float64Array | Float32Array,
  {
    width,
    trials,
    start,
    rows,
  }: {
    readonly width: number
    readonly trials: number
    readonly start: number
    readonly rows: number
  },
): void {
  for (let column = 0, at = start; column < width; column++, at += trials) {
    for (let row = 0, from = column; row < rows; row++, from += width) {
      columns[at + row] = tile[from]
    }
  }
}
