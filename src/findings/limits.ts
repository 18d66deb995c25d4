import type { NumberOutcome } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { replicateOf } from '../engine/sampling/index.ts'
import { certainErrors } from '../engine/statistics/certainty.ts'
import { NEGLIGIBLE } from '../study/index.ts'
import type { Limits } from './best.ts'

/** What leads in an outcome are held against, in a run of a plan. */
export function limitsOf(
  { trials, sampling }: Pick<RunPlan, 'trials' | 'sampling'>,
  { unit }: Pick<NumberOutcome, 'unit'>,
  negligible = NEGLIGIBLE,
): Limits {
  return {
    certain: certainErrors(trials, replicateOf(sampling)),
    negligible: unit === 'USD bn' ? negligible : null,
  }
}
