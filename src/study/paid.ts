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

/** A strategy that asks to pay less at closing than had been paid by its study's vantage. */
export interface PaidLess {
  readonly strategy: string
  /** USD bn: what it asks for, and what counts, since it has been paid. */
  readonly asked: number
  readonly paid: number
}

/** Strategies of a study that pay less than had been paid by its vantage: they stay as they are. */
export function paidLess({ vantage, strategies }: Study): PaidLess[] {
  const paid = paidBy(vantage)
  return strategies.flatMap((entry) => {
    const id = idOf(entry)
    const known = market.strategies.find((one) => one.id === id)
    const own = typeof entry === 'string' ? {} : entry.levers
    const { invest, upfront } = completeLevers({ ...known?.levers, ...own })
    if (invest !== true || typeof upfront !== 'number' || upfront >= paid) return []
    return [{ strategy: id, asked: upfront, paid }]
  })
}

/** What a study is told of them, one sentence each. */
export function paidAlready(study: Study): string[] {
  return paidLess(study).map(
    ({ strategy, asked, paid }) =>
      `strategy ${strategy}: ${money(paid)} had been paid by then, and what is paid is paid: ${money(asked)} counts as ${money(paid)}`,
  )
}
