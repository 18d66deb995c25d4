import { assumptions } from './assumptions/index.ts'
import { namedInputs } from './inputs.ts'
import type { Memory, Row, Table } from './memory.ts'
import {
  type LabId,
  labs,
  LABS,
  NONE,
  POOLS,
  type ProviderId,
  providers,
  PROVIDERS,
  SEGMENTS,
} from './notation.ts'
import { series } from './series.ts'
import type { Constants } from './vantages.ts'
import type { Fixed, Quarter, Reference, Shocks, World } from './world.ts'

/** A world, with its rows as they lie in memory. */
export interface MadeWorld {
  readonly world: World
  /** The draws, in catalogue order. */
  readonly draws: Row
  /** Series by series, quarters 0 to T. */
  readonly series: Row
  /** All that a deal may change of the quarters and series, as one row. */
  readonly path: Row
  /** The figures of `world.reference`. */
  readonly reference: Row
}

/** Makes the rows of a world for a vantage's constants and a horizon. */
export function makeWorld(memory: Memory, constants: Constants, horizon: number): MadeWorld {
  const draws = memory.row(assumptions.length)
  const given = Array.from({ length: horizon + 1 }, () => new Given(memory))
  const { whole: path, parts } = memory.rowOf(() => ({
    quarters: given.map((one, t) => new QuarterInRows(t, one, memory)),
    series: memory.row(series.length * (horizon + 1)),
  }))
  const kept = new ReferenceInRows(memory, horizon + 1)
  const fixed = makeFixed(memory, constants)
  const world: World = {
    fixed,
    x: namedInputs(draws),
    quarters: parts.quarters,
    series: bySeries(parts.series, horizon + 1),
    horizon,
    rampLeft: memory.row(horizon + 1),
    access: memory.table(PROVIDERS, LABS),
    review: { chance: 0, block: 0, quarters: 0 },
    deal: {
      state: NONE,
      close: 0,
      done: false,
      exclusivity: 0,
      codesign: 0,
      access: 0,
      distress: Infinity,
      contract: { first: 0, end: 0, rate: 0 },
    },
    value: { operations: 0, terminal: 0, stake: 0, outlay: 0, abort: 0, lowest: 0 },
    reference: kept,
  }
  world.access.forEach((row, p) => row.set(fixed.access[p]))
  return { world, draws, series: parts.series, path, reference: kept.all }
}

function bySeries(all: Row, points: number): World['series'] {
  const rows = series.map(({ id }, s) => [id, all.subarray(s * points, (s + 1) * points)])
  return Object.fromEntries(rows) as World['series']
}

/** What is known of a quarter once the draws are in. */
class Given {
  readonly z: Shocks
  readonly spend: Row
  readonly w: Row
  readonly edge: Row

  constructor(memory: Memory) {
    const [provider, lab] = [memory.row(PROVIDERS), memory.row(LABS)]
    this.z = { market: NaN, general: NaN, ai: NaN, provider, lab }
    this.spend = memory.row(SEGMENTS)
    this.w = memory.row(LABS)
    this.edge = memory.row(PROVIDERS)
  }
}

/** Figures of a quarter that a deal may change, beside its rows. */
const RAMP = 0
const NET = 1
const ADDED_ACCESS = 2
const FREE_CASH_FLOW = 3
const CASH = 4
const MERCHANT = 5

class QuarterInRows implements Quarter {
  readonly z: Shocks
  readonly spend: Row
  readonly w: Row
  readonly edge: Row
  // Not known yet.
  aiSpend = NaN
  trend = NaN
  release = NaN
  gatekeeper = NaN
  discount = NaN
  readonly share: Table
  readonly aiShare: Row
  readonly custom: Row
  readonly sigma: Table
  readonly saving: Table
  readonly price: Table
  readonly logPrice: Table
  readonly settled: Table
  readonly portfolio: Row
  readonly total: Row
  readonly ai: Row
  readonly revenue: Row
  readonly target: Row
  readonly capital: Row
  private readonly figures: Row

