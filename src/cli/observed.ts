import { HEADLINE } from '../../models/index.ts'
import { strategiesOf } from '../engine/plan.ts'
import { ALL } from '../engine/selection.ts'
import { type Believed, believedFinding } from '../findings/believed.ts'
import { observedFinding } from '../findings/observed-so-far.ts'
import { cameIn, observedSelection, rangeOf, type ResolvedStudy } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { printed } from './table.ts'

/**
 * How many futures agree with what has come in since the vantage, and what a believer who has watched
 * would think of every strategy now; nothing where the study does not ask.
 */
export async function observedReport(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
): Promise<string> {
  const { observed } = study
  if (!observed) return ''
  const came = cameIn(study)
  const selection = observedSelection(study)
  const lines: string[] = []
  for (const { id: scenario, label } of results.plan.worlds) {
    const of = (strategy: string) => ({ strategy, scenario })
    const strategies = strategiesOf(results.plan)
    const [first] = strategies
    const request = { case: of(first.id), figures: came.map(rangeOf) }
    const agreement = await runner.ask('agreement', results, request)
    const { title, measure, caption, table } = observedFinding(came, agreement, observed)
    lines.push('', `${label}: ${title}`, measure, ...(caption ? [caption] : []))
    if (came.length > 0) lines.push('', ...printed(table()))
    if (came.length === 0 || agreement.count === 0) continue
    const terms = [[HEADLINE, 1]] as const
    const wanted = strategies.flatMap(({ id }) => [
      { case: of(id), terms, selection: ALL },
      { case: of(id), terms, selection },
    ])
    const means = await runner.ask('estimates', results, { wanted })
    const rows = strategies.map((one, index): Believed => ({
      label: one.label,
      before: means[2 * index],
      now: means[2 * index + 1],
    }))
    lines.push('', ...printed(believedFinding(rows).table()))
  }
  return `${lines.join('\n')}\n`
}
