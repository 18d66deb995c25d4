import type { Levers, Simulator } from '../src/engine/model.ts'
import { at } from './assumptions/index.ts'
import {
  chipAdvantage,
  fillPrices,
  fillSigma,
  meanPrice,
  merchantCost,
  stepCustom,
} from './chips.ts'
import { simulateSpend } from './demand.ts'
import {
  cashFlow,
  contractTail,
  fillDiscount,
  idleCapital,
  normalProfit,
  terminalValue,
} from './finance.ts'
import { checks, fillResiduals } from './invariants.ts'
import { fillAccess, fillPortfolio, simulateLabs } from './labs.ts'
import type { Terms } from './levers.ts'
import {
  AWS,
  AZURE,
  CELLS,
  fillHalf,
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
import { outcomeAt, outcomes, series, seriesAt } from './outcomes.ts'
import {
  BLOCKED,
  chanceOfSigning,
  CLOSED,
  COLLAPSED,
  countContract,
  dealAccess,
  netContract,
  NONE,
  PENDING,
  quartersToClose,
  REMEDIED,
  setContract,
  stakeValue,
} from './partnership.ts'
import {
  chanceOfBlock,
  chanceOfIntervention,
  concentration,
  gatekeeperFactor,
  reviewQuarters,
} from './regulation.ts'
import { simulateEdge, startShares, stepShares } from './shares.ts'
import { makeTrial, reserve, type Trial } from './trial.ts'
import type { MarketVantage } from './vantages.ts'

const {
  signingDraw,
  regulatorDraw,
  remedyDraw,
  remedyCut,
  rightsReleased,
  rampHalfLife,
  anthropicConflict,
  microsoftResponds,
  responseCut,
  conditionalPaid,
  openaiDistress,
  abortCost,
  awsCustomShare0,
  gpuCostHalvingYears,
} = at

/** The shortest and the longest horizon, in quarters. */
export const HORIZON = [8, 40] as const

/** Quarters from closing to the conditional payment. */
const CONDITIONAL_AFTER = 8

const NO_OFFER: Terms = {
  invest: false,
  upfront: 0,
  conditional: 0,
  exclusivity: 0,
  codesign: 0,
  access: 0,
  commitment: 0,
  commitmentYears: 1,
}

/** What `reference` holds after the free cash flows of quarters 0 to T: places from T. */
const PROFIT = 1
const IDLE = 2
const AWS_SHARE = 3
const AWS_REVENUE = 4

/** One trial of the market, quarter by quarter: the only place that wires the mechanisms together. */
export class Market implements Simulator {
  readonly outcomes: Float64Array
  readonly series: Float64Array
  readonly reference: Float64Array
  readonly residuals: Float64Array
  /** The path of the last run, for checks and replays. */
  readonly trial: Trial

  /**
   * @param quarters T, a whole number within `HORIZON`
   * @throws if the horizon is another
   */
  constructor(vantage: MarketVantage, quarters: number) {
    const [shortest, longest] = HORIZON
    if (!Number.isInteger(quarters) || quarters < shortest || quarters > longest) {
      throw new Error(
        `a horizon is a whole number of quarters from ${shortest} to ${longest}, got ${quarters}`,
      )
    }
    const make = reserve()
    this.outcomes = make(outcomes.length)
    this.series = make(series.length * (quarters + 1))
    this.reference = make(quarters + 1 + AWS_REVENUE)
    this.residuals = make(checks.length)
    this.trial = makeTrial(make, vantage.constants, quarters)
  }

  load(inputs: Float64Array, inputsAt: number, shocks: Float64Array, shocksAt: number): void {
    const { trial } = this
    const { x, quarters, spend, share, custom, ai } = trial
    for (let i = 0; i < x.length; i++) x[i] = inputs[inputsAt + i]
    simulateSpend(x, shocks, shocksAt, quarters, trial.demandScratch, spend)
    simulateLabs(x, shocks, shocksAt, quarters, trial.nextLabs, trial.w)
    simulateEdge(x, shocks, shocksAt, quarters, trial.sharesScratch, trial.edge)
    fillHalf(x[rampHalfLife], trial.rampLeft)
    fillHalf(x[gpuCostHalvingYears], trial.trend)
    fillDiscount(x, trial.discount)
    startShares(x, spend, trial.sharesScratch, share)
    for (let p = 0; p < PROVIDERS; p++) custom[p] = trial.custom0[p]
    custom[AWS] = x[awsCustomShare0]
    pool(trial, 0)
    trial.hhiAi0 = concentration(ai, trial.firms)
    fillSigma(x, custom, 0, trial.quality, merchantCost(x, custom, 0, ai), 0, trial.sigma0)
    fillPortfolio(trial.w, 0, trial.access0, trial.portfolio0)
  }

  runReference(): void {
    const { reference, trial } = this
    const { quarters } = trial
    this.simulate(NO_OFFER)
    for (let t = 0; t <= quarters; t++) reference[t] = trial.freeCashFlow[t]
    reference[quarters + PROFIT] = normalProfit(trial.x, trial.books)
    reference[quarters + IDLE] = idleCapital(trial.books)
    reference[quarters + AWS_SHARE] = this.last(seriesAt.awsShare)
    reference[quarters + AWS_REVENUE] = this.last(seriesAt.awsRevenue)
    this.conclude(NO_OFFER)
  }

  run(levers: Levers): void {
    // Their names and ranges are checked where they enter, by `checkLevers`.
    const terms = levers as Terms
    this.simulate(terms)
    this.conclude(terms)
  }

  check(levers: Levers): void {
    fillResiduals(this, levers)
  }

  private simulate(terms: Terms): void {
    const { trial } = this
    const { deal, quarters, rampLeft } = trial
    settle(trial, terms)
    for (let t = 0; t <= quarters; t++) {
      const ramp = deal.done && t > deal.close ? 1 - rampLeft[t - deal.close] : 0
      this.observe(t, ramp)
      if (t < quarters) step(trial, t, ramp)
    }
  }

  /** What can be seen and what is earned in quarter t. */
  private observe(t: number, ramp: number): void {
    const { trial, series } = this
    const { x, quarters, spend, share, custom, price, total, ai, deal, books, costs } = trial
    const points = quarters + 1
    const row = t * CELLS
    const spendRow = t * SEGMENTS
    const codesign = deal.codesign * ramp

    const aiSpend = pool(trial, t)
    const m = merchantCost(x, custom, t * PROVIDERS, ai)
    fillSigma(x, custom, t * PROVIDERS, trial.quality, m, codesign, costs.sigma)
    const azureCut = x[microsoftResponds] === 1 ? x[responseCut] * ramp : 0
    fillPrices(x, trial.sigma0, azureCut, costs, price, row)

    const net = deal.done ? netContract(x, trial.contract, deal.close, t) : 0
    let spent = 0
    for (let p = 0; p < PROVIDERS; p++) {
      ai[p] *= aiSpend
      total[p] = ai[p] + spend[spendRow + GENERAL] * share[row + GENERAL * PROVIDERS + p]
    }
    for (let s = 0; s < SEGMENTS; s++) spent += spend[spendRow + s]
    const awsSpend = total[AWS] + net
    countContract(x, net, total, ai)

    series[seriesAt.awsShare * points + t] = total[AWS]
    series[seriesAt.azureShare * points + t] = total[AZURE]
    series[seriesAt.googleShare * points + t] = total[GOOGLE]
    series[seriesAt.specialistsShare * points + t] = total[SPECIALISTS]
    series[seriesAt.othersShare * points + t] = total[OTHERS]
    series[seriesAt.awsAiShare * points + t] = ai[AWS]
    series[seriesAt.awsRevenue * points + t] = 4 * awsSpend
    series[seriesAt.spend * points + t] = spent
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

    for (let s = 0; s < SEGMENTS; s++) {
      books.revenue[s] = spend[spendRow + s] * share[row + s * PROVIDERS + AWS]
    }
    books.contract = net
    books.codesign = deal.codesign
    books.savingTraining = costs.saving[TRAINING * PROVIDERS + AWS]
    books.savingInference = costs.saving[INFERENCE * PROVIDERS + AWS]
    books.priceTraining = price[row + TRAINING * PROVIDERS + AWS]
    books.priceInference = price[row + INFERENCE * PROVIDERS + AWS]
    trial.freeCashFlow[t] = cashFlow(x, books, t === 0, deal.done && t > deal.close)
  }

  /** Outcomes of the path just simulated, against the reference. */
  private conclude(terms: Terms): void {
    const { trial, outcomes, reference } = this
    const { x, quarters, deal, books, discount, freeCashFlow } = trial
    const cash = seriesAt.cumulativeCash * (quarters + 1)
    const blockedAt = deal.state === BLOCKED ? Math.min(deal.close, quarters) : -1
    const paidAt = deal.done ? deal.close : -1
    const second = x[conditionalPaid] === 1 && x[openaiDistress] !== 1
    const paidAgainAt = deal.done && second ? deal.close + CONDITIONAL_AFTER : -1

    let operations = 0
    let outlay = 0
    let abort = 0
    let stake = 0
    let lowest = 0
    this.series[cash] = 0
    for (let t = 1; t <= quarters; t++) {
      const paid = (t === paidAt ? terms.upfront : 0) + (t === paidAgainAt ? terms.conditional : 0)
      operations += (freeCashFlow[t] - reference[t]) * discount[t]
      outlay += paid * discount[t]
      abort += t === blockedAt ? x[abortCost] * discount[t] : 0
      if (paid > 0) stake += paid * discount[t] * stakeValue(x, quarters - t)
      const sum = operations - outlay - abort
      this.series[cash + t] = sum
      lowest = Math.min(lowest, sum)
    }
    const profit = normalProfit(x, books) - reference[quarters + PROFIT]
    const idle = idleCapital(books) - reference[quarters + IDLE]
    const tail = deal.done ? contractTail(x, books, quarters, trial.contract.end) : 0
    const terminal = terminalValue(x, discount[quarters], profit, idle) + tail

    outcomes[outcomeAt.npv] = operations + terminal + stake - outlay - abort
    outcomes[outcomeAt.npvOperations] = operations
    outcomes[outcomeAt.npvTerminal] = terminal
    outcomes[outcomeAt.npvStake] = stake
    outcomes[outcomeAt.npvOutlay] = outlay
    outcomes[outcomeAt.npvAbort] = abort
    outcomes[outcomeAt.awsShare] = this.last(seriesAt.awsShare)
    outcomes[outcomeAt.azureShare] = this.last(seriesAt.azureShare)
    outcomes[outcomeAt.googleShare] = this.last(seriesAt.googleShare)
    outcomes[outcomeAt.awsAiShare] = this.last(seriesAt.awsAiShare)
    outcomes[outcomeAt.shareGain] = this.last(seriesAt.awsShare) - reference[quarters + AWS_SHARE]
    outcomes[outcomeAt.awsRevenue] = this.last(seriesAt.awsRevenue)
    outcomes[outcomeAt.revenueGain] =
      this.last(seriesAt.awsRevenue) - reference[quarters + AWS_REVENUE]
    outcomes[outcomeAt.hhi] = this.last(seriesAt.hhi)
    outcomes[outcomeAt.hhiAi] = this.last(seriesAt.hhiAi)
    outcomes[outcomeAt.awsChipAdvantage] = this.last(seriesAt.awsChipAdvantage)
    outcomes[outcomeAt.aiPriceIndex] = this.last(seriesAt.aiPriceIndex)
    outcomes[outcomeAt.customChipShare] = trial.custom[quarters * PROVIDERS + AWS]
    // Adding 0 turns −0 into 0.
    outcomes[outcomeAt.peakCashAtRisk] = 0 - lowest
    outcomes[outcomeAt.closeQuarter] = deal.done ? deal.close : 0
    outcomes[outcomeAt.dealOutcome] = deal.state
  }

  private last(index: number): number {
    const { quarters } = this.trial
    return this.series[index * (quarters + 1) + quarters]
  }
}

/** Sets `ai` to the providers' shares of AI spend in quarter t, and returns that spend. */
function pool(trial: Trial, t: number): number {
  const { spend, share, ai } = trial
  let aiSpend = 0
  ai.fill(0)
  for (let s = TRAINING; s < SEGMENTS; s++) {
    const d = spend[t * SEGMENTS + s]
    aiSpend += d
    for (let p = 0; p < PROVIDERS; p++) ai[p] += d * share[t * CELLS + s * PROVIDERS + p]
  }
  for (let p = 0; p < PROVIDERS; p++) ai[p] /= aiSpend
  return aiSpend
}

/** Decides how the talks end, and on which terms. */
function settle(trial: Trial, terms: Terms): void {
  const { x, deal, contract, quarters } = trial
  deal.close = 0
  deal.done = false
  deal.exclusivity = 0
  deal.codesign = 0
  deal.access = 0
  contract.rate = 0
  contract.end = 0
  deal.state = outcomeOfTalks(trial, terms)
  deal.done = deal.state === CLOSED || deal.state === REMEDIED
  if (!deal.done) return
  if (deal.close > quarters) {
    deal.state = PENDING
    deal.done = false
    return
  }
  const remedied = deal.state === REMEDIED
  deal.exclusivity = remedied ? 0 : terms.exclusivity
  deal.codesign = terms.codesign * (remedied ? 1 - x[remedyCut] : 1)
  deal.access = dealAccess(x, terms.access)
  setContract(x, deal.close, terms.commitment, terms.commitmentYears, contract)
}

/** The state the talks reach in time, and `close` with it. */
function outcomeOfTalks(trial: Trial, terms: Terms): number {
  const { x, deal } = trial
  const { exclusivity } = terms
  if (!terms.invest) return NONE
  const offer = terms.upfront + terms.conditional
  if (!(x[signingDraw] < chanceOfSigning(x, offer, exclusivity))) return COLLAPSED
  deal.close = trial.quartersToVantage + quartersToClose(x)
  const intervention = chanceOfIntervention(x, offer, exclusivity, trial.hhiAi0)
  if (!(x[regulatorDraw] < intervention)) return CLOSED
  deal.close += reviewQuarters(x)
  return x[remedyDraw] < chanceOfBlock(x, exclusivity) ? BLOCKED : REMEDIED
}

/** From quarter t to t+1: who wins the new demand, and how far custom chips spread. */
function step(trial: Trial, t: number, ramp: number): void {
  const { x, deal, access, portfolio, portfolio0, quartersToVantage } = trial
  const released = x[rightsReleased] === 1 && t > quartersToVantage
  const release = released ? 1 - trial.rampLeft[t - quartersToVantage] : 0
  const conflict = deal.done && x[anthropicConflict] === 1
  fillAccess(x, trial.access0, ramp, release, deal.access, deal.exclusivity, conflict, access)
  fillPortfolio(trial.w, t * LABS, access, portfolio)
  for (let p = 0; p < PROVIDERS; p++) portfolio[p] -= portfolio0[p]
  stepShares(
    x,
    trial.share,
    t * CELLS,
    trial.spend,
    t * SEGMENTS,
    trial.edge,
    t * PROVIDERS,
    trial.costs.logPrice,
    portfolio,
    gatekeeperFactor(x, t),
    access[AWS * LABS + OPENAI] - trial.access0[AWS * LABS + OPENAI],
    trial.sharesScratch,
  )
  stepCustom(x, trial.custom, t * PROVIDERS, trial.ceiling, deal.codesign * ramp)
}
