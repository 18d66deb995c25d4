import type { Levers, Simulator } from '../src/engine/model.ts'
import {
  fillMerchant,
  fillPrices,
  fillSigma,
  simulateTrend,
  startCustom,
  stepCustom,
} from './chips.ts'
import { simulateSpend } from './demand.ts'
import {
  fillRevenue,
  idleCapital,
  keepBooks,
  normalProfit,
  simulateDiscount,
  valueDeal,
} from './finance.ts'
import { takeShocks } from './inputs.ts'
import { checks } from './checks.ts'
import { fillResiduals } from './invariants.ts'
import { fillAccess, offerModels, settleAccess, simulateLabs } from './labs.ts'
import { noOffer, type Terms } from './levers.ts'
import { makeWorld } from './make-world.ts'
import { countContract } from './measures.ts'
import { Memory, type Row } from './memory.ts'
import { BLOCKED, PROVIDERS, SEGMENTS } from './notation.ts'
import { outcomeReaders } from './outcomes.ts'
import { fillDeal, settle, simulateRelease, termsThatHold } from './partnership.ts'
import { foreseeReview, simulateGatekeeper } from './regulation.ts'
import { seriesReaders } from './series.ts'
import {
  type Choice,
  poolAi,
  simulateEdge,
  startChoice,
  startShares,
  stepShares,
} from './shares.ts'
import { HORIZON, type MarketVantage } from './vantages.ts'
import type { Quarter, World } from './world.ts'

/** One trial of the market: the mechanisms, wired together. */
export class Market implements Simulator {
  readonly outcomes: Row
  readonly series: Row
  readonly reference: Row
  readonly path: Row
  readonly residuals: Row
  /** The last trial run, for checks and tests. */
  readonly world: World
  /** The draws of the loaded trial, in catalogue order. */
  readonly draws: Row
  private readonly bySeries: readonly Row[]
  private readonly choice: Choice

  /**
   * @param horizon T, a whole number of quarters within `HORIZON`
   * @throws if the horizon is another
   */
  constructor(vantage: MarketVantage, horizon: number) {
    const [shortest, longest] = HORIZON
    if (!Number.isInteger(horizon) || horizon < shortest || horizon > longest) {
      throw new Error(
        `a horizon is a whole number of quarters from ${shortest} to ${longest}, got ${horizon}`,
      )
    }
    const memory = new Memory(1000 + 220 * (horizon + 1))
    const { world, draws, series, path, reference } = makeWorld(memory, vantage.constants, horizon)
    this.world = world
    this.draws = draws
    this.series = series
    this.bySeries = Object.values(world.series)
    this.path = path
    this.reference = reference
    this.outcomes = memory.row(outcomeReaders.length)
    this.residuals = memory.row(checks.length)
    this.choice = {
      churn: memory.row(SEGMENTS),
      pull: memory.row(SEGMENTS),
      kept: memory.row(PROVIDERS),
      weight: memory.row(PROVIDERS),
    }
  }

  load(inputs: Row, inputsAt: number, shocks: Row, shocksAt: number): void {
    const { x, quarters, fixed, rampLeft } = this.world
    const [start] = quarters
    for (let i = 0; i < this.draws.length; i++) this.draws[i] = inputs[inputsAt + i]
    takeShocks(quarters, shocks, shocksAt)
    simulateSpend(x, quarters)
    simulateLabs(x, quarters)
    simulateEdge(x, quarters)
    simulateRelease(x, quarters, fixed.quartersToVantage, rampLeft)
    simulateGatekeeper(x, quarters)
    simulateTrend(x, quarters)
    simulateDiscount(x, quarters)
    startShares(x, start)
    startChoice(x, this.choice)
    poolAi(start)
    startCustom(x, fixed.custom0, start)
  }

  runReference(): void {
    const { world } = this
    const { quarters, series, horizon, reference } = world
    const last = quarters[horizon]
    this.decide(noOffer)
    this.simulate(0)
    for (let t = 0; t <= horizon; t++) reference.flow[t] = quarters[t].freeCashFlow
    reference.profit = normalProfit(world.x, last)
    reference.idle = idleCapital(last)
    this.follow(noOffer, 0)
    reference.awsShare = series.awsShare[horizon]
    reference.awsRevenue = series.awsRevenue[horizon]
    this.measure()
  }

  run(levers: Levers, referencePath?: Row): void {
    // Their names and ranges are checked where they enter, by `checkLevers`.
    const terms = this.decide(levers as Terms)
    if (referencePath) {
      this.path.set(referencePath)
      this.simulate(this.changedFrom())
      this.follow(terms, this.paidFrom())
    } else {
      this.simulate(0)
      this.follow(terms, 0)
    }
    this.measure()
  }

  check(levers: Levers): void {
    fillResiduals(this, levers)
  }

  /** What regulators would do, and how the talks end; gives the terms that hold. */
  private decide(asked: Terms): Terms {
    const { x, quarters, fixed, review, deal } = this.world
    const terms = termsThatHold(x, asked, fixed.signed)
    if (terms.invest) foreseeReview(x, terms, quarters[0], fixed.firms, review)
    settle(x, terms, this.world, deal)
    return terms
  }

  /** The first quarter that the deal makes another than the reference's; past the horizon if none. */
  private changedFrom(): number {
    const { deal, horizon } = this.world
    return deal.done ? Math.min(deal.close + 1, horizon) : horizon + 1
  }

  /** The first quarter in which something is paid; past the horizon if nothing is. */
  private paidFrom(): number {
    const { deal, horizon } = this.world
    const paid = deal.done || deal.state === BLOCKED
    return paid ? Math.min(deal.close, horizon) : horizon + 1
  }

  /** Runs the quarters from one on whose start is known. */
  private simulate(from: number): void {
    const { quarters, horizon } = this.world
    for (let t = from; t <= horizon; t++) {
      this.observe(quarters[t], quarters[Math.max(0, t - 1)])
      if (t < horizon) this.step(quarters[t], quarters[t + 1])
    }
  }

  /** A quarter as it is seen: costs and prices, shares with the contract counted, Amazon's cash. */
  private observe(now: Quarter, before: Quarter): void {
    const { x, quarters, fixed, rampLeft, deal } = this.world
    fillDeal(x, deal, rampLeft, now)
    poolAi(now)
    fillMerchant(x, now)
    fillSigma(x, fixed.chipQuality, now, deal)
    fillPrices(x, quarters[0], now)
    countContract(x, now)
    fillRevenue(now)
    keepBooks(x, now, before, deal)
  }

  /** To the next quarter: who wins the new demand, and how far custom chips spread. */
  private step(now: Quarter, next: Quarter): void {
    const { x, quarters, fixed, access, deal } = this.world
    fillAccess(x, fixed.access, now, deal, access)
    offerModels(fixed.access, access, now)
    settleAccess(x, fixed.access, access, now, next)
    stepShares(x, quarters[0], now, next, this.choice)
    stepCustom(x, fixed.customCeiling, now, next, deal)
  }

  /**
   * Values the deal and takes the series.
   *
   * @param from the first quarter whose series may be others than those at hand
   */
  private follow(terms: Terms, from: number): void {
    const { world } = this
    valueDeal(world.x, terms, world.deal, world, world.value)
    for (let s = 0; s < seriesReaders.length; s++) seriesReaders[s](world, from, this.bySeries[s])
  }

  /** Takes the outcomes. */
  private measure(): void {
    const { world, outcomes } = this
    for (let o = 0; o < outcomeReaders.length; o++) outcomes[o] = outcomeReaders[o](world)
  }
}
