import { exp, log } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import { AWS, DT, LN2, PROVIDERS } from './notation.ts'

const {
  signingRate,
  signingSizeEffect,
  signingExclusivityEffect,
  monthsToClose,
  rightsReleased,
  accessWithoutRelease,
  commitmentFulfilment,
  commitmentDisplacement,
  commitmentDiverted,
  openaiDistress,
  distressFulfilment,
  openaiReturn,
  distressMultiple,
  ventureHurdle,
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

/**
 * Chance that talks end in a signature: logistic(logit(signingRate) + effects), written so that a
 * rate of 0 or 1 stays what it is.
 *
 * @param offer upfront and conditional payment together, USD bn
 * @param exclusivity asked for, 0 to 1
 */
export function chanceOfSigning(x: Float64Array, offer: number, exclusivity: number): number {
  const rate = x[signingRate]
  const effects =
    (x[signingSizeEffect] * log(Math.max(0.25, offer / 10))) / LN2 -
    x[signingExclusivityEffect] * exclusivity
  return rate / (rate + (1 - rate) * exp(-effects))
}

/** Quarters from the vantage date to closing, halves rounded up, at least 1. */
export function quartersToClose(x: Float64Array): number {
  return Math.max(1, Math.floor(x[monthsToClose] / 3 + 0.5))
}

/** The access a deal brings: what was agreed, at most accessWithoutRelease while the rights are held. */
export function dealAccess(x: Float64Array, agreed: number): number {
  return x[rightsReleased] === 1 ? agreed : Math.min(agreed, x[accessWithoutRelease])
}

/**
 * The contract of a done deal.
 *
 * @param commitment USD bn in all
 * @param years over which it is to be spent
 */
export function setContract(
  x: Float64Array,
  close: number,
  commitment: number,
  years: number,
  contract: Contract,
): void {
  const fulfilled = x[openaiDistress] === 1 ? x[distressFulfilment] : 1
  contract.rate = (commitment / (4 * years)) * x[commitmentFulfilment] * fulfilled
  contract.end = close + 4 * years
}

/** N: contract revenue of quarter t net of what it crowds out, USD bn; ramps up over six quarters. */
export function netContract(x: Float64Array, contract: Contract, close: number, t: number): number {
  if (t <= close || t > contract.end) return 0
  return contract.rate * Math.min(1, (t - close) / 6) * (1 - x[commitmentDisplacement])
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

/**
 * What one dollar paid `quarters` before the horizon is worth at the horizon, brought back to the
 * day of payment at the venture hurdle.
 */
export function stakeValue(x: Float64Array, quarters: number): number {
  const years = quarters * DT
  const worth = x[openaiDistress] === 1 ? x[distressMultiple] : exp(x[openaiReturn] * years)
  return worth * exp(-years * log(1 + x[ventureHurdle]))
}
