import { exp, log } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import type { Terms } from './levers.ts'
import { AWS, LN2, PROVIDERS } from './notation.ts'

const {
  signingRate,
  signingSizeEffect,
  signingExclusivityEffect,
  signingDraw,
  monthsToClose,
  rightsReleased,
  accessWithoutRelease,
  commitmentFulfilment,
  commitmentDisplacement,
  commitmentDiverted,
  openaiDistress,
  distressFulfilment,
  regulatorDraw,
  remedyDraw,
  remedyCut,
} = at

/** How the talks end, in the order of the outcome's states. */
export const NONE = 0
export const COLLAPSED = 1
export const BLOCKED = 2
export const PENDING = 3
export const REMEDIED = 4
export const CLOSED = 5

/** What became of the talks in one trial, decided before the first quarter. */
export interface Deal {
  state: number
  /** Quarter of closing, or of the block. */
  close: number
  /** Remedied or closed by the horizon: only then does anything change. */
  done: boolean
  /** After any remedy; 0 unless done. */
  exclusivity: number
  codesign: number
  access: number
}

/** Compute bought on top of what base demand contains. */
export interface Contract {
  /** Payments run from close + 1 to this quarter, which may have a fraction. */
  end: number
  /** USD bn per quarter once ramped, before anything is crowded out. */
  rate: number
}

/** What a regulator would do about the offer. */
export interface Review {
  /** Chance of an intervention, and that it blocks the deal. */
  chance: number
  block: number
  /** Quarters an intervention adds. */
  quarters: number
}

/**
 * Chance that talks end in a signature: logistic(logit(signingRate) + effects), written so that a
 * rate of 0 or 1 stays what it is.
 *
 * @param offer upfront and conditional payment together, USD bn
 * @param exclusivity asked for, 0 to 1
 */
function chanceOfSigning(x: Float64Array, offer: number, exclusivity: number): number {
  const rate = x[signingRate]
  const effects =
    (x[signingSizeEffect] * log(Math.max(0.25, offer / 10))) / LN2 -
    x[signingExclusivityEffect] * exclusivity
  return rate / (rate + (1 - rate) * exp(-effects))
}

/**
 * Decides how the talks end and on which terms, once per trial.
 *
 * @param review not read unless an offer is made
 * @param vantage const.quartersToVantage
 * @param horizon T
 * @param deal out, and `contract` with it
 */
export function settle(
  x: Float64Array,
  terms: Terms,
  review: Review,
  vantage: number,
  horizon: number,
  deal: Deal,
  contract: Contract,
): void {
  deal.state = NONE
  deal.close = 0
  deal.done = false
  deal.exclusivity = 0
  deal.codesign = 0
  deal.access = 0
  contract.rate = 0
  contract.end = 0
  if (!terms.invest) return
  const offer = terms.upfront + terms.conditional
  if (!(x[signingDraw] < chanceOfSigning(x, offer, terms.exclusivity))) {
    deal.state = COLLAPSED
    return
  }
  const intervened = x[regulatorDraw] < review.chance
  // Months to quarters, halves rounded up.
  const talks = Math.max(1, Math.floor(x[monthsToClose] / 3 + 0.5))
  deal.close = vantage + talks + (intervened ? review.quarters : 0)
  if (intervened && x[remedyDraw] < review.block) {
    deal.state = BLOCKED
    return
  }
  deal.done = deal.close <= horizon
  deal.state = deal.done ? (intervened ? REMEDIED : CLOSED) : PENDING
  if (!deal.done) return
  deal.exclusivity = intervened ? 0 : terms.exclusivity
  deal.codesign = terms.codesign * (intervened ? 1 - x[remedyCut] : 1)
  const held = x[rightsReleased] !== 1
  deal.access = held ? Math.min(terms.access, x[accessWithoutRelease]) : terms.access
  const fulfilled = x[openaiDistress] === 1 ? x[distressFulfilment] : 1
  const perQuarter = terms.commitment / (4 * terms.commitmentYears)
  contract.rate = perQuarter * x[commitmentFulfilment] * fulfilled
  contract.end = deal.close + 4 * terms.commitmentYears
}

/** N: contract revenue of quarter t net of what it crowds out, USD bn; ramps up over six quarters. */
export function netContract(x: Float64Array, deal: Deal, contract: Contract, t: number): number {
  if (!deal.done || t <= deal.close || t > contract.end) return 0
  return contract.rate * Math.min(1, (t - deal.close) / 6) * (1 - x[commitmentDisplacement])
}

/**
 * Shares as they are read, with the contract counted: AWS has N more, the rivals lose a part of N in
 * proportion to their AI spend.
 *
 * @param net N of the quarter
 * @param total spend by provider, in; share of all spend, out
 * @param ai AI spend by provider, in; share of AI spend, out
 */
export function countContract(
  x: Float64Array,
  net: number,
  total: Float64Array,
  ai: Float64Array,
): void {
  let rivals = 0
  for (let p = AWS + 1; p < PROVIDERS; p++) rivals += ai[p]
  const lost = Math.min(x[commitmentDiverted] * net, 0.9 * rivals)
  let totalSum = 0
  let aiSum = 0
  for (let p = 0; p < PROVIDERS; p++) {
    const change = p === AWS ? net : rivals > 0 ? (-lost * ai[p]) / rivals : 0
    total[p] += change
    ai[p] += change
    totalSum += total[p]
    aiSum += ai[p]
  }
  for (let p = 0; p < PROVIDERS; p++) {
    total[p] /= totalSum
    ai[p] /= aiSum
  }
}
