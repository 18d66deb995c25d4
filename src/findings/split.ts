import type { CaseRef } from '../analyses/index.ts'
import type { Wanted } from '../analyses/estimates.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Selection } from '../engine/selection.ts'
import { valueWithError } from '../words/index.ts'
import type { Estimate, Terms } from './estimates.ts'

/** What the value of a deal is made of: what is asked for of every case. */
export const splitTerms = {
  cloud: [
    ['npvOperations', 1],
    ['npvTerminal', 1],
  ],
  stake: [
    ['npvStake', 1],
    ['npvOutlay', -1],
    ['npvAbort', -1],
  ],
} as const satisfies Readonly<Record<string, Terms>>

/** What is asked of one case for its split: the parts in their order. */
export function splitWanted(ref: CaseRef, selection: Selection): Wanted[] {
  return Object.values(splitTerms).map((terms) => ({ case: ref, terms, selection }))
}

/** The split from what was answered to that. */
export function splitFrom([cloud, stake]: readonly Estimate[]): Split {
  return { cloud, stake }
}

/** Means of the parts, over the futures that the whole is taken over. */
export type Split = Readonly<Record<keyof typeof splitTerms, Estimate>>

/** A part of a mean with its own sign. */
export interface Part {
  readonly id: 'cloud' | 'stake' | 'all'
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
  if (outcome.id !== 'npv' || !split) return [part('all', outcome.label, mean)]
  return [
    part('cloud', 'cloud business', split.cloud),
    part('stake', 'stake less price', split.stake),
  ]
}
