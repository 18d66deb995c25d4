import { exp, log } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import { DT, GENERAL, INFERENCE, MODEL_SERVICES, TRAINING } from './notation.ts'

const {
  cashMarginGeneral,
  cashMarginAi,
  modelTakeRate,
  labContractMargin,
  capitalIntensityGeneral,
  capitalIntensityAi,
  capitalIntensityModels,
  assetLifeGeneral,
  assetLifeAi,
  taxRate,
  wacc,
  terminalMultiple,
  codesignCost,
  openaiReturn,
  openaiDistress,
  distressMultiple,
  ventureHurdle,
  conditionalPaid,
  abortCost,
} = at

/** The three pools of assets; the contract shares machines with AI compute. */
const POOL_GENERAL = 0
const POOL_AI = 1
const POOL_MODELS = 2
export const POOLS = 3

/** Quarters from closing to the conditional payment. */
const CONDITIONAL_AFTER = 8

/** Amazon's cloud business in one quarter of a trial. */
export interface Books {
  /** R by segment, USD bn per quarter, without the contract. */
  readonly revenue: Float64Array
  /** K at the end of every quarter, USD bn: `[t * POOLS + i]`. */
  readonly capital: Float64Array
  /** What the revenue of the quarter needs, by pool. */
  readonly target: Float64Array
  /** N, USD bn per quarter. */
  contract: number
  /** AWS's saving(s,aws) and rel(s,aws); inference and model services share them. */
  savingTraining: number
  savingInference: number
  priceTraining: number
  priceInference: number
  /** The deal's codesign, 0 without one. */
  codesign: number
}

/** Capital per dollar of yearly revenue from AI compute. */
function capitalPerAiDollar(x: Float64Array, saving: number, price: number): number {
  return (x[capitalIntensityAi] * (1 - saving)) / price
}

/** Cash margin of AI compute: a lower price comes off the margin, not off the costs. */
function cashMarginOfAi(x: Float64Array, price: number): number {
  return 1 - (1 - x[cashMarginAi]) / price
}

/** Capital per dollar of yearly contract revenue: costs follow the chips, the price is agreed. */
function capitalPerContractDollar(x: Float64Array, books: Books): number {
  return x[capitalIntensityAi] * (1 - books.savingTraining)
}

/** Sets `target`: 4·Σ capital·revenue of each pool. */
function fillTargets(x: Float64Array, books: Books): void {
  const { revenue, target } = books
  target[POOL_GENERAL] = 4 * x[capitalIntensityGeneral] * revenue[GENERAL]
  target[POOL_AI] =
    4 *
    (capitalPerAiDollar(x, books.savingTraining, books.priceTraining) * revenue[TRAINING] +
      capitalPerAiDollar(x, books.savingInference, books.priceInference) * revenue[INFERENCE] +
      capitalPerContractDollar(x, books) * books.contract)
  target[POOL_MODELS] = 4 * x[capitalIntensityModels] * revenue[MODEL_SERVICES]
}

/** Σ margin·revenue of each pool, before depreciation and tax. */
function cashEarned(x: Float64Array, books: Books, pool: number): number {
  const { revenue } = books
  if (pool === POOL_GENERAL) return x[cashMarginGeneral] * revenue[GENERAL]
  if (pool === POOL_MODELS) return x[modelTakeRate] * revenue[MODEL_SERVICES]
  const contractMargin = x[labContractMargin] + x[capitalIntensityAi] / x[assetLifeAi]
  return (
    cashMarginOfAi(x, books.priceTraining) * revenue[TRAINING] +
    cashMarginOfAi(x, books.priceInference) * revenue[INFERENCE] +
    contractMargin * books.contract
  )
}

/**
 * Free cash flow of quarter t, USD bn. Invests up to what the revenue needs and never sells.
 *
 * @param books of this quarter; its capital of quarter t is written, that of t−1 read
 * @param building whether co-design is paid for: t > close in a done deal
 */
export function cashFlow(x: Float64Array, books: Books, t: number, building: boolean): number {
  const { capital, target } = books
  const kept = 1 - x[taxRate]
  fillTargets(x, books)
  let flow = building ? -((books.codesign * x[codesignCost]) / 4) * kept : 0
  for (let i = 0; i < POOLS; i++) {
    const before = t === 0 ? target[i] : capital[(t - 1) * POOLS + i]
    const life = x[i === POOL_GENERAL ? assetLifeGeneral : assetLifeAi]
    const depreciation = before / (4 * life)
    const investment = Math.max(0, target[i] - before + depreciation)
    capital[t * POOLS + i] = before - depreciation + investment
    flow += (cashEarned(x, books, i) - depreciation) * kept + depreciation - investment
  }
  return flow
}

