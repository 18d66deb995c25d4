import type { Wanted } from '../analyses/estimates.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { CaseRef } from '../engine/plan.ts'
import type { Selection } from '../engine/selection.ts'
import type { Rival } from './best.ts'
import type { Estimate } from './estimates.ts'

/** What is asked of the workers: how far the first of some cases is ahead of each other. */
export function topLeadsWanted(
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
