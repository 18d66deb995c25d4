import type { Dossier } from '../../../dossier/dossier.ts'
import { CLOSES, ALL } from '../../../engine/selection.ts'
import { statusQuoOf } from '../../../findings/status-quo.ts'
import { vantageWords } from '../../../findings/vantage-words.ts'
import { STAKES_VERSION } from '../../../study/index.ts'
import { HEADLINE, market } from '../../../study/model.ts'
import { counted, sentences, today } from '../../../words/index.ts'
import { inUnit, strategyFigures, withError, withErrorColumns } from './facts.ts'
import { type Column, type Sheet, type Styled, type Value } from './sheet.ts'
import { TRIALS } from './trials.ts'

/** Longer addresses fit in no cell. */
const LONGEST_LINK = 32_000

/** What the workbook is of, and every strategy of the scenario in sight in figures. */
export async function summarySheet(dossier: Dossier): Promise<Sheet> {
  const { outcome, plan, sight } = dossier
  const { unit } = outcome
  const results = await dossier.results()
  const closing = await closes(dossier)
  const found = await strategyFigures(dossier)
  const quo = statusQuoOf(plan)
  const standing = (id: string) =>
    [
      id === sight.chosen ? 'chosen' : '',
      id === sight.rival ? 'compared with' : '',
      id === quo ? 'status quo' : '',
    ]
      .filter(Boolean)
      .join(', ') || null
  const loss = outcome.better === 'lower' ? 'Chance above 0' : 'Chance below 0'
  const columns: Column[] = [
    { label: 'Strategy', width: 34, wraps: true },
    { label: 'In this workbook', width: 26 },
    ...withErrorColumns(inUnit('Mean', unit), unit),
    ...['P10', 'P50', 'P90'].flatMap((name) => withErrorColumns(inUnit(name, unit), unit)),
    ...withErrorColumns(loss, 'fraction'),
    ...withErrorColumns(inUnit('Worst 1 in 20 on average', unit), unit),
    ...withErrorColumns(inUnit('Regret on average', unit), unit),
    ...withErrorColumns('Best in', 'fraction'),
    ...withErrorColumns('Deal closes', 'fraction'),
    { label: 'Strategy ID', width: 20 },
  ]
  const rows = found.map(({ id, label, figures: of }, at): (Value | Styled)[] => [
    { value: label, isBold: id === sight.chosen },
    standing(id),
    ...[of.mean, of.p10, of.p50, of.p90, of.loss, of.shortfall, of.regret, of.best].flatMap(
      withError,
    ),
    ...withError(closing[at]),
    id,
  ])
  const choice = outcome.id === HEADLINE ? await dossier.choice() : null
  return {
    name: 'Summary',
    caption: sentences([
      `${outcome.label} of every strategy in “${dossier.scenarioLabel}”, over ${counted(results.trials, 'future')}.`,
      choice ? `${choice.headline}.`.replace(/\.\.$/, '.') : null,
    ]),
    columns,
    rows: [...rows, [], ...factRows(dossier, results.trials, results.digest)],
  }
}

/** How often the deal closes, strategy by strategy. */
async function closes(dossier: Dossier) {
  const results = await dossier.results()
  const cases = results.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
  const ask = { outcome: dossier.outcome.id, means: ALL, counted: CLOSES, target: 0 }
  const request = { ...ask, side: 'atLeast' as const, cases }
  const { signal } = dossier.options
  const found = await dossier.runner.ask('points', results, request, signal ? { signal } : {})
  return found.map((one) => one.closes)
}

function factRows(dossier: Dossier, trials: number, digest: string | null): (Value | Styled)[][] {
  const { study, plan, sight, outcome } = dossier
  const link = dossier.link()
  const facts: readonly (readonly [string, Value | Styled])[] = [
    ['Study', study.name],
    ['Written on', today()],
    ['Scenario', `${dossier.scenarioLabel} (${sight.scenario})`],
    ['Seen from', vantageWords(plan.vantage)],
    ['Outcome', `${outcome.label}: ${outcome.description}`],
    ['Chosen strategy', dossier.labelOf(sight.chosen)],
    ['Compared with', dossier.labelOf(sight.rival)],
    ['Futures', { value: trials, format: '#,##0', isLeft: true }],
    ['Quarters', { value: plan.quarters, isLeft: true }],
    ['Seed', plan.seed],
    ['Sampling', plan.sampling],
    ['Model', `${market.id} ${market.version}`],
    ['Stakes', STAKES_VERSION],
    ['Digest of the run', digest],
    [
      'Link, after the address of Stakes',
      link.length > LONGEST_LINK ? 'too long for a cell' : link,
    ],
    [
      'Errors',
      'A standard error is that of the simulation: how far a figure would move with other random numbers. It says nothing of beliefs that are wrong.',
    ],
    [
      'To change beliefs',
      'Edit the yellow columns of the sheet Assumptions and open the file in Stakes: it lists every change, to be taken or refused. Shape and Parameters say a belief, or P10, P50 and P90 do: edit one of the two.',
    ],
    [
      'Trials',
      `The sheet Trials holds the first ${counted(Math.min(TRIALS, trials), 'future')}, so that the workbook opens quickly; every future is in the CSV and Parquet files.`,
    ],
  ]
  return facts.map(([label, value]) => [{ value: label, isBold: true }, value])
}
