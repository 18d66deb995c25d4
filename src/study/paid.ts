import {
  catalogue as market,
  completeLevers,
  type MarketVantage,
  vantages,
} from '../../models/index.ts'
import { money } from '../words/index.ts'
import { idOf, type Study } from './study.ts'

/** What had been paid by a vantage, USD bn; 0 where nothing had been signed. */
export function paidBy(vantage: string): number {
  const known: MarketVantage | undefined = vantages.find(({ id }) => id === vantage)
  return known?.constants.signed?.upfront ?? 0
}

/**
 * Strategies of a study that pay less than had been paid by its vantage, one sentence each: they stay
 * as they are, and count as if they paid what was paid.
 */
export function paidAlready({ vantage, strategies }: Study): string[] {
  const paid = paidBy(vantage)
  return strategies.flatMap((entry) => {
    const id = idOf(entry)
    const known = market.strategies.find((one) => one.id === id)
    const own = typeof entry === 'string' ? {} : entry.levers
    const { invest, upfront } = completeLevers({ ...known?.levers, ...own })
    if (invest !== true || typeof upfront !== 'number' || upfront >= paid) return []
    return [
      `strategy ${id}: ${money(paid)} had been paid by then, and what is paid is paid: ${money(upfront)} counts as ${money(paid)}`,
    ]
  })
}
