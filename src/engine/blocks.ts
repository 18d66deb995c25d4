import { BLOCK } from './plan.ts'

// How a run is cut, and what a block's checks add up to: known to whoever collects blocks, apart
// from what runs them.

/** Trials whose series are summarised, whole blocks: a prefix of a run is itself a run. */
export const SERIES_TRIALS = 80 * BLOCK

/** Number of blocks in a run of so many trials. */
export function blockCount(trials: number): number {
  return Math.ceil(trials / BLOCK)
}

/** Trials in a block: the last block of a run is drawn whole and cut. */
export function trialsInBlock(trials: number, block: number): number {
  return Math.min(BLOCK, trials - block * BLOCK)
}

/** What a check found: residuals over its tolerance fail. */
export interface CheckTally {
  trials: number
  failures: number
  worst: number
  /** The first failing trial of the block, by number, and its case; -1 where all hold. */
  firstTrial: number
  firstCase: number
}

/** A tally of nothing. */
export function emptyTally(): CheckTally {
  return { trials: 0, failures: 0, worst: 0, firstTrial: -1, firstCase: -1 }
}

/** Adds what a check found in one trial of one case, by its place in the plan. */
export function tally(
  into: CheckTally,
  residual: number,
  tolerance: number,
  trial: number,
  place: number,
): void {
  into.trials++
  // Written so that NaN counts as the worst of all.
  const size = residual >= 0 ? residual : Number.MAX_VALUE
  if (size > into.worst) into.worst = size
  if (size <= tolerance) return
  into.failures++
  if (into.firstTrial >= 0) return
  into.firstTrial = trial
  into.firstCase = place
}
