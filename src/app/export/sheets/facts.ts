import type { StrategyTableRequest } from '../../../analyses/strategy-table.ts'
import type { Estimate } from '../../../analyses/estimates.ts'
import type { Dossier } from '../../../dossier/dossier.ts'
import { strategiesOf } from '../../../engine/plan.ts'
import { ALL } from '../../../engine/selection.ts'
import { sideOf } from '../../../findings/target.ts'
import { countedFor, selectionOf } from '../../../findings/where.ts'
import { isChoice } from '../../../study/index.ts'
import { type Column, errorFormatOf, formatOf, type Value } from './sheet.ts'

const figures = [
  { id: 'mean', kind: 'mean' },
  { id: 'p10', kind: 'quantile', p: 0.1 },
  { id: 'p50', kind: 'quantile', p: 0.5 },
  { id: 'p90', kind: 'quantile', p: 0.9 },
  { id: 'shortfall', kind: 'shortfall', share: 0.05 },
  { id: 'regret', kind: 'meanRegret' },
  { id: 'best', kind: 'best' },
] as const

export type FigureId = (typeof figures)[number]['id'] | 'loss'

/** A strategy in figures, each with its error; null for what it has not got. */
export interface StrategyFigures {
  readonly id: string
  readonly label: string
  readonly figures: Readonly<Record<FigureId, Estimate | null>>
}

/** Every strategy of the scenario in sight, by the outcome in sight, over all futures. */
export async function strategyFigures(dossier: Dossier): Promise<StrategyFigures[]> {
  const { plan, outcome, runner } = dossier
  const results = await dossier.results()
  const strategies = strategiesOf(plan)
  const shown = await dossier.rows()
  const choices = strategies.filter((one) => isChoice(plan.vantage, one))
  const counted = selectionOf(countedFor(outcome, 'all'))
  const target = { at: 0, side: sideOf(outcome.better) }
  const request: StrategyTableRequest = {
    cases: strategies.map(({ id }) => dossier.ref(id)),
    choices: choices.map(({ id }) => dossier.ref(id)),
    outcome: outcome.id,
    better: outcome.better,
    figures: [...figures.map(({ id: _id, ...figure }) => figure), { kind: 'missed', target }],
    selection: counted,
    means: counted,
    shared: ALL,
  }
  const { signal } = dossier.options
  const rows = await runner.ask('strategyTable', results, request, signal ? { signal } : {})
  const ids: readonly FigureId[] = [...figures.map(({ id }) => id), 'loss']
  return strategies.map(({ id, label }, at) => ({
    id,
    label,
    figures: {
      ...(Object.fromEntries(ids.map((figure, place) => [figure, rows[at][place]])) as Record<
        FigureId,
        Estimate | null
      >),
      // To the last bit as everywhere else; the table adds up in another order.
      mean: shown[at].mean,
    },
  }))
}

/** A figure and its error, in two columns. */
export function withErrorColumns(label: string, unit: string): Column[] {
  return [
    { label, width: 13, format: formatOf(unit) },
    { label: `${label}, standard error`, width: 12, format: errorFormatOf(unit) },
  ]
}

/** The values of those. */
export function withError(estimate: Estimate | null | undefined): Value[] {
  return [estimate?.value ?? null, estimate?.error ?? null]
}

/** A name with the unit of its numbers; percent says it itself. */
export function inUnit(label: string, unit: string): string {
  return unit === 'fraction' || unit === 'event' ? label : `${label} (${unit})`
}
