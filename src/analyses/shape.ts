import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { shape as shapeOf, type Shape } from '../engine/statistics/shape.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface ShapeRequest {
  readonly case: RunCase
  readonly outcome: string
  readonly selection: Selection
}

/** What is drawn for a distribution, and the futures it is of. */
export interface CaseShape extends Shape {
  readonly futures: Futures
}

/** What is drawn for the distribution of one outcome in one case. */
export const shape: Analysis<ShapeRequest, CaseShape> = {
  id: 'shape',
  needs: ({ case: one, outcome, selection }, model) =>
    needsOfCases([one], outcome, selection, model),
  *steps({ case: one, outcome, selection }, given) {
    const { mask, futures } = given.selected(selection, [one])
    yield 0
    return { ...shapeOf(given.outcome(one, outcome), mask), futures }
  },
}
