import { canonicalJson } from '../engine/cases.ts'
import type { FrontierFacts } from './frontier.ts'
import type { MapStrategy } from './lever-map.ts'

/** Whether what was found still stands: the strategies that it was held against have the same terms. */
export function stands(
  found: Pick<FrontierFacts, 'strategies'>,
  now: readonly MapStrategy[],
): boolean {
  return found.strategies.every(({ id, levers }) => {
    const one = now.find((other) => other.id === id)
    return one !== undefined && canonicalJson(one.levers) === canonicalJson(levers)
  })
}
