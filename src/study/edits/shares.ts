import { own } from '../../engine/own.ts'
import type { Study } from '../study.ts'

export type Weighed = Pick<Study, 'scenarioWeights'>

/** Whether any of these scenarios has a weight of its own. */
export function areWeighed({ scenarioWeights = {} }: Weighed, ids: readonly string[]): boolean {
  return ids.some((id) => weightOf(scenarioWeights, id) > 0)
}

/**
 * How much each of some scenarios counts among them, adding up to 1: all the same where none of them
 * has a weight.
 */
export function sharesOf({ scenarioWeights = {} }: Weighed, ids: readonly string[]): number[] {
  const all = ids.map((id) => weightOf(scenarioWeights, id))
  // Against the largest, so that not even the largest numbers add up to infinity.
  const most = Math.max(...all)
  const weights = all.map((one) => (most > 0 ? one / most : 0))
  const total = weights.reduce((sum, one) => sum + one, 0)
  return weights.map((one) => (total > 0 ? one / total : 1 / ids.length))
}

/** What a scenario weighs; nothing where nobody said. */
export function weightOf(weights: Readonly<Record<string, number>>, id: string): number {
  return own(weights, id) ?? 0
}
