import type { Driver } from '../../analyses/drivers.ts'
import type { Levers, NumberOutcome } from '../../engine/model.ts'
import { caseOf } from '../../engine/plan.ts'
import { ALL } from '../../engine/selection.ts'
import type { NumberSummary } from '../../engine/statistics/index.ts'
import { beliefsAmong } from '../../findings/drivers.ts'
import type { Estimate } from '../../findings/estimates.ts'
import { runNote } from '../../findings/run-note.ts'
import { hasFigure, type StrategyRow } from '../../findings/strategy-rows.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import { assumptions, labelOf } from '../../study/model.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Dossier } from '../dossier.ts'

/** What a page says of the run it stands on. */
export function captionOf(
  _dossier: Pick<Dossier, 'sight'>,
  results: Pick<RunResults, 'plan' | 'trials'>,
): string {
  return `${runNote(results)}. ± is one standard error of the simulation.`
}

/** The levers of a strategy in the scenario in sight. */
export function resolvedLevers(dossier: Dossier, strategy: string): Levers {
  return caseOf(dossier.plan, dossier.ref(strategy)).levers
}

/** The chosen strategy in figures. */
export async function chosenRow(dossier: Dossier): Promise<StrategyRow> {
  const rows = await dossier.rows()
  return rows.find(({ id }) => id === dossier.sight.chosen) ?? rows[0]
}

/** What is said of the outcome over the futures that have it. */
export function summaryOf(
  { summary }: Pick<StrategyRow, 'summary'>,
  { id, onlyIf }: NumberOutcome,
): NumberSummary {
  const closed = onlyIf === 'met' ? summary.condition.outcomes[id] : undefined
  return closed ?? summary.outcomes[id]
}

/** Said of a strategy that has no figure of the outcome in any future; null where it has. */
export function noFigureWords(outcome: NumberOutcome, row: StrategyRow): string | null {
  return hasFigure(outcome, row)
    ? null
    : `${row.label} closes in no future: there is no ${measureOf(outcome)}`
}

/** The beliefs that the outcome goes with, of the chosen strategy; none where it has no figure. */
export async function strongestBeliefs(dossier: Dossier): Promise<readonly Driver[]> {
  if (!hasFigure(dossier.outcome, await chosenRow(dossier))) return []
  return beliefsAmong(await dossier.drivers(dossier.sight.chosen))
}

/** The chance of a loss with a strategy, with its error; null for an outcome that knows none. */
export async function lossOf(
  dossier: Dossier,
  { id, summary }: StrategyRow,
): Promise<Estimate | null> {
  const { outcome, runner, options } = dossier
  const { below0 } = summary.outcomes[outcome.id]
  if (outcome.better !== 'higher' || (below0 === 0 && outcome.unit !== 'USD bn')) return null
  const targets = [{ at: 0, side: 'atLeast' as const }]
  const request = {
    cases: [dossier.ref(id)],
    outcome: outcome.id,
    selection: ALL,
    quantiles: [],
    targets,
  }
  const asking = options.signal ? { signal: options.signal } : {}
  const [{ chances }] = await runner.ask('readings', await dossier.results(), request, asking)
  return { value: below0, error: chances[0].error }
}

/** How the outcome goes with a belief, in a sentence; an event happens or not. */
export function goesWords(
  { id, correlation }: Pick<Driver, 'id' | 'correlation'>,
  name: string,
): string {
  const way = correlation > 0 ? 'higher' : 'lower'
  const isEvent = assumptions.find((one) => one.id === id)?.role === 'event'
  return isEvent
    ? `Where “${labelOf(id)}” comes true, ${name} is ${way}.`
    : `The higher “${labelOf(id)}”, the ${way} ${name}.`
}
