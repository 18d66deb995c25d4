import { covariancesOf } from '../engine/statistics/covariance.ts'
import { analysis } from './analysis.ts'
import { type CellMeasure, type CellsRequest, measuredIn, needsOfCells } from './cells.ts'

export interface CovariancesRequest extends CellsRequest {
  readonly measure: CellMeasure
}

/** One figure of several cases, and how the errors of any two of them go together. */
export interface Covariances {
  /** In the order of the cases; null where a case has no such figure. */
  readonly values: readonly (number | null)[]
  /** Row by row; null where the errors are not known. */
  readonly matrix: Float64Array | null
}

/**
 * How far any weighted sum of a figure over cases is known: of cases of several scenarios too, on the
 * same trials, so that what they share cancels out. Yields between cases.
 */
export const covariances = analysis({
  needs: (request: CovariancesRequest, model) => needsOfCells(request, model),
  *steps(request, { model, replicate, cases }): Generator<number, Covariances> {
    const of = { request, model, replicate, cases }
    const values: (number | null)[] = []
    const deviations: Float64Array[] = []
    for (let at = 0; at < cases.length; at++) {
      const found = measuredIn(of, at, request.measure)
      values.push(found?.value ?? null)
      deviations.push(found?.influence ?? new Float64Array(cases[at].trials))
      yield (0.5 * (at + 1)) / cases.length
    }
    const steps = covariancesOf(deviations, replicate)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return { values, matrix: value }
      yield 0.5 + 0.5 * value
    }
  },
})
