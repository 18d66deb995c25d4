import { at } from './assumptions/index.ts'
import {
  chipAdvantage,
  fillPrices,
  fillSigma,
  meanPrice,
  merchantCost,
  stepCustom,
} from './chips.ts'
import { cashFlow } from './finance.ts'
import { fillAccess, fillPortfolio } from './labs.ts'
import type { Terms } from './levers.ts'
import {
  AWS,
  AZURE,
  CELLS,
  GENERAL,
  GOOGLE,
  INFERENCE,
  LABS,
  OPENAI,
  OTHERS,
  PROVIDERS,
  SEGMENTS,
  SPECIALISTS,
  TRAINING,
} from './notation.ts'
import { seriesAt } from './outcomes.ts'
import { countContract, netContract } from './partnership.ts'
import {
  chanceOfBlock,
  chanceOfIntervention,
  concentration,
  gatekeeperFactor,
  reviewQuarters,
} from './regulation.ts'
import { stepShares } from './shares.ts'
import type { Trial } from './trial.ts'

const { rightsReleased, anthropicConflict, microsoftResponds, responseCut } = at

/** Sets `ai` to the providers' shares of AI spend in quarter t, and returns that spend. */
export function poolAi(trial: Trial, t: number): number {
  const { spend, share, ai } = trial
  let aiSpend = 0
  for (let p = 0; p < PROVIDERS; p++) ai[p] = 0
  for (let s = TRAINING; s < SEGMENTS; s++) {
    const d = spend[t * SEGMENTS + s]
    aiSpend += d
    for (let p = 0; p < PROVIDERS; p++) ai[p] += d * share[t * CELLS + s * PROVIDERS + p]
  }
  for (let p = 0; p < PROVIDERS; p++) ai[p] /= aiSpend
  return aiSpend
}

/** What a regulator would do about these terms. */
export function foreseeReview({ x, review, hhiAi0 }: Trial, terms: Terms): void {
  const offer = terms.upfront + terms.conditional
  review.chance = chanceOfIntervention(x, offer, terms.exclusivity, hhiAi0)
  review.block = chanceOfBlock(x, terms.exclusivity)
  review.quarters = reviewQuarters(x)
}

/**
 * Quarter t as it is seen: costs and prices, shares with the contract counted, Amazon's cash.
 *
 * @param ramp r, from 0 to 1, 0 without a deal
 */
export function observe(trial: Trial, t: number, ramp: number): void {
  const { x, quarters, spend, share, custom, price, series, total, ai, deal, costs } = trial
  const points = quarters + 1
  const row = t * CELLS
  const spendRow = t * SEGMENTS

  const aiSpend = poolAi(trial, t)
  const m = merchantCost(x, custom, t * PROVIDERS, ai)
  fillSigma(x, custom, t * PROVIDERS, trial.quality, m, deal.codesign * ramp, costs.sigma)
  const azureCut = x[microsoftResponds] === 1 ? x[responseCut] * ramp : 0
  fillPrices(x, trial.sigma0, azureCut, costs, price, row)

  const net = netContract(x, deal, trial.contract, t)
  const general = spend[spendRow + GENERAL]
  for (let p = 0; p < PROVIDERS; p++) {
    ai[p] *= aiSpend
    total[p] = ai[p] + general * share[row + GENERAL * PROVIDERS + p]
  }
  const awsRevenue = total[AWS] + net
  countContract(x, net, total, ai)

  series[seriesAt.awsShare * points + t] = total[AWS]
  series[seriesAt.azureShare * points + t] = total[AZURE]
  series[seriesAt.googleShare * points + t] = total[GOOGLE]
  series[seriesAt.specialistsShare * points + t] = total[SPECIALISTS]
  series[seriesAt.othersShare * points + t] = total[OTHERS]
  series[seriesAt.awsAiShare * points + t] = ai[AWS]
  series[seriesAt.awsRevenue * points + t] = 4 * awsRevenue
  series[seriesAt.spend * points + t] = general + aiSpend
  series[seriesAt.hhi * points + t] = concentration(total, trial.firms)
  series[seriesAt.hhiAi * points + t] = concentration(ai, trial.firms)
  series[seriesAt.aiPriceIndex * points + t] =
    trial.trend[t] * meanPrice(price, share, row, spend, spendRow)
  series[seriesAt.awsChipAdvantage * points + t] = chipAdvantage(
    x,
    m,
    costs.sigma,
    share,
    row,
    spend,
    spendRow,
  )
  book(trial, t, net)
}

/** Amazon's books of quarter t. */
function book(trial: Trial, t: number, net: number): void {
  const { x, spend, share, price, deal, books, costs } = trial
  const row = t * CELLS + AWS
  for (let s = 0; s < SEGMENTS; s++) {
    books.revenue[s] = spend[t * SEGMENTS + s] * share[row + s * PROVIDERS]
  }
  books.contract = net
  books.codesign = deal.codesign
  books.savingTraining = costs.saving[TRAINING * PROVIDERS + AWS]
  books.savingInference = costs.saving[INFERENCE * PROVIDERS + AWS]
  books.priceTraining = price[row + TRAINING * PROVIDERS]
  books.priceInference = price[row + INFERENCE * PROVIDERS]
  trial.freeCashFlow[t] = cashFlow(x, books, t, deal.done && t > deal.close)
}

/** From quarter t to t+1: who wins the new demand, and how far custom chips spread. */
export function step(trial: Trial, t: number, ramp: number): void {
  const { x, deal, access, access0, choices, quartersToVantage } = trial
  const { portfolio } = choices
  const released = x[rightsReleased] === 1 && t > quartersToVantage
  const release = released ? 1 - trial.rampLeft[t - quartersToVantage] : 0
  const conflict = deal.done && x[anthropicConflict] === 1
  fillAccess(x, access0, ramp, release, deal.access, deal.exclusivity, conflict, access)
  fillPortfolio(trial.w, t * LABS, access, portfolio)
  for (let p = 0; p < PROVIDERS; p++) portfolio[p] -= trial.portfolio0[p]
  const added = access[AWS * LABS + OPENAI] - access0[AWS * LABS + OPENAI]
  const bite = gatekeeperFactor(x, t)
  stepShares(x, t, trial.share, trial.spend, choices, bite, added, trial.sharesScratch)
  stepCustom(x, trial.custom, t * PROVIDERS, trial.ceiling, deal.codesign * ramp)
}
