import { type CaseColumns, outcomeColumn } from '../columns.ts'
import type { Catalogue, CategoryOutcome } from '../model.ts'
import type { Replicate } from '../sampling/design.ts'
import { conditionMask } from './condition.ts'
import { type SeriesSummary, summariseSeries } from './series.ts'
import { type NumberSummary, summarise, summariseWhere } from './summary.ts'

export { conditionMask } from './condition.ts'
export { selectedSeries, type SeriesSummary } from './series.ts'
export { type NumberSummary, type QuantileField, quantileFields } from './summary.ts'

/** All that is said of one case. */
export interface CaseSummary {
  readonly trials: number
  /** By outcome id, numbers only. */
  readonly outcomes: Readonly<Record<string, NumberSummary>>
  /** By outcome id, categories only: the share of trials in each state, every state listed. */
  readonly categories: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** The same over the futures that meet the model's condition; no outcomes where none does. */
  readonly condition: {
    readonly count: number
    readonly fraction: number
    readonly outcomes: Readonly<Record<string, NumberSummary>>
  }
}

/** What is said of the series of one case: asked for on its own, since it costs as much as the run. */
export interface CaseSeries {
  /** Trials they stand on: the first ones of the run. */
  readonly trials: number
  /** By series id. */
  readonly series: Readonly<Record<string, SeriesSummary>>
  /** The trials of the single futures: the first ones that count. */
  readonly singleTrials: readonly number[]
  /** By series id, those single futures, quarter by quarter. */
  readonly singles: Readonly<Record<string, readonly (readonly number[])[]>>
}

/**
 * Summarises one case.
 *
 * @param replicate which trials are one independent repetition of the design
 */
export function summariseCase(
  model: Catalogue,
  columns: CaseColumns,
  replicate: Replicate,
): CaseSummary {
  const { trials } = columns
  const outcomes: Record<string, NumberSummary> = {}
  const where: Record<string, NumberSummary> = {}
  const categories: Record<string, Record<string, number>> = {}
  const mask = conditionMask(model, columns)
  model.outcomes.forEach((outcome, index) => {
    const values = outcomeColumn(columns, index)
    if (outcome.kind === 'category') {
      categories[outcome.id] = fractions(outcome, values)
      return
    }
    outcomes[outcome.id] = summarise(values, replicate)
    const conditional = summariseWhere(values, mask, replicate)
    if (conditional) where[outcome.id] = conditional
  })
  const count = mask.reduce((sum, one) => sum + one, 0)
  return {
    trials,
    outcomes,
    categories,
    condition: { count, fraction: count / trials, outcomes: where },
  }
}

/** Single futures given with the series of a case. */
export const SINGLES = 10

/**
 * Summarises the series of one case, one after another. Yields between them.
 *
 * @param quarters the horizon of the run
 * @param blocks per block `[(s * (quarters + 1) + t) * n + i]` with n trials in it
 * @param trialsOf the trial in each place of the first block, where that is not the place itself
 */
export function* summariseAllSeries(
  model: Catalogue,
  quarters: number,
  blocks: readonly Float32Array[],
  trialsOf?: readonly number[],
): Generator<void, CaseSeries> {
  const points = quarters + 1
  const width = model.series.length * points
  const series: Record<string, SeriesSummary> = {}
  const singles: Record<string, number[][]> = {}
  const rows = blocks[0].length / width
  const places = Array.from({ length: Math.min(SINGLES, rows) }, (_, place) => place)
  const singleTrials = places.map((place) => trialsOf?.[place] ?? place)
  for (const [at, { id }] of model.series.entries()) {
    series[id] = summariseSeries(blocks, at, model.series.length, points)
    singles[id] = places.map((place) =>
      Array.from({ length: points }, (__, t) => blocks[0][(at * points + t) * rows + place]),
    )
    yield
  }
  const trials = blocks.reduce((sum, block) => sum + block.length / width, 0)
  return { trials, series, singleTrials, singles }
}

function fractions({ states }: CategoryOutcome, values: Float64Array): Record<string, number> {
  const counts = states.map(() => 0)
  for (const state of values) counts[state]++
  return Object.fromEntries(states.map((state, index) => [state, counts[index] / values.length]))
}