/** After-tax EBIT of the four segments in a normal quarter, without the contract, USD bn. */
export function normalProfit(x: Float64Array, books: Books): number {
  const { revenue } = books
  const life = x[assetLifeAi]
  const general = x[cashMarginGeneral] - x[capitalIntensityGeneral] / x[assetLifeGeneral]
  const training =
    cashMarginOfAi(x, books.priceTraining) -
    capitalPerAiDollar(x, books.savingTraining, books.priceTraining) / life
  const inference =
    cashMarginOfAi(x, books.priceInference) -
    capitalPerAiDollar(x, books.savingInference, books.priceInference) / life
  const models = x[modelTakeRate] - x[capitalIntensityModels] / life
  const profit =
    revenue[GENERAL] * general +
    revenue[TRAINING] * training +
    revenue[INFERENCE] * inference +
    revenue[MODEL_SERVICES] * models -
    (books.codesign * x[codesignCost]) / 4
  return profit * (1 - x[taxRate])
}

/** Capital that the revenue of quarter t, the last in the books, does not need, USD bn. */
export function idleCapital(books: Books, t: number): number {
  let idle = 0
  for (let i = 0; i < POOLS; i++) {
    idle += Math.max(0, books.capital[t * POOLS + i] - books.target[i])
  }
  return idle
}

/** disc(t) = (1 + wacc)^(−t·DT); t may have a fraction. */
export function discount(x: Float64Array, t: number): number {
  return exp(-t * DT * log(1 + x[wacc]))
}

/** Fills `out[t]` with disc(t), by one factor a quarter. */
export function fillDiscount(x: Float64Array, out: Float64Array): void {
  const factor = discount(x, 1)
  let value = 1
  for (let t = 0; t < out.length; t++) {
    out[t] = value
    value *= factor
  }
}

/**
 * Value at t = 0 of the business beyond the horizon against not investing, without the contract.
 *
 * @param atHorizon disc(T)
 * @param profit Δ of `normalProfit`, and `idle` Δ of `idleCapital`
 */
export function terminalValue(
  x: Float64Array,
  atHorizon: number,
  profit: number,
  idle: number,
): number {
  return atHorizon * (x[terminalMultiple] * 4 * profit + idle)
}

/**
 * Value at t = 0 of what is left of the contract after the horizon: its profit to its end, and then
 * its machines, which are used on.
 *
 * @param quarters T
 * @param end last quarter of the contract
 */
export function contractTail(x: Float64Array, books: Books, quarters: number, end: number): number {
  if (end <= quarters || books.contract === 0) return 0
  const margin =
    x[labContractMargin] + (x[capitalIntensityAi] * books.savingTraining) / x[assetLifeAi]
  const profit = books.contract * margin * (1 - x[taxRate])
  const factor = discount(x, 1)
  let value = discount(x, quarters)
  let tail = 0
  for (let t = quarters + 1; t <= end; t++) {
    value *= factor
    tail += profit * value
  }
  return tail + 4 * capitalPerContractDollar(x, books) * books.contract * discount(x, end)
}

/** What a deal is worth and costs up to the horizon, in USD bn at t = 0. */
export interface Value {
  operations: number
  outlay: number
  abort: number
  stake: number
  /** The lowest cumulative cash, at most 0. */
  lowest: number
}

/** Amounts and quarters of payment; −1 for never. */
export interface Payments {
  upfront: number
  conditional: number
  closedAt: number
  blockedAt: number
}

/**
 * Adds up the cash of a deal, quarter by quarter.
 *
 * @param flow FCF by quarter, and `reference` that without investing, USD bn
 * @param discount disc(t) by quarter
 * @param cash out: cumulative cash from `cash[cashAt]`, quarters 0 to T
 * @param value out
 */
export function valueDeal(
  x: Float64Array,
  payments: Payments,
  quarters: number,
  flow: Float64Array,
  reference: Float64Array,
  discount: Float64Array,
  cash: Float64Array,
  cashAt: number,
  value: Value,
): void {
  const { upfront, conditional, closedAt, blockedAt } = payments
  const again = closedAt >= 0 && x[conditionalPaid] === 1 && x[openaiDistress] !== 1
  const againAt = again ? closedAt + CONDITIONAL_AFTER : -1
  value.operations = value.outlay = value.abort = value.stake = value.lowest = 0
  cash[cashAt] = 0
  for (let t = 1; t <= quarters; t++) {
    const paid = (t === closedAt ? upfront : 0) + (t === againAt ? conditional : 0)
    value.operations += (flow[t] - reference[t]) * discount[t]
    value.outlay += paid * discount[t]
    if (paid > 0) value.stake += paid * discount[t] * stakeValue(x, quarters - t)
    if (t === blockedAt) value.abort = x[abortCost] * discount[t]
    const sum = value.operations - value.outlay - value.abort
    cash[cashAt + t] = sum
    value.lowest = Math.min(value.lowest, sum)
  }
}

/**
 * What one dollar paid for the stake so many quarters before the horizon is worth at the horizon,
 * brought back to the day of payment at the venture hurdle.
 */
function stakeValue(x: Float64Array, quarters: number): number {
  const years = quarters * DT
  const worth = x[openaiDistress] === 1 ? x[distressMultiple] : exp(x[openaiReturn] * years)
  return worth * exp(-years * log(1 + x[ventureHurdle]))
}
