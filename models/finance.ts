import { exp, log } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import type { Terms } from './levers.ts'
import {
  AWS,
  BLOCKED,
  DT,
  GENERAL,
  half,
  INFERENCE,
  LN2,
  MODEL_SERVICES,
  POOL_AI,
  POOL_GENERAL,
  POOL_MODELS,
  POOLS,
  roundHalfUp,
  SEGMENTS,
  TRAINING,
} from './notation.ts'
import type {
  ChipsState,
  Deal,
  DemandState,
  FinanceState,
  PartnershipState,
  Reference,
  SharesState,
  Value,
} from './world.ts'

/** Amazon's cloud business in one quarter: its revenue, its prices, its machines. */
type Books = FinanceState & ChipsState & PartnershipState

/** R: AWS's revenue by segment, without the contract. */
export function fillRevenue({
  spend,
  share,
  revenue,
}: DemandState & SharesState & FinanceState): void {
  for (let s = 0; s < SEGMENTS; s++) revenue[s] = spend[s] * share[s][AWS]
}

/** Capital per dollar of yearly revenue from AI compute of segment s. */
function capitalPerAiDollar(x: Inputs, { saving, price }: Books, s: number): number {
  return (x.capitalIntensityAi * (1 - saving[s][AWS])) / price[s][AWS]
}

/** Cash margin of AI compute: a lower price comes off the margin, not off the costs. */
function cashMarginOfAi(x: Inputs, { price }: Books, s: number): number {
  return 1 - (1 - x.cashMarginAi) / price[s][AWS]
}

/** Capital per dollar of yearly contract revenue: costs follow the chips, the price is agreed. */
function capitalPerContractDollar(x: Inputs, { saving }: Books): number {
  return x.capitalIntensityAi * (1 - saving[TRAINING][AWS])
}

/** Sets `target`: 4·Σ capital·revenue of each pool. */
function fillTargets(x: Inputs, books: Books): void {
  const { revenue, target } = books
  target[POOL_GENERAL] = 4 * x.capitalIntensityGeneral * revenue[GENERAL]
  target[POOL_AI] =
    4 *
    (capitalPerAiDollar(x, books, TRAINING) * revenue[TRAINING] +
      capitalPerAiDollar(x, books, INFERENCE) * revenue[INFERENCE] +
      capitalPerContractDollar(x, books) * books.net)
  target[POOL_MODELS] = 4 * x.capitalIntensityModels * revenue[MODEL_SERVICES]
}

/** Σ margin·revenue of each pool, before depreciation and tax. */
function cashEarned(x: Inputs, books: Books, pool: number): number {
  const { revenue } = books
  if (pool === POOL_GENERAL) return x.cashMarginGeneral * revenue[GENERAL]
  if (pool === POOL_MODELS) return x.modelTakeRate * revenue[MODEL_SERVICES]
  const contractMargin = x.labContractMargin + x.capitalIntensityAi / x.assetLifeAi
  return (
    cashMarginOfAi(x, books, TRAINING) * revenue[TRAINING] +
    cashMarginOfAi(x, books, INFERENCE) * revenue[INFERENCE] +
    contractMargin * books.net
  )
}

/** What co-design costs in a quarter of the contract, after tax, USD bn. */
function costOfCodesign(x: Inputs, deal: Deal): number {
  return ((deal.codesign * x.codesignCost) / 4) * (1 - x.taxRate)
}

/**
 * Capital and free cash flow of a quarter, USD bn. Invests up to what the revenue needs and never
 * sells.
 *
 * @param books revenue is read; target, capital and free cash flow are written
 * @param before the quarter before; the same one at t = 0, which begins with what it needs
 */
export function keepBooks(
  x: Inputs,
  books: Books & { readonly t: number },
  before: FinanceState,
  deal: Deal,
): void {
  const { target, capital } = books
  const kept = 1 - x.taxRate
  fillTargets(x, books)
  const had = books.t === 0 ? target : before.capital
  const building = deal.done && books.t > deal.close && books.t <= deal.contract.end
  let flow = building ? -costOfCodesign(x, deal) : 0
  for (let i = 0; i < POOLS; i++) {
    const life = i === POOL_GENERAL ? x.assetLifeGeneral : x.assetLifeAi
    const depreciation = had[i] / (4 * life)
    const investment = Math.max(0, target[i] - had[i] + depreciation)
    capital[i] = had[i] - depreciation + investment
    flow += (cashEarned(x, books, i) - depreciation) * kept + depreciation - investment
  }
  books.freeCashFlow = flow
}

