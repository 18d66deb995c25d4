import type { Inputs } from './inputs.ts'
import type { Terms } from './levers.ts'
import type { Row, Table } from './memory.ts'
import type { SeriesId } from './series.ts'

// A trial under the names of the model card. What a quarter holds is listed by the mechanism that
// decides it; a mechanism imports the parts it reads, which is what the influence diagram shows.

/** Independent standard-normal numbers of a quarter, which drive the step to the next. */
export interface Shocks {
  market: number
  general: number
  ai: number
  /** By provider. */
  readonly provider: Row
  /** By lab. */
  readonly lab: Row
}

/** Decided by demand; no deal changes it. */
export interface DemandState {
  /** D by segment, USD bn per quarter. */
  readonly spend: Row
  /** The three segments of AI together. */
  aiSpend: number
}

/** Decided by labs. */
export interface LabsState {
  /** Shares of demand for leading models, by lab; no deal changes them. */
  readonly w: Row
  /** S: how much of a change of access has settled, by provider and lab; 0 at the start. */
  readonly settled: Table
  /** M: how much of the wanted models a provider offers, less what has settled. */
  readonly portfolio: Row
  /** How much more of OpenAI's models AWS offers than before any deal: A[aws][openai] − A0. */
  addedAccess: number
}

/** Decided by shares. */
export interface SharesState {
  /** e^(momentum and execution), by provider: the part of choices that no deal changes. */
  readonly edge: Row
  /** `share[s][p]`: who serves a segment. */
  readonly share: Table
  /** Who serves AI, its segments pooled by spend. */
  readonly aiShare: Row
}

/** Decided by chips; tables by segment and provider, of which general spend has none. */
export interface ChipsState {
  /** f: part of AI compute on own chips, by provider. */
  readonly custom: Row
  /** m: what merchant chips cost of trend. */
  merchant: number
  /** σ: part of capital cost saved against merchant chips on trend. */
  readonly sigma: Table
  /** σ less σ at the start: today's chips are already in today's prices and margins. */
  readonly saving: Table
  /** rel: price against the trend, and its logarithm. */
  readonly price: Table
  readonly logPrice: Table
  /** Price of merchant compute against the start; no deal changes it. */
  trend: number
}

/** Decided by the partnership. */
export interface PartnershipState {
  /** u: how far Microsoft's released rights have arrived; no deal changes it. */
  release: number
  /** r: how far what a deal brings has arrived, 0 without one. */
  ramp: number
  /** N: the contract less what it crowds out, USD bn per quarter. */
  net: number
}

/** Decided by regulation. */
export interface RegulationState {
  /** What the churn of AWS and Azure is multiplied by; no deal changes it. */
  gatekeeper: number
}

/** Decided by finance: Amazon's cloud business, USD bn. */
export interface FinanceState {
  /** R by segment, per quarter, without the contract. */
  readonly revenue: Row
  /** Capital that revenue needs, by pool. */
  readonly target: Row
  /** K at the end of the quarter, by pool. */
  readonly capital: Row
  /** Not discounted. */
  freeCashFlow: number
  /** Discounted cash of the partnership up to the quarter. */
  cash: number
  /** disc(t); no deal changes it. */
  discount: number
}

/** Shares as they are read: with the contract counted. */
export interface Reading {
  /** Shares of all spend, by provider. */
  readonly total: Row
  /** Shares of AI spend, by provider. */
  readonly ai: Row
}

/** One quarter of a trial. */
export interface Quarter
  extends
    DemandState,
    LabsState,
    SharesState,
    ChipsState,
    PartnershipState,
    RegulationState,
    FinanceState,
    Reading {
  /** 0 to the horizon. */
  readonly t: number
  readonly z: Shocks
}

/** What became of the talks in one trial, decided by the partnership before the first quarter. */
export interface Deal {
  /** A place in `dealStates`. */
  state: number
  /** Quarter of closing, or of the block. */
  close: number
  /** Remedied or closed by the horizon: only then does anything change. */
  done: boolean
  /** After any remedy; 0 unless done. */
  exclusivity: number
  codesign: number
  access: number
  /** Quarter in which OpenAI is in distress; Infinity if never. Known with or without a deal. */
  distress: number
  /** Compute bought on top of what base demand contains. */
  readonly contract: Contract
}

export interface Contract {
  /** Deliveries begin after this quarter, payments with them. */
  first: number
  /** Payments run up to this quarter, which may have a fraction. */
  end: number
  /** USD bn per quarter once ramped, outside distress and before anything is crowded out. */
  rate: number
}

/** What a regulator would do about an offer. */
export interface Review {
  /** Chance of an intervention, and that one blocks the deal. */
  chance: number
  block: number
  /** Quarters an intervention adds. */
  quarters: number
}

/** What a deal is worth and costs, USD bn at t = 0. */
export interface Value {
  operations: number
  terminal: number
  stake: number
  outlay: number
  abort: number
  /** The lowest cumulative cash, at most 0. */
  lowest: number
}

/** What is kept of a trial without a deal, for strategies to be compared with. */
export interface Reference {
  /** Free cash flow by quarter. */
  readonly flow: Row
  /** Of the last quarter: normal after-tax EBIT, idle capital, and AWS's share and yearly revenue. */
  profit: number
  idle: number
  awsShare: number
  awsRevenue: number
}

/** Constants of the vantage, in rows. */
export interface Fixed {
  /** A0, `access[p][k]`. */
  readonly access: Table
  /** By provider; AWS's first part and ceiling and Google's quality are assumptions and not read here. */
  readonly custom0: Row
  readonly customCeiling: Row
  readonly chipQuality: Row
  readonly firms: Row
  readonly quartersToVantage: number
  /** Quarter in which a deal had closed, and the levers signed; null where nothing had been signed. */
  readonly closed: number | null
  readonly signed: Terms | null
}

/** Everything a trial is worked out in, made once and used for every trial. */
export interface World {
  readonly fixed: Fixed
  readonly x: Inputs
  /** 0 to T; the first is the start, which no deal changes. */
  readonly quarters: readonly Quarter[]
  /** By id, quarters 0 to T. */
  readonly series: Readonly<Record<SeriesId, Row>>
  /** T. */
  readonly horizon: number
  /** What is left to arrive of what arrives by the ramp, by quarters since it began. */
  readonly rampLeft: Row
  /** A of the quarter at hand, `access[p][k]`. */
  readonly access: Table
  readonly review: Review
  readonly deal: Deal
  readonly value: Value
  readonly reference: Reference
}
