import { exp, log } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import { DT, LN2, PROVIDERS } from './notation.ts'

const {
  interventionRate,
  exclusivityEffect,
  sizeEffect,
  concentrationEffect,
  blockShare,
  reviewMonths,
  gatekeeperDesignated,
  gatekeeperYear,
  gatekeeperChurnFactor,
} = at

/**
 * Chance that a regulator intervenes in a deal: logistic(logit(rate) + effects), written so that a
 * rate of 0 or 1 stays what it is.
 *
 * @param offer upfront and conditional payment together, USD bn
 * @param exclusivity asked for, 0 to 1
 * @param hhiAi0 concentration of AI spend at t = 0
 */
export function chanceOfIntervention(
  x: Float64Array,
  offer: number,
  exclusivity: number,
  hhiAi0: number,
): number {
  const rate = x[interventionRate]
  const effects =
    x[exclusivityEffect] * exclusivity +
    (x[sizeEffect] * log(Math.max(1, offer / 10))) / LN2 +
    (x[concentrationEffect] * Math.max(0, hhiAi0 - 1800)) / 100
  return rate / (rate + (1 - rate) * exp(-effects))
}

/** Chance that an intervention blocks the deal rather than ending in a remedy. */
export function chanceOfBlock(x: Float64Array, exclusivity: number): number {
  return Math.min(1, x[blockShare] * (0.5 + exclusivity))
}

/** Quarters an intervention adds, halves rounded up. */
export function reviewQuarters(x: Float64Array): number {
  return Math.floor(x[reviewMonths] / 3 + 0.5)
}

/** What the churn of AWS and Azure is multiplied by in quarter t, with or without a deal. */
export function gatekeeperFactor(x: Float64Array, t: number): number {
  const bites = x[gatekeeperDesignated] === 1 && t * DT >= x[gatekeeperYear]
  return bites ? x[gatekeeperChurnFactor] : 1
}

/**
 * HHI = 10⁴·Σ share²/firms, in points: 10,000 is a monopoly.
 *
 * @param share one number per provider, summing to 1
 * @param firms const.firms
 */
export function concentration(share: Float64Array, firms: Float64Array): number {
  let sum = 0
  for (let p = 0; p < PROVIDERS; p++) sum += (share[p] * share[p]) / firms[p]
  return 1e4 * sum
}
