import { strategiesOf } from '../engine/plan.ts'
import { ALL } from '../engine/selection.ts'
import { comparedOutcomes } from '../../models/display.ts'
import { market } from '../../models/index.ts'
import { isStruck, paidBy, type ResolvedStudy, statusQuoAt, oneOf } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { type Compared, comparisonFinding } from '../findings/comparison.ts'
import { type AgainstQuo, statusQuoFinding, sunkWords } from '../findings/status-quo.ts'
import { casesCompared, compareEntry } from './compare-cases.ts'
import type { ExtraWork } from './extras.ts'
import { printed } from './table.ts'

const shown = comparedOutcomes.flatMap((id) => {
  const found = market.outcomes.find((one) => one.id === id)
  return found?.kind === 'number' ? [found] : []
})

/**
 * Two cases beside each other, by what was typed: cases `A@SCENARIO,B@SCENARIO`, or strategies in every
 * scenario of the run.
 *
 * @throws unless the study has both
 */
export function compareWork(study: ResolvedStudy, typed: string): ExtraWork {
  if (typed.includes('@')) {
    const work = casesCompared(study, typed)
    return async (runner, results) => {
      const { text, json } = await work(runner, results)
      return { text: `\n${text}`, json }
    }
  }
  const pair = pairOf(study, typed)
  return async (runner, results) => {
    // What a file says of a pair is of the first scenario of the run.
    const [{ id: scenario }] = results.plan.worlds
    const [a, b] = pair.map((strategy) => ({ strategy, scenario }))
    return {
      text: await comparison(runner, results, pair),
      json: { compare: await compareEntry(runner, results, [a, b]) },
    }
  }
}

/**
 * Two strategies of the study beside each other.
 *
 * @param pair two ids, apart by a comma; one alone is set beside the status quo
 * @throws unless the study has both
 */
function pairOf(study: ResolvedStudy, pair: string): [string, string] {
  const typed = pair.split(',').map((id) => id.trim())
  const known = study.strategies.map(({ id }) => id)
  const ids =
    typed.length === 1 ? [typed[0], statusQuoAt(study.vantage, study.strategies) ?? ''] : typed
  if (known.length < 2) {
    throw new Error(`--compare takes two strategies, and this study has one alone: ${known[0]}`)
  }
  if (ids.length !== 2 || ids[0] === ids[1]) {
    const [first, second] = known.slice(-2)
    throw new Error(
      `--compare takes two different strategies, such as ${first},${second}; got ${pair}`,
    )
  }
  for (const id of ids) oneOf('--compare: a strategy of this run', id, study.strategies)
  return [ids[0], ids[1]]
}

/**
 * Every strategy against the status quo, scenario by scenario; nothing where that is the reference,
 * against which all figures are, or where the run has not got it.
 */
export async function againstStatusQuo(runner: Runner, results: RunResults): Promise<string> {
  const { plan } = results
  const strategies = strategiesOf(plan)
  const quo = strategies.find(({ id }) => id === statusQuoAt(plan.vantage, strategies))
  const [outcome] = shown
  if (!isStruck(plan.vantage)) return ''
  if (!quo) return `\n${sunkWords(paidBy(plan.vantage), null)}\n`
  const lines: string[] = []
  for (const scenario of plan.worlds) {
    const compared: AgainstQuo[] = []
    for (const { id, label } of strategies) {
      if (id === quo.id) continue
      const [a, b] = [id, quo.id].map((strategy) => ({ strategy, scenario: scenario.id }))
      const request = { a, b, outcome: outcome.id, selection: ALL }
      compared.push({ label, difference: (await runner.ask('pair', results, request)).difference })
    }
    const { title, table } = statusQuoFinding(quo.label, scenario.label, outcome, compared)
    lines.push('', title, ...printed(table()))
  }
  const [first] = results.cases.filter(({ strategy }) => strategy === quo.id)
  const { mean: value, standardError: error } = first.summary.outcomes[outcome.id]
  const sunk = sunkWords(paidBy(plan.vantage), { label: quo.label, total: { value, error } })
  return `${lines.join('\n')}\n\n${sunk}\n`
}

/** The paired difference of two strategies (the first less the second), as a person reads it. */
async function comparison(
  runner: Runner,
  results: RunResults,
  pair: readonly [string, string],
): Promise<string> {
  const lines: string[] = []
  for (const scenario of results.plan.worlds) {
    const [a, b] = pair.map((strategy) => ({ strategy, scenario: scenario.id }))
    const compared: Compared[] = []
    for (const outcome of shown) {
      const request = { a, b, outcome: outcome.id, selection: ALL }
      const { difference } = await runner.ask('pair', results, request)
      compared.push({ outcome, difference })
    }
    const { title, table } = comparisonFinding(pair, scenario.label, compared)
    lines.push('', title, ...printed(table()))
  }
  return `${lines.join('\n')}\n`
}
