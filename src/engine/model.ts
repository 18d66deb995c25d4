import type { Distribution } from './distributions/index.ts'

/** A belief is held by people, an event happens or not, luck decides events whose chance depends on levers. */
export type Role = 'belief' | 'event' | 'luck'

/** One uncertain input of a model: drawn once per trial, the same in every strategy. */
export interface Assumption {
  readonly id: string
  /** Permanent place in a quasi-random sequence: given once, never reused. */
  readonly dimension: number
  /** The mechanism the assumption belongs to. */
  readonly module: string
  /** At most 28 characters, for rows and axes. */
  readonly label: string
  /** The same in plain words, as a question a strategist would ask. */
  readonly question: string
  readonly unit: string
  readonly role: Role
  /** A draw outside is moved to the bound and counted. */
  readonly domain: readonly [number, number]
  /** The default at every vantage of the model. */
  readonly vantages: Readonly<Record<string, Distribution>>
  readonly sources: readonly string[]
  readonly rationale: string
}

/** Two assumptions whose normal scores are correlated, and by how much (-1 to 1). */
export type Correlation = readonly [first: string, second: string, coefficient: number]

export type LeverValue = number | boolean
export type Levers = Readonly<Record<string, LeverValue>>

interface LeverBase {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly description: string
  /** What a setting that does not name it gets, such as one written before there was this lever. */
  readonly default: LeverValue
}
/** A decision: chosen, never drawn. `default` is the value of settings that do not name it. */
export type Lever =
  | (LeverBase & { readonly kind: 'switch'; readonly default: boolean })
  | (LeverBase & {
      readonly kind: 'amount'
      readonly default: number
      readonly min: number
      readonly max: number
      readonly step: number
    })

interface OutcomeBase {
  readonly id: string
  /** At most 28 characters. */
  readonly label: string
  /** What it is, in one plain sentence. */
  readonly description: string
}
export interface NumberOutcome extends OutcomeBase {
  readonly kind: 'number'
  readonly unit: string
  readonly better: 'higher' | 'lower' | 'neutral'
  /** Whether there is such a figure only where the condition is met, or only elsewhere: a 0 of others is none. */
  readonly onlyIf?: 'met' | 'unmet'
}
/** A state of the world, stored as the index of the state in `states`. */
export interface CategoryOutcome extends OutcomeBase {
  readonly kind: 'category'
  readonly states: readonly string[]
}
export type Outcome = NumberOutcome | CategoryOutcome

/** A figure per quarter, from quarter 0 to the horizon. */
export interface Series {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly description: string
}

/** A law every trial must obey: its residual is 0 when it holds exactly. */
export interface Check {
  readonly id: string
  readonly label: string
  /** The largest residual that still counts as holding. */
  readonly tolerance: number
}

/** The futures a second set of statistics is taken over, e.g. those in which the deal closes. */
export interface Condition {
  readonly id: string
  readonly label: string
  /** A category outcome, and the states of it that count. */
  readonly outcome: string
  readonly states: readonly string[]
}

export interface Vantage {
  readonly id: string
  readonly label: string
  /** The quarter of index 0, e.g. `2025Q3`. */
  readonly startQuarter: string
  readonly horizonQuarters: number
  /** The strategy that goes on with what has been decided by then; absent: the reference. */
  readonly statusQuo?: string
}

/** What is said of a strategy or scenario, and where a vantage has other words. */
export interface Words {
  readonly label: string
  readonly story: string
  readonly wordsAt?: Readonly<Record<string, { readonly label?: string; readonly story?: string }>>
}

export interface Strategy extends Words {
  readonly id: string
  /** Where it is offered; absent: at every vantage. A study may name it at any. */
  readonly vantages?: readonly string[]
  readonly levers: Levers
}

export type Overrides = Readonly<Record<string, Distribution>>

export interface Scenario extends Words {
  readonly id: string
  readonly overrides: Overrides
  /** Overrides that take the place of those above, assumption by assumption, at one vantage. */
  readonly overridesAt?: Readonly<Record<string, Overrides>>
}

/**
 * Runs one trial at a time with buffers made once. Deterministic: everything drawn comes in by
 * `load`; the same loads give the same bits.
 */
export interface Simulator {
  /** One value per outcome in catalogue order, of the last trial run; categories as state index. */
  readonly outcomes: Float64Array
  /** Series by series, quarters 0 to the horizon: `series[s * (quarters + 1) + t]`. */
  readonly series: Float64Array
  /** What the strategies of a trial are compared with: filled by `runReference`, may be copied out and in. */
  readonly reference: Float64Array
  /**
   * All that the quarters of the last trial run left behind. A copy of it, taken when the reference has
   * run, is what strategies of the same trial can start from.
   */
  readonly path: Float64Array
  /** One residual per check in catalogue order, filled by `check`. */
  readonly residuals: Float64Array
  /**
   * Takes the draws of one trial: assumptions in catalogue order from `inputs[inputsAt]`, shocks
   * quarter by quarter from `shocks[shocksAt]` (`shocksAt + t * shockCount + s`).
   */
  load(inputs: Float64Array, inputsAt: number, shocks: Float64Array, shocksAt: number): void
  /** Runs the loaded trial under the reference strategy and fills `reference`, `outcomes`, `series`. */
  runReference(): void
  /**
   * Runs the loaded trial under these levers, against what `reference` holds.
   *
   * @param referencePath `path` as `runReference` left it for this trial: the run may then start where
   *   it parts from the reference, with the same bits as from quarter 0
   */
  run(levers: Levers, referencePath?: Float64Array): void
  /** Fills `residuals` for the loaded trial under these levers; overwrites `outcomes` and `series` with those of these levers. */
  check(levers: Levers): void
}

/** Ids a model had once, by what they named: none is ever used again for another thing. */
export type Retired = Readonly<
  Partial<
    Record<
      'assumptions' | 'levers' | 'outcomes' | 'series' | 'strategies' | 'scenarios' | 'vantages',
      readonly string[]
    >
  >
>

/** What is known of a model without running it. */
export interface Catalogue {
  readonly id: string
  readonly version: string
  readonly vantages: readonly Vantage[]
  readonly assumptions: readonly Assumption[]
  /** Ids of the independent standard-normal shocks, one of each per quarter. */
  readonly shocks: readonly string[]
  readonly correlations: readonly Correlation[]
  readonly levers: readonly Lever[]
  readonly outcomes: readonly Outcome[]
  readonly series: readonly Series[]
  readonly checks: readonly Check[]
  readonly condition: Condition
  readonly strategies: readonly Strategy[]
  readonly scenarios: readonly Scenario[]
  /** The strategy every other one is compared with. */
  readonly reference: string
  /** Absent: none. */
  readonly retired?: Retired
}

/** All the engine knows of a model. */
export interface Model extends Catalogue {
  simulator(vantage: string, quarters: number): Simulator
}
