import type { Inputs } from './inputs.ts'
import { AWS, GENERAL, PROVIDERS, scaleToOne, SEGMENTS, TRAINING } from './notation.ts'
import type { Quarter } from './world.ts'

// What is read of a quarter and decides nothing in it.

/**
 * Shares as they are read, with the contract counted: AWS has N more, the rivals lose a part of N in
 * proportion to their AI spend.
 *
 * @param now `total` and `ai` are written
 */
export function countContract(x: Inputs, now: Quarter): void {
  const { net, aiSpend, aiShare, total, ai } = now
  const general = now.spend[GENERAL]
  const generalShare = now.share[GENERAL]
  let rivals = 0
  for (let p = AWS + 1; p < PROVIDERS; p++) rivals += aiShare[p] * aiSpend
  const lost = Math.min(x.commitmentDiverted * net, 0.9 * rivals)
  for (let p = 0; p < PROVIDERS; p++) {
    const inAi = aiShare[p] * aiSpend
    const change = p === AWS ? net : rivals > 0 ? (-lost * inAi) / rivals : 0
    total[p] = inAi + general * generalShare[p] + change
    ai[p] = inAi + change
  }
  scaleToOne(total)
  scaleToOne(ai)
}

/** AWS's revenue with the contract, USD bn per quarter. */
export function awsRevenue({ aiShare, aiSpend, spend, share, net }: Quarter): number {
  return aiShare[AWS] * aiSpend + spend[GENERAL] * share[GENERAL][AWS] + net
}

/** Price of a constant unit of AI compute, weighted by AI spend; 1 at the start. */
export function aiPriceIndex({ trend, spend, share, price }: Quarter): number {
  let weight = 0
  let sum = 0
  for (let s = TRAINING; s < SEGMENTS; s++) {
    const demand = spend[s]
    const shares = share[s]
    const prices = price[s]
    for (let p = 0; p < PROVIDERS; p++) {
      const bought = demand * shares[p]
      weight += bought
      sum += bought * prices[p]
    }
  }
  return trend * (sum / weight)
}

/**
 * How much less capital a unit of AWS's AI compute takes than in a fleet of merchant chips at the
 * same date, as a fraction: the mean over AI segments, weighted by AWS's spend.
 */
export function chipAdvantage(x: Inputs, now: Quarter): number {
  const { spend, share, sigma, merchant } = now
  const merchantFleet = 1 - x.acceleratorCostShare * (1 - merchant)
  let weight = 0
  let sum = 0
  for (let s = TRAINING; s < SEGMENTS; s++) {
    const revenue = spend[s] * share[s][AWS]
    weight += revenue
    sum += revenue * (1 - (1 - sigma[s][AWS]) / merchantFleet)
  }
  return weight > 0 ? sum / weight : 0
}
