import { ALL } from '../engine/selection.ts'
import { comparedOutcomes } from '../../models/display.ts'
import { market } from '../../models/index.ts'
import type { ResolvedStudy } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { commas } from '../words/index.ts'
import { type Compared, comparisonFinding } from '../findings/comparison.ts'
import { printed } from './table.ts'

const shown = comparedOutcomes.flatMap((id) => {
  const found = market.outcomes.find((one) => one.id === id)
  return found?.kind === 'number' ? [found] : []
})

/**
 * Two strategies of the study beside each other.
 *
 * @param pair two ids, apart by a comma
 * @throws unless the study has both
 */
export function pairOf(study: ResolvedStudy, pair: string): [string, string] {
  const ids = pair.split(',').map((id) => id.trim())
  const known = study.strategies.map(({ id }) => id)
  if (ids.length !== 2 || ids[0] === ids[1]) {
    throw new Error(
      `--compare takes two different strategies, such as ${known[1]},${known[2]}; got ${pair}`,
    )
  }
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined) {
    throw new Error(`--compare takes strategies of this run (${commas(known)}), got ${unknown}`)
  }
  return [ids[0], ids[1]]
}

/** The paired difference of two strategies (the first less the second), as a person reads it. */
export async function comparison(
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
