import type { CaseRef } from '../engine/plan.ts'
import {
  ALL,
  measuresNamed,
  type Selectable,
  selectedOf,
  type Selection,
} from '../engine/selection.ts'
import { analysis, needsOf } from './analysis.ts'
import { type Estimate, meanWithError } from './estimates.ts'

/** An outcome of a case, and how often it counts. */
export interface Weighed {
  readonly case: CaseRef
  readonly outcome: string
  readonly weight: number
}

export interface ContrastsRequest {
  /** Each is one sum, future by future: cases of any scenario, by any weight. */
  readonly sums: readonly (readonly Weighed[])[]
  /** By the inputs that all cases share: futures that count in every sum; all without it. */
  readonly selection?: Selection
}

/**
 * Means of weighted sums of cases and their errors, future by future: what cases share cancels out.
 * In the order of the sums, in the unit of the outcome times the weights. Cases must stand on the same
 * trials.
 */
export const contrasts = analysis({
  needs({ sums, selection = ALL }: ContrastsRequest, model) {
    const all = sums.flat()
    return needsOf(
      uniqueCases(all.map((one) => one.case)),
      all.map(({ outcome }) => outcome),
      measuresNamed(model, selection),
    )
  },
  *steps({ sums, selection = ALL }, { model, replicate, cases }): Generator<number, Estimate[]> {
    const refs = uniqueCases(sums.flat().map((one) => one.case))
    const mask = cases.length > 0 ? selectedOf(model, selection, cases[0]).mask : null
    const found: Estimate[] = []
    for (const terms of sums) {
      found.push(meanWithError(weighedSum(terms, refs, cases), replicate, mask))
      yield found.length / sums.length
    }
    return found
  },
})

/**
 * One sum, future by future.
 *
 * @param cases in the order of `refs`
 */
export function weighedSum(
  terms: readonly Weighed[],
  refs: readonly CaseRef[],
  cases: readonly Selectable[],
): Float64Array {
  const places = new Map(refs.map((ref, at) => [nameOf(ref), at]))
  const sum = new Float64Array(cases[0]?.trials ?? 0)
  for (const { case: ref, outcome, weight } of terms) {
    const values = cases[places.get(nameOf(ref)) ?? 0].outcome(outcome)
    for (let trial = 0; trial < sum.length; trial++) sum[trial] += weight * values[trial]
  }
  return sum
}

function nameOf({ strategy, scenario }: CaseRef): string {
  return `${strategy} ${scenario}`
}

/** Each case once, in the order in which they come. */
export function uniqueCases(refs: readonly CaseRef[]): CaseRef[] {
  const seen = new Set<string>()
  return refs.filter((ref) => {
    const isNew = !seen.has(nameOf(ref))
    seen.add(nameOf(ref))
    return isNew
  })
}
