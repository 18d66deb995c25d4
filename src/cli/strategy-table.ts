import type { NumberOutcome } from '../engine/model.ts'
import { own } from '../engine/own.ts'
import { ALL, type Selection } from '../engine/selection.ts'
import { dominanceSentences } from '../findings/dominance-words.ts'
import { textOf } from '../findings/finding.ts'
import { limitsOf } from '../findings/limits.ts'
import { choicesOf } from '../findings/status-quo.ts'
import {
  dominancesWanted,
  figuresFrom,
  figuresWanted,
  tableChoice,
  tableLeadsWanted,
  tableRanking,
  type TableSubject,
  tailsFrom,
  tailsWanted,
} from '../findings/strategy-table-asked.ts'
import { strategyTableFinding, type StrategyTableFacts } from '../findings/strategy-table.ts'
import { hasFigure, strategyRows } from '../findings/strategy-rows.ts'
import { tableColumns } from '../findings/table-columns.ts'
import { firstTarget, sideOf } from '../findings/target.ts'
import { countedFor } from '../findings/where.ts'
import { observedSelection, type ResolvedStudy, oneOf } from '../study/index.ts'
import { market } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import type { Extra } from './extras.ts'
import { printed } from './table.ts'

/** Every strategy in figures, scenario by scenario. */
export const strategyTable: Extra = {
  option: 'table',
  takes: 'OUTCOME',
  usage: [
    'every strategy in figures: ranges, expected shortfall, regret, how talks',
    'end, and which dominate which; npv is the headline',
  ],
  prepare(study, typed) {
    const numbers = market.outcomes.filter((one) => one.kind === 'number')
    oneOf('--table', typed.trim(), numbers)
    const outcome = numbers.find(({ id }) => id === typed.trim()) ?? numbers[0]
    return async (runner, results) => {
      const found: Found[] = []
      for (const { id, label } of results.plan.worlds) {
        found.push(await tableIn(runner, study, results, outcome, { id, label }))
      }
      return {
        text: found.map(({ text }) => text).join('\n'),
        json: { table: found.map(({ json }) => json) },
      }
    }
  },
}

interface Found {
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
}

async function tableIn(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
  outcome: NumberOutcome,
  world: { readonly id: string; readonly label: string },
): Promise<Found> {
  const selection = study.observed ? observedSelection(study) : ALL
  const subject = await subjectOf(runner, results, study, outcome, world.id, selection)
  if (!subject) {
    const none = `${world.label}: no future agrees with what came, so there is no table.\n`
    return { text: none, json: { outcome: outcome.id, scenario: world.id, columns: [], rows: [] } }
  }
  const { trials, ...about } = subject
  const limits = limitsOf({ trials, sampling: results.plan.sampling }, outcome, study.negligible)
  const facts = await factsOf(runner, results, about, limits)
  const { title, measure, caption, marks } = strategyTableFinding(facts)
  const choices = facts.strategies.filter((one) => one.isChoice && one.hasFigure)
  const labels = choices.map(({ label }) => label)
  const dominance = facts.dominances ? dominanceSentences(labels, facts.dominances, outcome) : []
  const groups = [...new Set(marks.columns.map(({ group }) => group))]
  const tables = groups.flatMap((group) => {
    const at = marks.columns.flatMap((one, i) => (one.group === group ? [i] : []))
    const columns = at.map((i) => {
      const { label, unit } = marks.columns[i]
      return unit ? `${label}, ${unit}` : label
    })
    const rows = marks.rows.map(({ label, cells }) => [label, ...at.map((i) => cells[i])])
    return ['', ...printed({ columns: [`${group}, ${marks.columns[at[0]].of}`, ...columns], rows })]
  })
  const more = dominance.length > 0 ? ['', ...dominance] : []
  const text = [`${world.label}: ${title}`, measure, ...tables, ...more, '', caption.trim(), '']
  return { text: text.join('\n'), json: jsonOf(facts, world.id, dominance) }
}