/** After-tax EBIT of the four segments in a normal quarter, without the contract, USD bn. */
export function normalProfit(x: Inputs, books: Books): number {
  const { revenue } = books
  const life = x.assetLifeAi
  const general = x.cashMarginGeneral - x.capitalIntensityGeneral / x.assetLifeGeneral
  const training =
    cashMarginOfAi(x, books, TRAINING) - capitalPerAiDollar(x, books, TRAINING) / life
  const inference =
    cashMarginOfAi(x, books, INFERENCE) - capitalPerAiDollar(x, books, INFERENCE) / life
  const models = x.modelTakeRate - x.capitalIntensityModels / life
  const profit =
    revenue[GENERAL] * general +
    revenue[TRAINING] * training +
    revenue[INFERENCE] * inference +
    revenue[MODEL_SERVICES] * models
  return profit * (1 - x.taxRate)
}

/** Capital that the revenue of a quarter does not need, USD bn. */
export function idleCapital({ capital, target }: FinanceState): number {
  let idle = 0
  for (let i = 0; i < POOLS; i++) idle += Math.max(0, capital[i] - target[i])
  return idle
}

/** disc(t) = (1 + wacc)^(−t·DT); t may have a fraction. */
function discountAt(x: Inputs, t: number): number {
  return exp(-t * DT * log(1 + x.wacc))
}

/** Sets `discount` of every quarter, by one factor a quarter. */
export function simulateDiscount(x: Inputs, quarters: readonly FinanceState[]): void {
  const factor = discountAt(x, 1)
  let value = 1
  for (const now of quarters) {
    now.discount = value
    value *= factor
  }
}

/**
 * Adds up what a deal is worth, USD bn at t = 0.
 *
 * @param quarters 0 to T; the cumulative cash of each is written
 * @param value out
 */
export function valueDeal(
  x: Inputs,
  terms: Terms,
  deal: Deal,
  { quarters, reference }: { readonly quarters: readonly Books[]; readonly reference: Reference },
  value: Value,
): void {
  const horizon = quarters.length - 1
  const blockedAt = deal.state === BLOCKED ? Math.min(deal.close, horizon) : -1
  const due = deal.close + roundHalfUp(x.conditionalMonths / 3)
  const againAt = deal.done && x.conditionalPaid === 1 && due < deal.distress ? due : -1
  const ruined = deal.distress <= horizon
  value.operations = value.outlay = value.abort = value.stake = value.lowest = 0
  // A deal that had closed at the start is paid for there; nothing else is another one at t = 0.
  for (let t = 0; t <= horizon; t++) {
    const now = quarters[t]
    const closing = deal.done && t === deal.close
    const paid = (closing ? terms.upfront : 0) + (t === againAt ? terms.conditional : 0)
    value.operations += (now.freeCashFlow - reference.flow[t]) * now.discount
    value.outlay += paid * now.discount
    if (paid > 0) value.stake += paid * now.discount * stakeValue(x, horizon - t, ruined)
    if (t === blockedAt) value.abort = x.abortCost * now.discount
    now.cash = value.operations - value.outlay - value.abort
    value.lowest = Math.min(value.lowest, now.cash)
  }
  value.terminal = deal.done ? valueBeyond(x, deal, quarters[horizon], horizon, reference) : 0
}

/**
 * What one dollar paid for the stake so many quarters before the horizon is worth at the horizon,
 * brought back to the day of payment at the venture hurdle. What the return is above the hurdle or
 * below it halves every `stakeReturnHalfLife` years.
 *
 * @param ruined whether OpenAI is in distress by the horizon
 */
function stakeValue(x: Inputs, quarters: number, ruined: boolean): number {
  const years = quarters * DT
  const hurdle = log(1 + x.ventureHurdle)
  if (ruined) return x.distressMultiple * exp(-years * hurdle)
  const lasts = x.stakeReturnHalfLife
  return exp(((x.openaiReturn - hurdle) * lasts * (1 - half(years, lasts))) / LN2)
}

/** Value at t = 0 of the business beyond the horizon against not investing, with the rest of the contract. */
function valueBeyond(
  x: Inputs,
  deal: Deal,
  last: Books,
  horizon: number,
  reference: Reference,
): number {
  const profit = normalProfit(x, last) - reference.profit
  const idle = idleCapital(last) - reference.idle
  const business = last.discount * (x.terminalMultiple * 4 * profit + idle)
  return business + contractTail(x, last, horizon, deal)
}

/**
 * Value at t = 0 of what is left of the contract after the horizon: its profit to its end less what
 * co-design costs, and then its machines, which are used on. A contract that ends at the horizon has
 * its machines left.
 *
 * @param horizon T
 */
function contractTail(x: Inputs, last: Books, horizon: number, deal: Deal): number {
  const { net, saving } = last
  const { end } = deal.contract
  if (end < horizon) return 0
  const margin =
    x.labContractMargin + (x.capitalIntensityAi * saving[TRAINING][AWS]) / x.assetLifeAi
  const profit = net * margin * (1 - x.taxRate) - costOfCodesign(x, deal)
  const factor = discountAt(x, 1)
  let value = discountAt(x, horizon)
  let tail = 0
  for (let t = horizon + 1; t <= end; t++) {
    value *= factor
    tail += profit * value
  }
  return tail + 4 * capitalPerContractDollar(x, last) * net * discountAt(x, end)
}
