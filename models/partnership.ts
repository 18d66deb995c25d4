import { exp, log } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import type { Terms } from './levers.ts'
import type { Row } from './memory.ts'
import {
  BLOCKED,
  CLOSED,
  COLLAPSED,
  DT,
  half,
  LN2,
  NONE,
  PENDING,
  REMEDIED,
  roundHalfUp,
} from './notation.ts'
import type { Deal, PartnershipState, Review } from './world.ts'

/** Quarters over which a contract ramps up. */
const CONTRACT_RAMP = 6

/** Dollars that one unit of access to models counts as in what is asked, USD bn. */
const ACCESS_WORTH = 40

/** What of compute and models is given freely for each dollar offered. */
const FREE_PER_DOLLAR = 5

/** What a deal has to wait for. */
export interface Waiting {
  /** Not read unless an offer is made. */
  readonly review: Review
  /** const.quartersToVantage and const.closed. */
  readonly fixed: { readonly quartersToVantage: number; readonly closed: number | null }
  /** T. */
  readonly horizon: number
}

/**
 * The terms that hold where a deal has been signed. What is paid is paid; less of anything, and more
 * money or co-design alone, need no consent; where more compute, models or exclusivity is asked for
 * and not agreed to, what was signed holds, all of it.
 *
 * @param signed const.signed; null where nothing has been signed
 */
export function termsThatHold(x: Inputs, terms: Terms, signed: Terms | null): Terms {
  if (!signed || !terms.invest) return terms
  const paid = terms.upfront < signed.upfront ? { ...terms, upfront: signed.upfront } : terms
  const commitment = Math.max(0, terms.commitment - signed.commitment)
  const access = Math.max(0, terms.access - signed.access)
  const exclusivity = Math.max(0, terms.exclusivity - signed.exclusivity)
  if (commitment === 0 && access === 0 && exclusivity === 0) return paid
  const money = Math.max(0, moneyOf(paid) - moneyOf(signed))
  const ask = commitment + ACCESS_WORTH * access
  return x.signingDraw < agreed(x, money, ask, exclusivity) ? paid : signed
}

/** Decides how the talks end and on which terms, once per trial. */
export function settle(x: Inputs, terms: Terms, waiting: Waiting, deal: Deal): void {
  deal.state = NONE
  deal.close = 0
  deal.done = false
  deal.exclusivity = 0
  deal.codesign = 0
  deal.access = 0
  deal.distress = x.openaiDistress === 1 ? roundHalfUp(4 * x.openaiDistressYear) : Infinity
  deal.contract.rate = 0
  deal.contract.first = 0
  deal.contract.end = 0
  if (!terms.invest) return
  if (waiting.fixed.closed !== null) {
    keep(x, waiting.review, waiting.fixed.closed, deal)
    agree(x, terms, deal)
    return
  }
  if (!(x.signingDraw < agreed(x, moneyOf(terms), askOf(terms), terms.exclusivity))) {
    deal.state = COLLAPSED
    return
  }
  close(x, waiting, deal)
  if (deal.done) agree(x, terms, deal)
}

/** The money offered, USD bn: a promise counts half. */
function moneyOf(terms: Terms): number {
  return terms.upfront + terms.conditional / 2
}

/** What is asked for it, USD bn. */
function askOf(terms: Terms): number {
  return terms.commitment + ACCESS_WORTH * terms.access
}

/**
 * Chance that what is asked is agreed to: logistic(logit(signingRate) + effects), written so that a
 * rate of 0 or 1 stays what it is.
 *
 * @param money offered, USD bn
 * @param ask compute and models asked for, USD bn
 * @param exclusivity asked for, 0 to 1
 */
function agreed(x: Inputs, money: number, ask: number, exclusivity: number): number {
  const rate = x.signingRate
  const free = FREE_PER_DOLLAR * Math.max(2.5, money)
  const effects =
    (x.signingSizeEffect * log(Math.max(0.02, money / 10))) / LN2 -
    x.signingExclusivityEffect * exclusivity -
    (x.signingAskEffect * log(Math.max(1, ask / free))) / LN2
  return rate / (rate + (1 - rate) * exp(-effects))
}

/** A deal that has closed: there is no review to wait for, and a remedy holds from closing on. */
function keep(x: Inputs, review: Review, closed: number, deal: Deal): void {
  deal.close = closed
  deal.done = true
  deal.state = x.regulatorDraw < review.chance ? REMEDIED : CLOSED
}

/** When a signed deal closes, if a review does not block it. */
function close(x: Inputs, { review, fixed, horizon }: Waiting, deal: Deal): void {
  const intervened = x.regulatorDraw < review.chance
  const talks = Math.max(1, roundHalfUp(x.monthsToClose / 3))
  deal.close = fixed.quartersToVantage + talks + (intervened ? review.quarters : 0)
  if (intervened && x.remedyDraw < review.block) {
    deal.state = BLOCKED
    return
  }
  deal.done = deal.close <= horizon
  deal.state = deal.done ? (intervened ? REMEDIED : CLOSED) : PENDING
}

/** The terms of a closed deal after any remedy, and its contract. */
function agree(x: Inputs, terms: Terms, deal: Deal): void {
  const remedied = deal.state === REMEDIED
  deal.exclusivity = remedied ? 0 : terms.exclusivity
  deal.codesign = terms.codesign * (remedied ? 1 - x.remedyCut : 1)
  const held = x.rightsReleased !== 1
  deal.access = held ? Math.min(terms.access, x.accessWithoutRelease) : terms.access
  const perQuarter = terms.commitment / (4 * terms.commitmentYears)
  deal.contract.rate = perQuarter * x.commitmentFulfilment
  deal.contract.first = deal.close + roundHalfUp(x.deliveryMonths / 3)
  deal.contract.end = deal.contract.first + 4 * terms.commitmentYears
}

/**
 * How released rights arrive in every quarter, which no deal changes.
 *
 * @param rampLeft out: half(j·DT, rampHalfLife), j quarters after something began to arrive
 */
export function simulateRelease(
  x: Inputs,
  quarters: readonly PartnershipState[],
  quartersToVantage: number,
  rampLeft: Row,
): void {
  const factor = half(DT, x.rampHalfLife)
  let left = 1
  for (let j = 0; j < rampLeft.length; j++) {
    rampLeft[j] = left
    left *= factor
  }
  for (let t = 0; t < quarters.length; t++) {
    const released = x.rightsReleased === 1 && t > quartersToVantage
    quarters[t].release = released ? 1 - rampLeft[t - quartersToVantage] : 0
  }
}

/** Sets r and N of quarter t: how far the deal has arrived, and contract revenue net of what it crowds out. */
export function fillDeal(
  x: Inputs,
  deal: Deal,
  rampLeft: Row,
  now: PartnershipState & { readonly t: number },
): void {
  const { t } = now
  const { close, contract } = deal
  const since = deal.done ? t - close : 0
  now.ramp = since > 0 ? 1 - rampLeft[since] : 0
  const paying = deal.done && t > contract.first && t <= contract.end
  const ramped = Math.min(1, (t - contract.first) / CONTRACT_RAMP)
  const fulfilled = t >= deal.distress ? x.distressFulfilment : 1
  now.net = paying ? contract.rate * fulfilled * ramped * (1 - x.commitmentDisplacement) : 0
}
