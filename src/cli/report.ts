import { market } from '../../models/index.ts'
import { checksFinding } from '../findings/checks.ts'
import { movedWords } from '../findings/moved-draws.ts'
import { talksFinding, talksOf } from '../findings/talks.ts'
import { valuesFinding } from '../findings/values.ts'
import type { ResolvedStudy } from '../study/index.ts'
import { counted, sentences } from '../words/index.ts'
import type { CheckReport, RunResults } from '../workers/results.ts'
import type { ChoiceIn } from '../dossier/choice.ts'
import { printed } from './table.ts'

/**
 * The results of a run as a person reads them.
 *
 * @param choices by scenario; none where they could not be worked out
 */
export function report(
  study: ResolvedStudy,
  results: RunResults,
  choices: readonly ChoiceIn[] = [],
): string {
  const { plan, digest, trials } = results
  const vantage = market.vantages.find(({ id }) => id === plan.vantage)
  const labelOf = (strategy: string) =>
    study.strategies.find(({ id }) => id === strategy)?.label ?? strategy
  const scenarios = plan.worlds.map(({ id, label }) => {
    const cases = results.cases
      .filter(({ scenario }) => scenario === id)
      .map(({ strategy, summary }) => ({ id: strategy, label: labelOf(strategy), summary }))
    const talks = cases.map((one) => ({ label: one.label, talks: talksOf(one.summary) }))
    const chosen = choices.find(({ scenario }) => scenario === id)
    const values = valuesFinding(label, cases, chosen?.choice ?? null)
    return { values, talks: talksFinding(talks), headline: chosen?.headline ?? '' }
  })
  return [
    `${study.name}: ${counted(trials, 'future')} of ${plan.quarters} quarters, seen from ${vantage?.label ?? plan.vantage}`,
    `seed ${plan.seed}, ${plan.sampling}, model ${plan.model.id} ${plan.model.version}`,
    ...scenarios.flatMap(({ values, talks, headline }) => [
      '',
      values.title,
      ...(headline ? [headline] : []),
      ...printed(values.table()),
      '',
      ...printed(talks.table()),
    ]),
    '',
    sentences([scenarios[0]?.values.measure, '± is one standard error of the simulation.']),
    scenarios[0]?.values.caption ?? '',
    ...movedWords(results.moved, trials),
    `digest ${digest ?? ''}`,
    '',
  ].join('\n')
}

/** What the checks found, one line each, and whether all hold. */
export function checkReport(checks: readonly CheckReport[]): { text: string; held: boolean } {
  const { title, table } = checksFinding(checks, 'this run')
  const lines = ['', title, '', ...printed(table()), '']
  return { text: lines.join('\n'), held: checks.every(({ failures }) => failures === 0) }
}
