import { canonicalJson } from '../engine/cases.ts'
import type { FrontierFacts } from './frontier.ts'
import type { MapStrategy } from './lever-map.ts'

/**
 * Whether what was found still stands: the strategies that it was held against have the same terms, and
 * it was held against the one in view, unless that came later.
 */
export function stands(
  found: Pick<FrontierFacts, 'strategies' | 'rival'>,
  now: readonly MapStrategy[],
  rival: MapStrategy | null,
): boolean {
  const isSame = found.strategies.every(({ id, levers }) => {
    const one = now.find((other) => other.id === id)
    return one !== undefined && canonicalJson(one.levers) === canonicalJson(levers)
  })
  const isNew = !found.strategies.some(({ id }) => id === rival?.id)
  return isSame && (isNew || rival?.id === found.rival?.id)
}
