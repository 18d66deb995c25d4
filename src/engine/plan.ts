import type { Distribution } from './distributions/index.ts'
import type { Correlation, Levers } from './model.ts'
import type { SamplingId } from './sampling/index.ts'

/** Trials per block: part of what a draw is, so it never changes. */
export const BLOCK = 256

export interface PlannedScenario {
  readonly id: string
  readonly label: string
  /** One distribution per assumption id of the model, fully resolved. */
  readonly distributions: Readonly<Record<string, Distribution>>
}

export interface PlannedStrategy {
  readonly id: string
  readonly label: string
  /** A value for every lever of the model. */
  readonly levers: Levers
}

/**
 * Everything that decides the numbers of a run, fully resolved, as plain data that can be sent to
 * a worker. Trial i of a plan is the same trial in every plan that differs in `trials` alone.
 */
export interface RunPlan {
  readonly model: { readonly id: string; readonly version: string }
  readonly vantage: string
  readonly seed: string
  readonly trials: number
  readonly quarters: number
  readonly sampling: SamplingId
  readonly correlations: readonly Correlation[]
  readonly scenarios: readonly PlannedScenario[]
  readonly strategies: readonly PlannedStrategy[]
  /** Evaluate the model's checks on every trial. */
  readonly check: boolean
  /** Streams (an assumption's id, or `shock:` and a shock's id) that take another seed than the rest. */
  readonly reseed: Readonly<Record<string, string>>
  /** Ids of the outcomes that digests cover, in this order; absent: all, in catalogue order. */
  readonly digestOf?: readonly string[]
}
