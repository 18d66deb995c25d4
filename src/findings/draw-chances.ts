import {
  cumulative,
  type Distribution,
  quantile,
  standardDeviation,
} from '../engine/distributions/index.ts'
import type { Assumption } from '../engine/model.ts'
import { ofHundred } from '../words/index.ts'

/** How often a belief draws what was drawn, or something farther out. */
export interface DrawChance {
  /** Chances of at most, and of at least, what was drawn. */
  readonly atMost: number
  readonly atLeast: number
  /** Chance of something as far out, to either side; of an event that of its state. */
  readonly asFar: number
}

/** What compiled draws are near to: two values so near are one. */
const NEAR = 1e-7

/**
 * How unusual a draw is by the belief it came from.
 *
 * @param x as it was drawn; what lay outside the domain was moved to its bound
 */
export function chanceOfDraw(
  d: Distribution,
  { role, domain }: Pick<Assumption, 'role' | 'domain'>,
  x: number,
): DrawChance {
  // Nothing is near to a certain 0 by its own size.
  const near = NEAR * Math.max(Math.abs(x), spreadOf(d)) || NEAR
  const atMost = x >= domain[1] ? 1 : clamped(cumulative(d, x + near))
  const atLeast = x <= domain[0] ? 1 : clamped(1 - cumulative(d, x - near))
  const less = Math.min(atMost, atLeast)
  return { atMost, atLeast, asFar: role === 'event' ? less : Math.min(1, 2 * less) }
}

/** How unusual a draw is, in words: only 4 of 100 draws are lower. */
export function chanceWords({ atMost, atLeast }: DrawChance): string {
  const isLow = atMost <= atLeast
  const chance = isLow ? atMost : atLeast
  // What many draws are exactly is not passed by those.
  const isHeld = atMost + atLeast - 1 > 0.005
  const way = isLow ? 'low' : 'high'
  const only = chance < 0.2 && chance >= 0.005 ? 'only ' : ''
  const words = `${only}${ofHundred(chance)} draws`
  const are = words === 'only 1 of 100 draws' || chance < 0.005 ? 'is' : 'are'
  return isHeld ? `${words} ${are} as ${way}` : `${words} ${are} ${way}er`
}

/** The same of an event: it happens in 13 of 100 draws. */
export function eventChanceWords(happens: boolean, { asFar }: DrawChance): string {
  return happens
    ? `it happens in ${ofHundred(asFar)} draws`
    : `it does not happen in ${ofHundred(asFar)} draws`
}

function spreadOf(d: Distribution): number {
  const spread = standardDeviation(d)
  if (Number.isFinite(spread)) return spread
  const at = quantile(d)
  return at(0.9) - at(0.1)
}

function clamped(p: number): number {
  return Math.min(1, Math.max(0, p))
}
