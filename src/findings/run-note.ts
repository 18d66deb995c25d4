import { vantages } from '../study/model.ts'
import { commas, count, counted, remarks } from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'

/**
 * What a screenshot must say to be checked.
 *
 * @param base what a preview stands on: its futures, and those that tell of the change
 */
export function runNote(
  { plan, trials }: Pick<RunResults, 'plan' | 'trials'>,
  base: Pick<RunResults, 'trials'> | null = null,
): string {
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  const scenarios = commas(plan.worlds.map(({ label }) => label))
  return remarks([
    counted(base?.trials ?? trials, 'future'),
    base ? `a preview: changes told by the first ${count(trials)}` : undefined,
    `seed ${plan.seed}`,
    `seen from ${vantage}`,
    scenarios,
  ])
}
