import type { Levers, Simulator } from '../src/engine/model.ts'
import { at } from './assumptions/index.ts'
import { fillSigma, merchantCost } from './chips.ts'
import { simulateSpend } from './demand.ts'
import {
  contractTail,
  fillDiscount,
  idleCapital,
  normalProfit,
  terminalValue,
  valueDeal,
} from './finance.ts'
import { checks } from './checks.ts'
import { fillResiduals } from './invariants.ts'
import { fillPortfolio, simulateLabs } from './labs.ts'
import type { Terms } from './levers.ts'
import { AWS, fillHalf, PROVIDERS } from './notation.ts'
import { outcomeAt, outcomes, seriesAt } from './outcomes.ts'
import { BLOCKED, settle } from './partnership.ts'
import { foreseeReview, observe, poolAi, step } from './quarter.ts'
import { concentration } from './regulation.ts'
import { simulateEdge, startShares } from './shares.ts'
import { makeTrial, reserve, type Trial } from './trial.ts'
import { HORIZON, type MarketVantage } from './vantages.ts'

const { rampHalfLife, awsCustomShare0, gpuCostHalvingYears } = at

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

/** One trial of the market. Only this file and quarter.ts wire the mechanisms together. */
export class Market implements Simulator {
  readonly outcomes: Float64Array
  readonly series: Float64Array
  readonly reference: Float64Array
  readonly residuals: Float64Array
  readonly path: Float64Array
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
    this.trial = makeTrial(make, vantage.constants, quarters)
    this.series = this.trial.series
    this.path = this.trial.path
    this.outcomes = make(outcomes.length)
    this.reference = make(quarters + 1 + AWS_REVENUE)
    this.residuals = make(checks.length)
  }

  load(inputs: Float64Array, inputsAt: number, shocks: Float64Array, shocksAt: number): void {
    const { trial } = this
    const { x, quarters, spend, share, custom, ai } = trial
    for (let i = 0; i < x.length; i++) x[i] = inputs[inputsAt + i]
    simulateSpend(x, shocks, shocksAt, quarters, trial.demandScratch, spend)
    simulateLabs(x, shocks, shocksAt, quarters, trial.nextLabs, trial.w)
    simulateEdge(x, shocks, shocksAt, quarters, trial.sharesScratch, trial.choices.edge)
    fillHalf(x[rampHalfLife], trial.rampLeft)
    fillHalf(x[gpuCostHalvingYears], trial.trend)
    fillDiscount(x, trial.discount)
    startShares(x, spend, trial.sharesScratch, share)
    for (let p = 0; p < PROVIDERS; p++) custom[p] = trial.custom0[p]
    custom[AWS] = x[awsCustomShare0]
    poolAi(trial, 0)
    trial.hhiAi0 = concentration(ai, trial.firms)
    fillSigma(x, custom, 0, trial.quality, merchantCost(x, custom, 0, ai), 0, trial.sigma0)
    fillPortfolio(trial.w, 0, trial.access0, trial.portfolio0)
  }

  runReference(): void {
    const { reference, trial } = this
    const { quarters, freeCashFlow, books } = trial
    this.simulate(NO_OFFER)
    for (let t = 0; t <= quarters; t++) reference[t] = freeCashFlow[t]
    reference[quarters + PROFIT] = normalProfit(trial.x, books)
    reference[quarters + IDLE] = idleCapital(books, quarters)
    reference[quarters + AWS_SHARE] = this.last(seriesAt.awsShare)
    reference[quarters + AWS_REVENUE] = this.last(seriesAt.awsRevenue)
    this.conclude(NO_OFFER)
  }

  run(levers: Levers, referencePath?: Float64Array): void {
    // Their names and ranges are checked where they enter, by `checkLevers`.
    const terms = levers as Terms
    this.simulate(terms, referencePath)
    this.conclude(terms)
  }

  check(levers: Levers): void {
    fillResiduals(this, levers)
  }

  private simulate(terms: Terms, referencePath?: Float64Array): void {
    const { trial } = this
    const { x, deal, quarters, rampLeft } = trial
    if (terms.invest) foreseeReview(trial, terms)
    settle(x, terms, trial.review, trial.quartersToVantage, quarters, deal, trial.contract)
    let first = 0
    if (referencePath) {
      // Until a deal has closed every quarter is that of the reference, to the bit.
      trial.path.set(referencePath)
      first = deal.done ? Math.min(deal.close + 1, quarters) : quarters + 1
    }
    for (let t = first; t <= quarters; t++) {
      const ramp = deal.done && t > deal.close ? 1 - rampLeft[t - deal.close] : 0
      observe(trial, t, ramp)
      if (t < quarters) step(trial, t, ramp)
    }
  }

  /** Outcomes of the path just simulated, against the reference. */
  private conclude(terms: Terms): void {
    const { trial, outcomes, reference, series } = this
    const { x, quarters, deal, books, discount, payments, value } = trial
    payments.upfront = terms.upfront
    payments.conditional = terms.conditional
    payments.closedAt = deal.done ? deal.close : -1
    payments.blockedAt = deal.state === BLOCKED ? Math.min(deal.close, quarters) : -1
    const cashAt = seriesAt.cumulativeCash * (quarters + 1)
    valueDeal(x, payments, quarters, trial.freeCashFlow, reference, discount, series, cashAt, value)
    let terminal = 0
    if (deal.done) {
      const profit = normalProfit(x, books) - reference[quarters + PROFIT]
      const idle = idleCapital(books, quarters) - reference[quarters + IDLE]
      terminal =
        terminalValue(x, discount[quarters], profit, idle) +
        contractTail(x, books, quarters, trial.contract.end)
    }
    const { operations, stake, outlay, abort } = value
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
    outcomes[outcomeAt.peakCashAtRisk] = 0 - value.lowest
    outcomes[outcomeAt.closeQuarter] = deal.done ? deal.close : 0
    outcomes[outcomeAt.dealOutcome] = deal.state
  }

  private last(index: number): number {
    const { quarters } = this.trial
    return this.series[index * (quarters + 1) + quarters]
  }
}