/** What the table is about; null where no future counts. */
async function subjectOf(
  runner: Runner,
  results: RunResults,
  { targets = {} }: ResolvedStudy,
  outcome: NumberOutcome,
  scenario: string,
  agreeing: Selection,
): Promise<(TableSubject & { readonly trials: number }) | null> {
  const where = countedFor(outcome, agreeing.kind === 'all' ? 'all' : 'observed')
  const shared = agreeing.kind === 'all' ? 'all' : 'observed'
  const cases = results.cases.filter((one) => one.scenario === scenario)
  const rows = strategyRows({ plan: results.plan, cases }, outcome, 'all')
  const choices = choicesOf(rows, results.plan.vantage)
  const request = { cases: [cases[0]].map(refOf), outcomes: [outcome.id], selection: agreeing }
  const [counted] = cases.length > 0 ? await runner.ask('summaries', results, request) : []
  if (!counted) return null
  const without = rows.find(({ isReference }) => isReference)?.summary.outcomes[outcome.id].mean
  const spread = cases.flatMap(({ summary }) => {
    const { p5, p95 } = summary.outcomes[outcome.id]
    return [p5, p95]
  })
  const first = firstTarget([Math.min(...spread), Math.max(...spread)], without ?? null)
  const at = own(targets, outcome.id) ?? first
  return {
    outcome,
    target: { at, side: sideOf(outcome.better) },
    where,
    means: where,
    shared,
    agreeing,
    scenario,
    strategies: rows.map((row) => ({
      id: row.id,
      label: row.label,
      isChoice: choices.includes(row),
      hasFigure: hasFigure(outcome, row),
    })),
    against: null,
    trials: counted.trials,
  }
}

async function factsOf(
  runner: Runner,
  results: RunResults,
  subject: TableSubject,
  limits: ReturnType<typeof limitsOf>,
): Promise<StrategyTableFacts> {
  const asked = [false, true].map((byTarget) => figuresWanted(subject, byTarget))
  const parts = []
  for (const one of asked) {
    parts.push(figuresFrom(one, await runner.ask('strategyTable', results, one.request)))
  }
  const figures = { ...parts[0], ...parts[1] }
  const ranking = tableRanking(subject, figures)
  const wanted = tableLeadsWanted(subject, ranking)
  const leads = wanted.length > 0 ? await runner.ask('estimates', results, { wanted }) : []
  const tails = tailsWanted(subject, ranking)
  const dominances = dominancesWanted(subject, limits.certain)
  return {
    ...subject,
    figures,
    choice: tableChoice(subject, ranking, leads, limits),
    tails: tails && tailsFrom(subject, await runner.ask('strategyTable', results, tails)),
    certain: limits.certain,
    dominances: dominances && (await runner.ask('dominances', results, dominances)),
    shown: tableColumns(subject.outcome, subject.target, subject).map(({ id }) => id),
    against: null,
    sort: null,
  }
}

/** The table as it is in files: figures in full, each with its error. */
function jsonOf(facts: StrategyTableFacts, scenario: string, dominance: readonly string[]) {
  const { marks } = strategyTableFinding(facts)
  return {
    outcome: facts.outcome.id,
    scenario,
    target: facts.target.at,
    columns: marks.columns.map(({ id, label, unit }) => ({ id, label, unit })),
    rows: marks.rows.map(({ id, label, mark, cells }, at) => ({
      strategy: id,
      label,
      mark,
      figures: Object.fromEntries(
        marks.columns.map((column, i) => {
          const found = facts.figures[column.id]?.[at]
          const isFigure = typeof cells[i] !== 'string' && column.kind !== 'words'
          return [
            column.id,
            column.kind === 'words'
              ? textOf(cells[i])
              : found && isFigure
                ? { value: found.value, standardError: found.error }
                : null,
          ]
        }),
      ),
    })),
    dominance,
  }
}

function refOf({ strategy, scenario }: { readonly strategy: string; readonly scenario: string }) {
  return { strategy, scenario }
}
