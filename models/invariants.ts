import type { Check, Levers } from '../src/engine/model.ts'
import type { Market } from './market.ts'
import { CELLS, MODEL_SERVICES, AWS, PROVIDERS, TRAINING } from './notation.ts'
import { outcomeAt, seriesAt } from './outcomes.ts'
import { BLOCKED } from './partnership.ts'
import type { Trial } from './trial.ts'

/** The laws every trial must obey; the residual of each is 0 when it holds exactly. */
export const checks = [
  {
    id: 'sharesSum',
    label: 'Shares sum to 1 in every segment and quarter',
    tolerance: 1e-9,
  },
  {
    id: 'sharesRange',
    label: 'Shares lie between 0 and 1 in every segment and quarter',
    tolerance: 1e-12,
  },
  {
    id: 'positive',
    label: 'Spend and prices are above 0 in every quarter',
    tolerance: 0,
  },
  {
    id: 'noneIsZero',
    label: 'Not investing is worth exactly 0',
    tolerance: 0,
  },
  {
    id: 'investOff',
    label: 'With investing switched off every other lever is without effect',
    tolerance: 0,
  },
  {
    id: 'accessHelps',
    label: 'More access never lowers AWS’s share of model services',
    tolerance: 1e-9,
  },
  {
    id: 'cashAddsUp',
    label: 'Cash to the horizon, the value after it and the stake add up to the net present value',
    tolerance: 1e-9,
  },
  {
    id: 'paidOnlyIfClosed',
    label: 'Nothing is paid and nothing changes unless a deal closes, but for the cost of a block',
    tolerance: 0,
  },
  {
    id: 'finite',
    label: 'Every outcome and series is a finite number',
    tolerance: 0,
  },
] as const satisfies readonly Check[]

export type CheckId = (typeof checks)[number]['id']

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
  // What follows is to be found by simulation, not copied from the reference.
  market.forgetReference()
  const untouched = [...market.outcomes, ...market.series]
  residuals[checkAt.noneIsZero] = Math.abs(market.outcomes[outcomeAt.npv])
  market.run({ ...levers, invest: false })
  residuals[checkAt.investOff] = largestGap(untouched, [...market.outcomes, ...market.series])
  market.run({ ...levers, access: 0 })
  const least = awsModelShares(market.trial)
  market.run({ ...levers, access: 1 })
  const most = awsModelShares(market.trial)
  market.run(levers)
  const own = awsModelShares(market.trial)
  residuals[checkAt.accessHelps] = Math.max(largestExcess(least, own), largestExcess(own, most))
  residuals[checkAt.sharesSum] = sharesSum(market.trial)
  residuals[checkAt.sharesRange] = sharesRange(market.trial)
  residuals[checkAt.positive] = notPositive(market)
  residuals[checkAt.cashAddsUp] = cashAddsUp(market)
  residuals[checkAt.paidOnlyIfClosed] = paidOnlyIfClosed(market)
  residuals[checkAt.finite] = [...market.outcomes, ...market.series].filter(
    (value) => !Number.isFinite(value),
  ).length
}

/** Largest |a − b|, place by place. */
function largestGap(a: readonly number[], b: readonly number[]): number {
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0)
}

/** How far a ever exceeds b, place by place. */
function largestExcess(a: readonly number[], b: readonly number[]): number {
  return a.reduce((worst, value, i) => Math.max(worst, value - b[i]), 0)
}

function awsModelShares({ share, quarters }: Trial): number[] {
  return Array.from(
    { length: quarters + 1 },
    (_, t) => share[t * CELLS + MODEL_SERVICES * PROVIDERS + AWS],
  )
}

function sharesSum({ share }: Trial): number {
  let worst = 0
  for (let row = 0; row < share.length; row += PROVIDERS) {
    let sum = 0
    for (let p = 0; p < PROVIDERS; p++) sum += share[row + p]
    worst = Math.max(worst, Math.abs(sum - 1))
  }
  return worst
}

function sharesRange({ share }: Trial): number {
  return share.reduce((worst, value) => Math.max(worst, -value, value - 1), 0)
}

/** How many figures that must be above 0 are not. */
function notPositive(market: Market): number {
  const { spend, price, quarters } = market.trial
  let count = 0
  for (const value of spend) if (!(value > 0)) count++
  for (let i = 0; i < price.length; i++) {
    if (i % CELLS >= TRAINING * PROVIDERS && !(price[i] > 0)) count++
  }
  const index = seriesAt.aiPriceIndex * (quarters + 1)
  for (let t = 0; t <= quarters; t++) if (!(market.series[index + t] > 0)) count++
  return count
}

function cashAddsUp({ outcomes, series, trial }: Market): number {
  const cash = series[seriesAt.cumulativeCash * (trial.quarters + 1) + trial.quarters]
  const later = outcomes[outcomeAt.npvTerminal] + outcomes[outcomeAt.npvStake]
  const npv = outcomes[outcomeAt.npv]
  const scale = Math.max(1, Math.abs(cash), Math.abs(later), Math.abs(npv))
  return Math.abs(cash + later - npv) / scale
}

function paidOnlyIfClosed({ outcomes, trial }: Market): number {
  const { deal } = trial
  const abort = deal.state === BLOCKED ? 0 : Math.abs(outcomes[outcomeAt.npvAbort])
  if (deal.done) return abort
  const { npvOperations, npvTerminal, npvStake, npvOutlay, shareGain, revenueGain } = outcomeAt
  return [npvOperations, npvTerminal, npvStake, npvOutlay, shareGain, revenueGain].reduce(
    (sum, at) => sum + Math.abs(outcomes[at]),
    abort,
  )
}