  constructor(
    readonly t: number,
    given: Given,
    memory: Memory,
  ) {
    this.z = given.z
    this.spend = given.spend
    this.w = given.w
    this.edge = given.edge
    const byProvider = () => memory.row(PROVIDERS)
    const bySegment = () => memory.table(SEGMENTS, PROVIDERS)
    this.share = bySegment()
    this.aiShare = byProvider()
    this.custom = byProvider()
    this.sigma = bySegment()
    this.saving = bySegment()
    this.price = bySegment()
    // General spend has no chips: its price stays on trend.
    for (const row of this.price) row.fill(1)
    this.logPrice = bySegment()
    this.settled = memory.table(PROVIDERS, LABS)
    this.portfolio = byProvider()
    this.total = byProvider()
    this.ai = byProvider()
    this.revenue = memory.row(SEGMENTS)
    this.target = memory.row(POOLS)
    this.capital = memory.row(POOLS)
    this.figures = memory.row(MERCHANT + 1)
  }

  get ramp() {
    return this.figures[RAMP]
  }
  set ramp(value) {
    this.figures[RAMP] = value
  }
  get net() {
    return this.figures[NET]
  }
  set net(value) {
    this.figures[NET] = value
  }
  get addedAccess() {
    return this.figures[ADDED_ACCESS]
  }
  set addedAccess(value) {
    this.figures[ADDED_ACCESS] = value
  }
  get freeCashFlow() {
    return this.figures[FREE_CASH_FLOW]
  }
  set freeCashFlow(value) {
    this.figures[FREE_CASH_FLOW] = value
  }
  get merchant() {
    return this.figures[MERCHANT]
  }
  set merchant(value) {
    this.figures[MERCHANT] = value
  }
  get cash() {
    return this.figures[CASH]
  }
  set cash(value) {
    this.figures[CASH] = value
  }
}

const PROFIT = 0
const IDLE = 1
const AWS_SHARE = 2
const AWS_REVENUE = 3

class ReferenceInRows implements Reference {
  readonly all: Row
  readonly flow: Row
  private readonly figures: Row

  constructor(memory: Memory, points: number) {
    const { whole, parts } = memory.rowOf(() => [memory.row(points), memory.row(AWS_REVENUE + 1)])
    this.all = whole
    this.flow = parts[0]
    this.figures = parts[1]
  }

  get profit() {
    return this.figures[PROFIT]
  }
  set profit(value) {
    this.figures[PROFIT] = value
  }
  get idle() {
    return this.figures[IDLE]
  }
  set idle(value) {
    this.figures[IDLE] = value
  }
  get awsShare() {
    return this.figures[AWS_SHARE]
  }
  set awsShare(value) {
    this.figures[AWS_SHARE] = value
  }
  get awsRevenue() {
    return this.figures[AWS_REVENUE]
  }
  set awsRevenue(value) {
    this.figures[AWS_REVENUE] = value
  }
}

function makeFixed(memory: Memory, constants: Constants): Fixed {
  const byProvider = (values: Readonly<Partial<Record<ProviderId, number>>>) => {
    const row = memory.row(PROVIDERS)
    providers.forEach((id, p) => (row[p] = values[id] ?? NaN))
    return row
  }
  const byLab = (values: Readonly<Record<LabId, number>>) => {
    const row = memory.row(LABS)
    labs.forEach((id, k) => (row[k] = values[id]))
    return row
  }
  return {
    access: providers.map((id) => byLab(constants.access[id])),
    custom0: byProvider(constants.custom0),
    customCeiling: byProvider(constants.customCeiling),
    chipQuality: byProvider(constants.chipQuality),
    firms: byProvider(constants.firms),
    quartersToVantage: constants.quartersToVantage,
    closed: constants.closed,
    signed: constants.signed,
  }
}
