import { market } from '../../models/index.ts'
import { everyFuture } from '../engine/selection.ts'
import type { ResolvedStudy } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { fixed, percentage, textTable } from './table.ts'

/** Outcomes a comparison shows, those a committee asks for first. */
const SHOWN = ['npv', 'npvOperations', 'npvTerminal', 'awsShare', 'awsAiShare', 'peakCashAtRisk']

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
    throw new Error(`--compare takes strategies of this run (${known.join(', ')}), got ${unknown}`)
  }
  return [ids[0], ids[1]]
}

/** The paired difference of two strategies (the first less the second), as a person reads it. */
export async function comparison(
  runner: Runner,
  results: RunResults,
  [first, second]: readonly [string, string],
): Promise<string> {
  const parts: string[] = []
  for (const scenario of results.plan.scenarios) {
    const [a, b] = [first, second].map((strategy) => ({ strategy, scenario: scenario.id }))
    const rows: string[][] = []
    for (const outcome of SHOWN) {
      const { difference } = await runner.ask('pair', {
        of: results,
        a,
        b,
        outcome,
        selection: everyFuture,
      })
      const { mean, standardError, wins, losses, ties, p10, p50, p90 } = difference
      const found = market.outcomes.find(({ id }) => id === outcome)
      const share = found?.kind === 'number' && found.unit === 'fraction'
      const show = (x: number) => fixed(share ? x * 100 : x, 2)
      rows.push([
        `${found?.label ?? outcome}${share ? ' (points)' : ''}`,
        standardError === null ? show(mean) : `${show(mean)} ± ${show(standardError)}`,
        ...[p10, p50, p90].map(show),
        ...[wins, losses, ties].map((one) => percentage(one, 1)),
      ])
    }
    const columns = ['', 'mean ±', 'P10', 'P50', 'P90', 'higher', 'lower', 'the same']
    const align = ['left' as const, ...columns.slice(1).map(() => 'right' as const)]
    const title = `${first} less ${second}, future by future: ${scenario.label}`
    parts.push(['', title, ...textTable(columns, rows, align)].join('\n'))
  }
  return `${parts.join('\n')}\n`
}
