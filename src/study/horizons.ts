import type { RunPlan } from '../engine/plan.ts'
import { planOf } from './plan.ts'
import type { ResolvedStudy } from './resolve.ts'

/** Horizons at which an answer is looked at, in quarters: three years to ten. */
export const HORIZONS = [12, 16, 20, 24, 28, 32, 36, 40] as const

/**
 * The plans of a study seen to every horizon: the same draws, and the same shocks as far as each goes.
 * What is past a horizon is valued there, so that no run holds the answers of a shorter one.
 */
export function horizonPlans(study: ResolvedStudy): RunPlan[] {
  return HORIZONS.map((horizonQuarters) => planOf({ ...study, horizonQuarters }))
}
