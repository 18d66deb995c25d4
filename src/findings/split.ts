import type { CaseRef } from '../engine/plan.ts'
import type { Wanted } from '../analyses/estimates.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Selection } from '../engine/selection.ts'
import { valueWithError } from '../words/index.ts'
import { HEADLINE, type HeadlinePart, headlineParts } from '../study/model.ts'
import type { Estimate } from './estimates.ts'

/** What is asked of one case for its split: the parts in their order. */
export function splitWanted(ref: CaseRef, selection: Selection): Wanted[] {
  return headlineParts.map(({ of: terms }) => ({ case: ref, terms, selection }))
}

/** The split from what was answered to that. */
export function splitFrom(found: readonly Estimate[]): Split {
  return Object.fromEntries(headlineParts.map(({ id }, i) => [id, found[i]])) as Split
}

/** Means of the parts, over the futures that the whole is taken over. */
export type Split = Readonly<Record<HeadlinePart['id'], Estimate>>

/** A part of a mean with its own sign. */
export interface Part {
  readonly id: HeadlinePart['id'] | 'all'
  readonly label: string
  readonly estimate: Estimate
  readonly text: string
}

/**
 * What a gain is made of, part by part; the whole where an outcome has no parts or they are not
 * known.
 *
 * @param mean of the outcome
 * @param split null until it is known
 */
export function partsOf(outcome: NumberOutcome, mean: Estimate, split: Split | null): Part[] {
  const part = (id: Part['id'], label: string, estimate: Estimate): Part => ({
    id,
    label,
    estimate,
    text: valueWithError(estimate.value, estimate.error, outcome.unit),
  })
  if (outcome.id !== HEADLINE || !split) return [part('all', outcome.label, mean)]
  return headlineParts.map(({ id, label }) => part(id, label, split[id]))
}
