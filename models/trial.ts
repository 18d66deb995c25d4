import { assumptions } from './assumptions/index.ts'
import type { ChipCosts } from './chips.ts'
import type { DemandScratch } from './demand.ts'
import { type Books, type Payments, POOLS, type Value } from './finance.ts'
import { CELLS, labs, LABS, type ProviderId, providers, PROVIDERS, SEGMENTS } from './notation.ts'
import { type Contract, type Deal, NONE, type Review } from './partnership.ts'
import { series } from './outcomes.ts'
import type { Choices, SharesScratch } from './shares.ts'
import type { Constants } from './vantages.ts'

/** Everything a trial is computed in, made once and used for every trial. */
export interface Trial {
  /** T, the horizon. */
  readonly quarters: number
  /** The draws, in catalogue order. */
  readonly x: Float64Array

  // Known once the draws are in: no deal changes them.
  /** D in USD bn per quarter: `[t * SEGMENTS + s]`. */
  readonly spend: Float64Array
  /** Shares of demand for leading models: `[t * LABS + k]`. */
  readonly w: Float64Array
  /** half(t·DT, rampHalfLife), half(t·DT, gpuCostHalvingYears) and disc(t). */
  readonly rampLeft: Float64Array
  readonly trend: Float64Array
  readonly discount: Float64Array
  readonly sigma0: Float64Array
  readonly portfolio0: Float64Array
  hhiAi0: number

  // The path of the last run, one array seen as several.
  readonly path: Float64Array
  /** Shares and relative prices: `[t * CELLS + s * PROVIDERS + p]`. */
  readonly share: Float64Array
  readonly price: Float64Array
  /** f: `[t * PROVIDERS + p]`. */
  readonly custom: Float64Array
  /** FCF in USD bn, not discounted, by quarter. */
  readonly freeCashFlow: Float64Array
  /** Series by series, quarters 0 to T. */
  readonly series: Float64Array

  // The deal at hand.
  readonly review: Review
  readonly deal: Deal
  readonly contract: Contract
  readonly payments: Payments
  readonly value: Value

  // The quarter at hand.
  readonly access: Float64Array
  /** Spend by provider, then shares as read, of all and of AI spend. */
  readonly total: Float64Array
  readonly ai: Float64Array
  readonly costs: ChipCosts
  readonly choices: Choices
  readonly books: Books
  readonly demandScratch: DemandScratch
  readonly sharesScratch: SharesScratch
  readonly nextLabs: Float64Array

  // Constants of the vantage.
  readonly quartersToVantage: number
  readonly access0: Float64Array
  readonly custom0: Float64Array
  readonly ceiling: Float64Array
  readonly quality: Float64Array
  readonly firms: Float64Array
}

/** Gives out arrays from one block of memory: two workers whose small arrays share a cache line slow each other. */
export type Make = (length: number) => Float64Array

/** Reserves 64 KB to make arrays in. */
export function reserve(): Make {
  const memory = new ArrayBuffer(65536)
  let used = 0
  return (length) => {
    const array = new Float64Array(memory, used, length)
    used += array.byteLength
    return array
  }
}

function byProvider(make: Make, values: Readonly<Record<ProviderId, number>>): Float64Array {
  const array = make(PROVIDERS)
  providers.forEach((id, p) => {
    array[p] = values[id]
  })
  return array
}

/** Makes the arrays of a trial for a vantage's constants and a horizon. */
export function makeTrial(make: Make, constants: Constants, quarters: number): Trial {
  const points = quarters + 1
  const access0 = make(PROVIDERS * LABS)
  providers.forEach((id, p) => {
    labs.forEach((lab, k) => {
      access0[p * LABS + k] = constants.access[id][lab]
    })
  })
  const access = make(PROVIDERS * LABS)
  const edge = make(quarters * PROVIDERS)
  const portfolio = make(PROVIDERS)
  const { capital, ...path } = makePath(make, points)
  const costs = { sigma: make(CELLS), saving: make(CELLS), logPrice: make(CELLS) }
  access.set(access0)
  return {
    quarters,
    x: make(assumptions.length),
    spend: make(points * SEGMENTS),
    w: make(points * LABS),
    rampLeft: make(points),
    trend: make(points),
    discount: make(points),
    sigma0: make(CELLS),
    portfolio0: make(PROVIDERS),
    hhiAi0: 0,
    review: { chance: 0, block: 0, quarters: 0 },
    deal: { state: NONE, close: 0, done: false, exclusivity: 0, codesign: 0, access: 0 },
    contract: { end: 0, rate: 0 },
    payments: { upfront: 0, conditional: 0, closedAt: -1, blockedAt: -1 },
    value: { operations: 0, outlay: 0, abort: 0, stake: 0, lowest: 0 },
    ...path,
    access,
    total: make(PROVIDERS),
    ai: make(PROVIDERS),
    costs,
    choices: { edge, portfolio, logPrice: costs.logPrice },
    books: makeBooks(make, capital),
    demandScratch: { generalFading: make(points), aiFading: make(points), mix: make(3) },
    sharesScratch: makeSharesScratch(make, points),
    nextLabs: make(LABS),
    quartersToVantage: constants.quartersToVantage,
    access0,
    // AWS's first part and ceiling and Google's quality are assumptions: these places are not read.
    custom0: byProvider(make, { ...constants.custom0, aws: 0 }),
    ceiling: byProvider(make, { ...constants.customCeiling, aws: 1 }),
    quality: byProvider(make, { ...constants.chipQuality, google: 0 }),
    firms: byProvider(make, constants.firms),
  }
}

/** The arrays of a path beside each other, so that a path is copied at one go. */
function makePath(make: Make, points: number) {
  const lengths = [CELLS, CELLS, PROVIDERS, 1, series.length, POOLS].map((one) => one * points)
  const path = make(lengths.reduce((sum, length) => sum + length, 0))
  let used = 0
  const [share, price, custom, freeCashFlow, followed, capital] = lengths.map((length) =>
    path.subarray(used, (used += length)),
  )
  price.fill(1)
  return { path, share, price, custom, freeCashFlow, series: followed, capital }
}

function makeBooks(make: Make, capital: Float64Array): Books {
  return {
    revenue: make(SEGMENTS),
    capital,
    target: make(POOLS),
    contract: 0,
    savingTraining: 0,
    savingInference: 0,
    priceTraining: 1,
    priceInference: 1,
    codesign: 0,
  }
}

function makeSharesScratch(make: Make, points: number): SharesScratch {
  return {
    total: make(PROVIDERS),
    ai: make(PROVIDERS),
    modelServices: make(PROVIDERS),
    general: make(PROVIDERS),
    fading: make(points),
    kept: make(PROVIDERS),
    weight: make(PROVIDERS),
  }
}
