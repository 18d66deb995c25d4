import { vantages } from '../study/model.ts'
import { commas, counted, remarks } from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'

/** What a screenshot must say to be checked. */
export function runNote({ plan, trials }: Pick<RunResults, 'plan' | 'trials'>): string {
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  const scenarios = commas(plan.worlds.map(({ label }) => label))
  return remarks([
    counted(trials, 'future'),
    `seed ${plan.seed}`,
    `seen from ${vantage}`,
    scenarios,
  ])
}
