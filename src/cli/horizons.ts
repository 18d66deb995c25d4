import { HEADLINE, market } from '../../models/index.ts'
import { horizonFinding, type SeenTo } from '../findings/horizon.ts'
import { LARGE, leadsWanted, meansOf } from '../findings/paired-leads.ts'
import { limitsOf } from '../findings/limits.ts'
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
    const isLarge = plan.trials > LARGE
    const results = await runner.run(plan, { summariesOnly: isLarge })
    const { wanted, from } = leadsWanted(results.cases, outcome)
    const leads = isLarge ? [] : from(await runner.ask('estimates', results, { wanted }))
    for (const { id, seen } of byScenario) {
      const cases = results.cases.filter(
        ({ scenario, strategy }) => scenario === id && choices.some((one) => one.id === strategy),
      )
      seen.push({ quarters: plan.quarters, ...meansOf(cases, outcome, leads) })
    }
  }
  const strategies = choices.map(({ label }) => label)
  const id = isStruck(study.vantage) ? statusQuoAt(study.vantage, choices) : null
  const quo = choices.find((one) => one.id === id)?.label ?? null
  const lines = byScenario.flatMap(({ label, seen }) => {
    const { title, table, caption } = horizonFinding(outcome, {
      strategies,
      seen,
      limits: limitsOf(study, outcome, study.negligible),
      statusQuo: quo,
    })
    return ['', `${label}: ${title}`, '', ...printed(table()), '', caption]
  })
  return `${lines.join('\n')}\n`
}
