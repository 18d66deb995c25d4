import { catalogue as market, completeLevers } from '../../models/index.ts'
import type { Levers, Strategy, Vantage } from '../engine/model.ts'

/** The strategy a vantage names as its status quo; undefined where nothing had been decided by then. */
function namedAt(vantage: string): Strategy | undefined {
  const known: readonly Vantage[] = market.vantages
  const id = known.find((one) => one.id === vantage)?.statusQuo
  return market.strategies.find((one) => one.id === id)
}

/** Whether a deal had been struck by a vantage, so that not having struck it is no choice any more. */
export function isStruck(vantage: string): boolean {
  return namedAt(vantage) !== undefined
}

/**
 * The strategy that goes on with what had been decided by a vantage: what a choice made there is
 * measured against. What everything else is compared with where nothing had been decided; null where a
 * deal had been struck and none of the strategies is that deal, with the terms it has.
 *
 * @param strategies those there are
 */
export function statusQuoAt(
  vantage: string,
  strategies: readonly { readonly id: string; readonly levers: Levers }[],
): string | null {
  const named = namedAt(vantage)
  if (!named) return market.reference
  const found = strategies.find(({ id }) => id === named.id)
  const [is, decided] = [completeLevers(found?.levers ?? {}), completeLevers(named.levers)]
  const isSame = market.levers.every(({ id }) => is[id] === decided[id])
  return found && isSame ? named.id : null
}

/** Whether a strategy can be chosen at a vantage: not investing cannot, where a deal has been struck. */
export function isChoice(
  vantage: string,
  { id, levers }: { readonly id: string; readonly levers: Levers },
): boolean {
  const investsNothing = id === market.reference || levers['invest'] === false
  return !(isStruck(vantage) && investsNothing)
}
