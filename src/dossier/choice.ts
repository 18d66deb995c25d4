import { ALL } from '../engine/selection.ts'
import { type Choice, choiceOf } from '../findings/best.ts'
import { rivalsFrom, topLeadsWanted } from '../findings/leads.ts'
import { limitsOf } from '../findings/limits.ts'
import { choicesOf, statusQuoOf } from '../findings/status-quo.ts'
import { ranked, strategyRows } from '../findings/strategy-rows.ts'
import { headlineOf } from '../findings/headline.ts'
import { isStruck, type ResolvedStudy } from '../study/index.ts'
import { HEADLINE, headlineName, market } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'

/** Which strategy is best in one scenario, and that in a sentence. */
export interface ChoiceIn {
  readonly scenario: string
  readonly choice: Choice
  readonly headline: string
}

/** The choice by the headline outcome, scenario by scenario, as the page makes it. */
export async function choicesIn(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
): Promise<ChoiceIn[]> {
  const { plan, trials } = results
  const outcome = market.outcomes.find(({ id }) => id === HEADLINE)
  if (outcome?.kind !== 'number') return []
  const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible)
  const found: ChoiceIn[] = []
  for (const { id: scenario } of plan.worlds) {
    const cases = results.cases.filter((one) => one.scenario === scenario)
    const rows = strategyRows({ plan, cases }, outcome, 'all')
    const ranking = ranked(choicesOf(rows, plan.vantage), outcome.better)
    const [top, ...others] = ranking
    if (!top) continue
    const refs = ranking.map(({ id: strategy }) => ({ strategy, scenario }))
    const wanted = topLeadsWanted(refs, outcome.id, ALL)
    const leads = wanted.length > 0 ? await runner.ask('estimates', results, { wanted }) : []
    const rivals = rivalsFrom(others, leads, outcome.better)
    const choice = choiceOf(top, outcome.better, rivals, limits)
    const headline = headlineOf({
      measure: headlineName,
      isHeadline: true,
      unit: outcome.unit,
      better: outcome.better,
      choice,
      means: Object.fromEntries(ranking.map(({ id, mean }) => [id, mean])),
      references: ranking.filter(({ isReference }) => isReference).map(({ id }) => id),
      struck: isStruck(plan.vantage) ? statusQuoOf(plan) : null,
    })
    found.push({ scenario, choice, headline })
  }
  return found
}
