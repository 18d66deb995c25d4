import { HEADLINE, market } from '../../models/index.ts'
import { horizonFinding, type SeenTo } from '../findings/horizon.ts'
import {
  horizonPlans,
  isChoice,
  isStruck,
  type ResolvedStudy,
  statusQuoAt,
} from '../study/index.ts'
import type { Runner } from '../workers/runner.ts'
import { printed } from './table.ts'

/** How the answer depends on the horizon, scenario by scenario. */
export async function horizonsReport(runner: Runner, study: ResolvedStudy): Promise<string> {
  const outcome = market.outcomes.find(({ id }) => id === HEADLINE)
  if (outcome?.kind !== 'number') return ''
  const choices = study.strategies.filter((one) => isChoice(study.vantage, one))
  const byScenario = study.scenarios.map(({ id, label }) => ({ id, label, seen: [] as SeenTo[] }))
  for (const plan of horizonPlans(study)) {
    const { cases } = await runner.run(plan, { summariesOnly: true })
    for (const { id, seen } of byScenario) {
      const means = cases
        .filter(
          ({ scenario, strategy }) => scenario === id && choices.some((one) => one.id === strategy),
        )
        .map(({ summary }) => summary.outcomes[HEADLINE])
        .map(({ mean, standardError }) => ({ value: mean, error: standardError }))
      seen.push({ quarters: plan.quarters, means })
    }
  }
  const strategies = choices.map(({ label }) => label)
  const id = isStruck(study.vantage) ? statusQuoAt(study.vantage, choices) : null
  const quo = choices.find((one) => one.id === id)?.label ?? null
  const lines = byScenario.flatMap(({ label, seen }) => {
    const { title, table, caption } = horizonFinding(outcome, strategies, seen, quo)
    return ['', `${label}: ${title}`, '', ...printed(table()), '', caption]
  })
  return `${lines.join('\n')}\n`
}
