import type { Futures, Needs, RunCase, Selection } from '../engine/selection.ts'
import { meanWithError } from '../engine/statistics/mean.ts'
import { type Analysis, type Given, needsOfCases } from './analysis.ts'

/** An outcome of a case, added or taken away. */
export interface Term {
  readonly case: RunCase
  readonly outcome: string
  readonly sign: 1 | -1
}

/** Outcomes added up future by future; of two cases, with either sign, it is a paired difference. */
export interface Sum {
  readonly terms: readonly Term[]
  /** Where it names no case, futures count that do in one of the cases of the terms. */
  readonly selection: Selection
}

export interface EstimatesRequest {
  readonly sums: readonly Sum[]
}

/** A mean and its Monte Carlo error. */
export interface EstimateOver {
  readonly value: number
  /** Null where one future alone counts. */
  readonly error: number | null
  readonly futures: Futures
}

/** Means of signed sums of outcomes, one by one; what the terms of a sum share cancels out. */
export const estimates: Analysis<EstimatesRequest, EstimateOver[]> = {
  id: 'estimates',
  needs({ sums }, model) {
    const all = sums.flatMap(({ terms, selection }): Needs[] =>
      terms.map((term) => needsOfCases([term.case], term.outcome, selection, model)),
    )
    return { outcomes: all.flatMap((e) => e.outcomes), inputs: all.flatMap((e) => e.inputs) }
  },
  *steps({ sums }, given) {
    const found: EstimateOver[] = []
    for (const sum of sums) {
      found.push(estimateOf(sum, given))
      yield found.length / sums.length
    }
    return found
  },
}

function estimateOf({ terms, selection }: Sum, given: Given): EstimateOver {
  if (terms.length === 0) throw new Error('a sum must have at least one outcome')
  const total = new Float64Array(given.trials)
  for (const { case: one, outcome, sign } of terms) {
    const values = given.outcome(one, outcome)
    for (let trial = 0; trial < total.length; trial++) total[trial] += sign * values[trial]
  }
  const { mask, futures } = given.selected(
    selection,
    terms.map((term) => term.case),
  )
  const mean = meanWithError(total, given.replicate, mask)
  if (!mean) throw new Error('a mean must be of at least one future')
  return { value: mean.mean, error: mean.standardError, futures }
}
