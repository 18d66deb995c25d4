import type { Levers } from '../src/engine/model.ts'
import { at } from './assumptions/index.ts'
import { type CheckId, checks } from './checks.ts'
import type { Market } from './market.ts'
import type { Row } from './memory.ts'
import { AWS, BLOCKED, MODEL_SERVICES, PROVIDERS, TRAINING } from './notation.ts'
import { outcomeAt } from './outcomes.ts'
import { seriesAt } from './series.ts'
import type { World } from './world.ts'

/** The place of every check in the residuals of a trial. */
const checkAt = Object.fromEntries(checks.map(({ id }, index) => [id, index])) as Readonly<
  Record<CheckId, number>
>

/**
 * Evaluates every check on the loaded trial under these levers, running it several times; leaves the
 * market as after `run(levers)`.
 */
export function fillResiduals(market: Market, levers: Levers): void {
  const { residuals } = market
  market.runReference()
  const { outcomes, series } = market
  const [untouchedOutcomes, untouchedSeries] = [outcomes.slice(), series.slice()]
  residuals[checkAt.noneIsZero] = Math.abs(outcomes[outcomeAt.npv])
  market.run({ ...levers, invest: false })
  residuals[checkAt.investOff] = Math.max(
    largestGap(untouchedOutcomes, outcomes),
    largestGap(untouchedSeries, series),
  )
  residuals[checkAt.accessHelps] = accessHelps(market, levers)
  market.run(levers)
  residuals[checkAt.sharesSum] = sharesSum(market.world)
  residuals[checkAt.sharesRange] = sharesRange(market.world)
  residuals[checkAt.positive] = notPositive(market)
  residuals[checkAt.cashAddsUp] = cashAddsUp(market)
  residuals[checkAt.paidOnlyIfClosed] = paidOnlyIfClosed(market)
  residuals[checkAt.finite] = notFinite(outcomes) + notFinite(series)
}

/** Largest |a − b|, place by place. */
function largestGap(a: Float64Array, b: Float64Array): number {
  let worst = 0
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i] - b[i]))
  return worst
}

/** How far a ever exceeds b, place by place. */
function largestExcess(a: Float64Array, b: Float64Array): number {
  let worst = 0
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, a[i] - b[i])
  return worst
}

function notFinite(values: Float64Array): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) count++
  return count
}

/** How far AWS's share of model services is ever larger with less access, all else equal. */
function accessHelps(market: Market, levers: Levers): number {
  const { draws } = market
  const [response, luck] = [draws[at.nvidiaResponse], draws[at.signingDraw]]
  // Whatever AWS gains runs on its own chips, and merchant chips that answer with their price make
  // rivals cheaper: a second effect, in other hands, which can outweigh a pull of next to nothing.
  draws[at.nvidiaResponse] = 0
  // Who asks for more may not get it signed: another effect again.
  draws[at.signingDraw] = 0
  const [least, own, most] = [0, levers.access, 1].map((access) => {
    market.run({ ...levers, access })
    return awsModelShares(market.world)
  })
  draws[at.nvidiaResponse] = response
  draws[at.signingDraw] = luck
  return Math.max(largestExcess(least, own), largestExcess(own, most))
}

function awsModelShares({ quarters }: World): Row {
  return Float64Array.from(quarters, ({ share }) => share[MODEL_SERVICES][AWS])
}

function sharesSum({ quarters }: World): number {
  let worst = 0
  for (const { share } of quarters) {
    for (const segment of share) {
      let sum = 0
      for (let p = 0; p < PROVIDERS; p++) sum += segment[p]
      worst = Math.max(worst, Math.abs(sum - 1))
    }
  }
  return worst
}

function sharesRange({ quarters }: World): number {
  let worst = 0
  for (const { share } of quarters) {
    for (const segment of share) {
      for (let p = 0; p < PROVIDERS; p++) worst = Math.max(worst, -segment[p], segment[p] - 1)
    }
  }
  return worst
}

/** How many figures that must be above 0 are not. */
function notPositive({ world, series }: Market): number {
  const { quarters, horizon } = world
  let count = 0
  for (const { spend, price } of quarters) {
    for (let s = 0; s < spend.length; s++) {
      if (!(spend[s] > 0)) count++
      if (s < TRAINING) continue
      for (let p = 0; p < PROVIDERS; p++) if (!(price[s][p] > 0)) count++
    }
  }
  const index = seriesAt.aiPriceIndex * (horizon + 1)
  for (let t = 0; t <= horizon; t++) if (!(series[index + t] > 0)) count++
  return count
}

function cashAddsUp({ outcomes, series, world }: Market): number {
  const { horizon } = world
  const cash = series[seriesAt.cumulativeCash * (horizon + 1) + horizon]
  const later = outcomes[outcomeAt.npvTerminal] + outcomes[outcomeAt.npvStake]
  const npv = outcomes[outcomeAt.npv]
  const scale = Math.max(1, Math.abs(cash), Math.abs(later), Math.abs(npv))
  return Math.abs(cash + later - npv) / scale
}

function paidOnlyIfClosed({ outcomes, world }: Market): number {
  const { deal } = world
  const abort = deal.state === BLOCKED ? 0 : Math.abs(outcomes[outcomeAt.npvAbort])
  if (deal.done) return abort
  const { npvOperations, npvTerminal, npvStake, npvOutlay, shareGain, revenueGain } = outcomeAt
  return [npvOperations, npvTerminal, npvStake, npvOutlay, shareGain, revenueGain].reduce(
    (sum, at) => sum + Math.abs(outcomes[at]),
    abort,
  )
}
