import type { Catalogue } from '../model.ts'
import type { Replicate } from '../sampling/design.ts'
import { type CaseSeries, selectedSeries, type SeriesSummary, summariseAllSeries } from './index.ts'
import { standardErrorOf } from './standard-error.ts'

/** One case's series less another's, future by future: `quarters + 1` values each. */
export interface SeriesDifference extends SeriesSummary {
  /** Of the mean difference; null where it is not known. */
  readonly standardError: readonly (number | null)[]
  /** Shares of futures in which the first is above, and below. */
  readonly above: readonly number[]
  readonly below: readonly number[]
}

/** The same of all series, with single futures of the difference. */
export interface CaseDifference extends Pick<CaseSeries, 'trials' | 'singles'> {
  /** By series id; none where no future counts. */
  readonly series: Readonly<Record<string, SeriesDifference>>
}

/**
 * Summarises differences of the series of two cases, one series after another. Yields between them.
 *
 * @param quarters the horizon of the run
 * @param blocks of differences, as in `summariseAllSeries`
 * @param replicate which trials are one independent repetition of the design
 * @param mask 1 where a trial counts; all do without it
 */
export function* summariseDifference(
  model: Catalogue,
  quarters: number,
  blocks: readonly Float32Array[],
  replicate: Replicate,
  mask?: Uint8Array,
): Generator<void, CaseDifference> {
  const points = quarters + 1
  const width = model.series.length * points
  const counted = mask ? [selectedSeries(blocks, width, mask)] : blocks
  if (counted[0].length === 0) return { trials: 0, series: {}, singles: {} }
  const { trials, series, singles } = yield* summariseAllSeries(model, quarters, counted)
  const all = blocks.reduce((sum, block) => sum + block.length / width, 0)
  const deviations = new Float64Array(all)
  const found: Record<string, SeriesDifference> = {}
  for (const [at, { id }] of model.series.entries()) {
    const each = series[id].mean.map((mean, t) => {
      let [first, above, below] = [0, 0, 0]
      for (const block of blocks) {
        const rows = block.length / width
        const from = (at * points + t) * rows
        for (let row = 0; row < rows; row++) {
          const counts = !mask || mask[first + row] === 1
          const value = block[from + row]
          deviations[first + row] = counts ? value - mean : 0
          if (counts && value > 0) above++
          if (counts && value < 0) below++
        }
        first += rows
      }
      const error = trials < 2 ? null : standardErrorOf(deviations, replicate, trials)
      return { error, above: above / trials, below: below / trials }
    })
    found[id] = {
      ...series[id],
      standardError: each.map(({ error }) => error),
      above: each.map(({ above }) => above),
      below: each.map(({ below }) => below),
    }
    yield
  }
  return { trials, series: found, singles }
}
