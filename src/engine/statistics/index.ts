import { type CaseColumns, outcomeColumn, outcomeIndex } from '../columns.ts'
import type { CategoryOutcome, Model } from '../model.ts'
import { BLOCK } from '../plan.ts'
import type { Replicate } from '../sampling/design.ts'
import { type Columns, maskOf } from '../selection.ts'
import { type SeriesSummary, summariseSeries } from './series.ts'
import { type NumberSummary, summarise, summariseWhere } from './summary.ts'

export type { SeriesSummary } from './series.ts'
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
  readonly series: Readonly<Record<string, SeriesSummary>>
  /** Trials the series stand on: the first ones of the run. */
  readonly seriesTrials: number
}

/**
 * Summarises one case.
 *
 * @param quarters the horizon of the run
 * @param replicate which trials are one independent repetition of the design
 */
export function summariseCase(
  model: Model,
  quarters: number,
  columns: CaseColumns,
  replicate: Replicate,
): CaseSummary {
  const { trials } = columns
  const seriesTrials = trialsOfSeries(columns, model.series.length * (quarters + 1))
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
  const series = model.series.map(({ id }, index) => {
    const summary = summariseSeries(columns.series, index, model.series.length, quarters + 1)
    return [id, summary] as const
  })
  return {
    trials,
    outcomes,
    categories,
    condition: { count, fraction: count / trials, outcomes: where },
    series: Object.fromEntries(series),
    seriesTrials,
  }
}

/** @param width values of a trial */
function trialsOfSeries({ trials, series }: CaseColumns, width: number): number {
  const wanted = Math.min(trials, series.length * BLOCK)
  const held = series.reduce((sum, block) => sum + block.length, 0)
  if (held !== wanted * width) {
    throw new Error(`the series of ${wanted} trials must be ${wanted * width} values, got ${held}`)
  }
  return wanted
}

/** 1 for every trial of one case that meets the model's condition. */
export function conditionMask(model: Model, columns: CaseColumns): Uint8Array {
  const own: Columns = {
    trials: columns.trials,
    outcome: (_of, id) => outcomeColumn(columns, outcomeIndex(model, id)),
    input: () => new Float64Array(),
  }
  return maskOf({ kind: 'condition' }, model, own, [{ strategy: '', scenario: '' }])
}

/** The share of trials in each state of a category. */
export function fractions(
  { states }: CategoryOutcome,
  values: ArrayLike<number>,
): Record<string, number> {
  const counts = states.map(() => 0)
  for (let i = 0; i < values.length; i++) counts[values[i]]++
  return Object.fromEntries(states.map((state, index) => [state, counts[index] / values.length]))
}
