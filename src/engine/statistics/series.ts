import { meanOf } from './moments.ts'
import { Selector } from './select.ts'

/** What is said of a series, quarter by quarter: `quarters + 1` values each. */
export interface SeriesSummary {
  readonly mean: readonly number[]
  readonly p5: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]
const selector = new Selector()

/**
 * The trials of a mask alone, as one block.
 *
 * @param blocks as in `summariseAllSeries`
 * @param width figures of a trial
 * @param mask 1 where a trial counts, over all blocks
 */
export function selectedSeries(
  blocks: readonly Float32Array[],
  width: number,
  mask: Uint8Array,
): Float32Array {
  const count = mask.reduce((sum, one) => sum + one, 0)
  const found = new Float32Array(width * count)
  let first = 0
  let filled = 0
  for (const block of blocks) {
    const rows = block.length / width
    for (let row = 0; row < rows; row++) {
      if (mask[first + row] !== 1) continue
      for (let place = 0; place < width; place++) {
        found[place * count + filled] = block[place * rows + row]
      }
      filled++
    }
    first += rows
  }
  return found
}

/**
 * Summarises one series over trials. Values were stored as float32, so figures are right to about
 * seven digits.
 *
 * @param blocks as in `summariseAllSeries`
 * @param at place of the series in the catalogue
 * @param count number of series
 * @param points quarters + 1
 */
export function summariseSeries(
  blocks: readonly Float32Array[],
  at: number,
  count: number,
  points: number,
): SeriesSummary {
  const width = count * points
  const trials = blocks.reduce((sum, block) => sum + block.length / width, 0)
  const column = new Float32Array(trials)
  const quarters = Array.from({ length: points }, (_, quarter) => {
    const place = at * points + quarter
    let filled = 0
    for (const block of blocks) {
      const rows = block.length / width
      column.set(block.subarray(place * rows, (place + 1) * rows), filled)
      filled += rows
    }
    const mean = meanOf(column)
    const [p5, p25, p50, p75, p95] = selector.quantiles(column, QUANTILES)
    return { mean, p5, p25, p50, p75, p95 }
  })
  return {
    mean: quarters.map((one) => one.mean),
    p5: quarters.map((one) => one.p5),
    p25: quarters.map((one) => one.p25),
    p50: quarters.map((one) => one.p50),
    p75: quarters.map((one) => one.p75),
    p95: quarters.map((one) => one.p95),
  }
}
