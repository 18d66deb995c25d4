import type { Wanted } from '../analyses/estimates.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { CaseRef, RunPlan } from '../engine/plan.ts'
import { replicateOf } from '../engine/sampling/index.ts'
import type { Selection } from '../engine/selection.ts'
import { certainErrors } from '../engine/statistics/certainty.ts'
import type { Limits, Rival } from './best.ts'
import type { Estimate } from './estimates.ts'

/**
 * Limits of an outcome: what is negligible was said of money alone.
 *
 * @param negligible USD bn
 */
export function limitsFor(
  trials: number,
  sampling: RunPlan['sampling'],
  unit: string,
  negligible: number,
): Limits {
  return {
    certain: certainErrors(trials, replicateOf(sampling)),
    negligible: unit === 'USD bn' ? negligible : null,
  }
}

/** What is asked of the workers: how far the first of some cases is ahead of each other. */
export function leadsWanted(
  [top, ...others]: readonly CaseRef[],
  outcome: string,
  selection: Selection,
): Wanted[] {
  return others.map((less) => ({ case: top, less, terms: [[outcome, 1]], selection }))
}

/** Rivals from what was answered to that: leads are above 0 where the top is better. */
export function rivalsFrom(
  others: readonly { readonly id: string; readonly label: string }[],
  found: readonly Estimate[],
  better: NumberOutcome['better'],
): Rival[] {
  const sign = better === 'lower' ? -1 : 1
  return others.map(({ id, label }, i) => {
    const { value, error } = found[i]
    return { id, label, lead: { value: sign * value, error } }
  })
}
