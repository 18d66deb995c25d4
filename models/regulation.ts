import { exp, log } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import type { Terms } from './levers.ts'
import type { Row } from './memory.ts'
import { DT, LN2, PROVIDERS, roundHalfUp } from './notation.ts'
import type { RegulationState, Review, SharesState } from './world.ts'

/**
 * What a regulator would do about these terms.
 *
 * @param start shares of AI spend at t = 0
 * @param firms const.firms
 * @param review out
 */
export function foreseeReview(
  x: Inputs,
  terms: Terms,
  { aiShare }: SharesState,
  firms: Row,
  review: Review,
): void {
  const offer = terms.upfront + terms.conditional
  const { exclusivity } = terms
  review.chance = chanceOfIntervention(x, offer, exclusivity, concentration(aiShare, firms))
  review.block = Math.min(1, x.blockShare * (0.5 + exclusivity))
  review.quarters = roundHalfUp(x.reviewMonths / 3)
}

/**
 * Chance that a regulator intervenes in a deal: logistic(logit(rate) + effects), written so that a
 * rate of 0 or 1 stays what it is.
 *
 * @param offer upfront and conditional payment together, USD bn
 * @param exclusivity asked for, 0 to 1
 * @param hhiAi0 concentration of AI spend at t = 0
 */
function chanceOfIntervention(
  x: Inputs,
  offer: number,
  exclusivity: number,
  hhiAi0: number,
): number {
  const rate = x.interventionRate
  const effects =
    x.exclusivityEffect * exclusivity +
    (x.sizeEffect * log(Math.max(1, offer / 10))) / LN2 +
    (x.concentrationEffect * Math.max(0, hhiAi0 - 1800)) / 100
  return rate / (rate + (1 - rate) * exp(-effects))
}

/** Sets what the churn of AWS and Azure is multiplied by in every quarter, with or without a deal. */
export function simulateGatekeeper(x: Inputs, quarters: readonly RegulationState[]): void {
  for (let t = 0; t < quarters.length; t++) {
    const bites = x.gatekeeperDesignated === 1 && t * DT >= x.gatekeeperYear
    quarters[t].gatekeeper = bites ? x.gatekeeperChurnFactor : 1
  }
}

/**
 * HHI = 10⁴·Σ share²/firms, in points: 10,000 is a monopoly.
 *
 * @param share one number per provider, summing to 1
 * @param firms const.firms
 */
export function concentration(share: Row, firms: Row): number {
  let sum = 0
  for (let p = 0; p < PROVIDERS; p++) sum += (share[p] * share[p]) / firms[p]
  return 1e4 * sum
}
