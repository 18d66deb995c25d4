import type { CaseRef } from '../engine/plan.ts'
import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { shape, type Shape } from '../engine/statistics/shape.ts'
import { analysis, needsOf } from './analysis.ts'

export interface ShapesRequest {
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  readonly selection: Selection
}

/** What is drawn for the distribution of one outcome in several cases. Yields between cases. */
export const shapes = analysis({
  needs: ({ cases, outcome, selection }: ShapesRequest, model) =>
    needsOf(cases, [outcome], measuresNamed(model, selection)),
  *steps({ outcome, selection }, { model, cases }): Generator<number, Shape[]> {
    const found: Shape[] = []
    for (const one of cases) {
      const { mask } = selectedOf(model, selection, one)
      found.push(shape(one.outcome(outcome), mask ?? undefined))
      yield found.length / cases.length
    }
    return found
  },
})
