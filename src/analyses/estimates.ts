import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { meanOf } from '../engine/statistics/moments.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { type CaseRef, isCase } from '../engine/plan.ts'
import { analysis, needsOf } from './analysis.ts'

/** A mean and its Monte Carlo error. */
export interface Estimate {
  readonly value: number
  /** Standard error, right for the design; null where it is not known. */
  readonly error: number | null
}

/** Outcomes of a case added up with their signs, and less those of another case where one is named. */
export interface Wanted {
  readonly case: CaseRef
  readonly less?: CaseRef
  /** Further cases with their signs: the change of a lead is made of four. */
  readonly also?: readonly (readonly [of: CaseRef, sign: 1 | -1])[]
  readonly terms: readonly (readonly [outcome: string, sign: 1 | -1])[]
  readonly selection: Selection
}

export interface EstimatesRequest {
  readonly wanted: readonly Wanted[]
}

/** Means and their errors, paired future by future where two cases are named. Yields between them. */
export const estimates = analysis({
  needs({ wanted }: EstimatesRequest, model) {
    const cases = wanted.flatMap(casesOf).map(([one]) => one)
    const named = wanted.map(({ selection }) => measuresNamed(model, selection))
    return needsOf(
      unique(cases),
      wanted.flatMap(({ terms }) => terms.map(([outcome]) => outcome)),
      {
        outcomes: named.flatMap(({ outcomes }) => outcomes),
        inputs: [...new Set(named.flatMap(({ inputs }) => inputs))],
      },
    )
  },
  *steps({ wanted }, { model, replicate, cases }): Generator<number, Estimate[]> {
    const places = unique(wanted.flatMap(casesOf).map(([one]) => one))
    const at = (ref: CaseRef) => cases[places.findIndex((one) => isCase(one, ref))]
    const found: Estimate[] = []
    for (const one of wanted) {
      const { case: ref, terms, selection } = one
      const sum = new Float64Array(at(ref).trials)
      for (const [outcome, sign] of terms) {
        for (const [other, way] of casesOf(one)) {
          add(sum, at(other).outcome(outcome), sign === way ? 1 : -1)
        }
      }
      const { mask } = selectedOf(model, selection, at(ref))
      found.push(meanWithError(sum, replicate, mask))
      yield found.length / wanted.length
    }
    return found
  },
})

/** The cases that are added up, each with its sign. */
function casesOf({ case: one, less, also = [] }: Wanted): (readonly [CaseRef, 1 | -1])[] {
  return [[one, 1], ...(less ? [[less, -1] as const] : []), ...also]
}

/**
 * The mean of the trials that count, and its error: that of a ratio, where how many count is chance.
 *
 * @param mask 1 where a trial counts; null where all do
 */
export function meanWithError(
  values: Float64Array,
  replicate: Replicate,
  mask: Uint8Array | null,
): Estimate {
  const chosen = mask ? values.filter((_, trial) => mask[trial] === 1) : values
  if (chosen.length === 0) return { value: 0, error: null }
  const value = meanOf(chosen)
  const residuals = values.map((one, trial) => (mask && mask[trial] !== 1 ? 0 : one - value))
  const error = chosen.length < 2 ? null : standardErrorOf(residuals, replicate, chosen.length)
  return { value, error }
}

function add(sum: Float64Array, values: Float64Array, sign: 1 | -1): void {
  for (let trial = 0; trial < sum.length; trial++) sum[trial] += sign * values[trial]
}

function unique(refs: readonly CaseRef[]): CaseRef[] {
  return refs.filter((one, index) => refs.findIndex((other) => isCase(one, other)) === index)
}
