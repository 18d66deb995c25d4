import { comparedOutcomes, HEADLINE, seriesGroups } from '../../models/display.ts'
import { market, vantages } from '../../models/index.ts'
import type { DifferenceDriver } from '../analyses/difference-drivers.ts'
import type { Pair } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { CaseRef, RunPlan } from '../engine/plan.ts'
import { ALL } from '../engine/selection.ts'
import { acrossWords } from '../findings/across.ts'
import { type Compared, comparisonFinding } from '../findings/comparison.ts'
import { differenceDriversFinding, turnsAt } from '../findings/difference-drivers.ts'
import { differenceTable, differenceTitle } from '../findings/fan-difference.ts'
import { limitsOf } from '../findings/limits.ts'
import { pairFinding } from '../findings/pair.ts'
import type { ResolvedStudy } from '../study/index.ts'
import { quarterLabels } from '../words/index.ts'
import type { Asked } from '../workers/asked.ts'
import type { Runner } from '../workers/runner.ts'
import { planOfCases, readCases } from './case-refs.ts'
import type { ExtraReport, ExtraWork } from './extras.ts'
import { printed } from './table.ts'

/** Quarters between two rows of the table by quarter. */
const YEAR = 4

const outcomes = comparedOutcomes.flatMap((id) => {
  const found = market.outcomes.find((one) => one.id === id)
  return found?.kind === 'number' ? [found] : []
})
const [headline] = outcomes

/** What an entry `compare` of a results file says of a pair of cases. */
export interface CompareEntry {
  /** Each `STRATEGY@SCENARIO`; all figures are of a less b. */
  readonly a: string
  readonly b: string
  readonly outcome: string
  readonly mean: number
  readonly standardError: number | null
  /** Shares of futures in which a is better, worse, and exactly equal; of an outcome without a better side, higher and lower. */
  readonly ahead: number
  readonly behind: number
  readonly equal: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** Inputs that the difference goes with, strongest first, and the value at which its sign turns. */
  readonly drivers: readonly {
    readonly id: string
    readonly correlation: number
    readonly standardError: number | null
    readonly turnsAt: number | null
  }[]
}

/**
 * Two cases of any scenarios, as they are typed: `STRATEGY@SCENARIO,STRATEGY@SCENARIO`.
 *
 * @throws unless the study has both
 */
export function casesCompared(study: ResolvedStudy, typed: string): ExtraWork {
  const refs = readCases(study, '--compare', typed)
  const plan = planOfCases(study, refs)
  return async (runner) => {
    const ids = outcomes.map(({ id }) => id)
    return casesReport(runner, await runner.columns(plan, ids), refs)
  }
}

/** The entry of a file of two cases that were run. */
export async function compareEntry(
  runner: Runner,
  of: Asked,
  [a, b]: readonly [CaseRef, CaseRef],
): Promise<CompareEntry> {
  const answer = await answersOf(runner, of, [a, b])
  return entryOf(headline, [a, b], answer, answer.drivers)
}

async function casesReport(
  runner: Runner,
  of: Asked,
  [a, b]: readonly [CaseRef, CaseRef],
): Promise<ExtraReport> {
  const { plan } = of
  const compared: Compared[] = []
  for (const outcome of outcomes) {
    const request = { a, b, outcome: outcome.id, selection: ALL }
    compared.push({ outcome, ...(await runner.ask('pair', of, request)) })
  }
  const answer = await answersOf(runner, of, [a, b])
  const { series } = await runner.differenceSeries(of, [a, b])
  const across = acrossWords(plan, a, b)
  const [first, second] = [a, b].map((ref) => ({ id: nameOf(ref), label: labelOf(plan, ref) }))
  const pair = { a: first, b: second, outcome: headline }
  const where = across === '' ? sceneOf(plan, a) : 'the same draws in both scenarios'
  const all = comparisonFinding([first.id, second.id], where, compared)
  const one = pairFinding({ ...pair, answer, where: 'all', across })
  const inputs = differenceDriversFinding({
    ...pair,
    drivers: answer.drivers,
    counted: 'all futures',
    scenario: across === '' ? '' : sceneOf(plan, a),
  })
  const way = wayOf(plan)
  const difference = series[way.id]
  const lines = [
    all.title,
    ...printed(all.table()),
    ...(across === '' ? [] : ['', across]),
    '',
    `${headline.label}: ${one.title}`,
    ...printed(one.table()),
    '',
    `${first.label} less ${second.label}. ${differenceTitle({ ...way, difference })}`,
    ...printed(differenceTable({ ...way, difference }, YEAR)),
    '',
    inputs.title,
    ...printed(inputs.table()),
  ]
  return {
    text: `${lines.join('\n')}\n`,
    json: { compare: entryOf(headline, [a, b], answer, answer.drivers) },
  }
}

async function answersOf(runner: Runner, of: Asked, [a, b]: readonly [CaseRef, CaseRef]) {
  const request = { a, b, outcome: HEADLINE, selection: ALL }
  const [pair, drivers] = await Promise.all([
    runner.ask('pair', of, request),
    runner.ask('differenceDrivers', of, request),
  ])
  return { ...pair, drivers }
}

function entryOf(
  { id, better }: NumberOutcome,
  [a, b]: readonly [CaseRef, CaseRef],
  { difference }: Pick<Pair, 'difference'>,
  drivers: readonly DifferenceDriver[],
): CompareEntry {
  const { mean, standardError, wins, losses, ties, p10, p50, p90 } = difference
  const [ahead, behind] = better === 'lower' ? [losses, wins] : [wins, losses]
  return {
    a: nameOf(a),
    b: nameOf(b),
    outcome: id,
    mean,
    standardError,
    ahead,
    behind,
    equal: ties,
    p10,
    p50,
    p90,
    drivers: drivers.map((one) => ({
      id: one.id,
      correlation: one.correlation,
      standardError: one.error,
      turnsAt: turnsAt(one),
    })),
  }
}

/** The series whose difference is shown by quarter, and what its words need. */
function wayOf(plan: RunPlan) {
  const id = seriesGroups[0].series[0]
  const { label, unit } = market.series.find((one) => one.id === id) ?? { label: id, unit: '' }
  const start = vantages.find((one) => one.id === plan.vantage)?.startQuarter ?? ''
  return {
    id,
    label,
    unit,
    quarters: quarterLabels(start, plan.quarters),
    certain: limitsOf(plan, { unit }).certain,
  }
}

function nameOf({ strategy, scenario }: CaseRef): string {
  return `${strategy}@${scenario}`
}

function labelOf(plan: RunPlan, ref: CaseRef): string {
  const found = plan.cases.find(
    ({ strategy, scenario }) => strategy === ref.strategy && scenario === ref.scenario,
  )
  const label = found?.label ?? ref.strategy
  return plan.worlds.length > 1 ? `${label} (${sceneOf(plan, ref)})` : label
}

function sceneOf({ worlds }: RunPlan, { scenario }: CaseRef): string {
  return worlds.find(({ id }) => id === scenario)?.label ?? scenario
}
