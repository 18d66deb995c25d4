import { catalogue as market } from '../../models/index.ts'
import type { Vantage } from '../engine/model.ts'

/**
 * The strategy that goes on with what had been decided by a vantage: what a choice made there is
 * measured against. What everything else is compared with, where nothing had been decided or the
 * strategy is not among those given.
 *
 * @param strategies ids of those there are
 */
export function statusQuoAt(vantage: string, strategies: readonly string[]): string {
  const known: readonly Vantage[] = market.vantages
  const named = known.find(({ id }) => id === vantage)?.statusQuo
  return named !== undefined && strategies.includes(named) ? named : market.reference
}
