import { BLOCK } from '../engine/plan.ts'

/** Futures of a scenario at most, where several are held at once. */
const TRIALS = 10_000
/** Futures of all cases together at most: about 150 MB of outcomes. */
const MOST_FUTURES = 640_000

/** Futures of each case where several scenarios are held: as many as asked for, as long as all can be. */
export function heldTrials(asked: number, cases: number): number {
  const most = Math.floor(MOST_FUTURES / cases / BLOCK) * BLOCK
  return Math.min(asked, TRIALS, Math.max(BLOCK, most))
}
