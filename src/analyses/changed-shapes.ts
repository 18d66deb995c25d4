import type { CaseRef } from '../engine/plan.ts'
import { measuresNamed, selectedOf, type Selectable, type Selection } from '../engine/selection.ts'
import { changedShape } from '../engine/statistics/changed-shape.ts'
import { shape, type Shape } from '../engine/statistics/shape.ts'
import { analysis, needsOf } from './analysis.ts'

export interface ChangedShapesRequest {
  /** Of the first trials, after a change. */
  readonly now: readonly CaseRef[]
  /** The same cases before it, of more trials. */
  readonly before: readonly CaseRef[]
  readonly outcome: string
  readonly selection: Selection
}

/** What is drawn for distributions after a change that is known of the first trials alone. Yields between cases. */
export const changedShapes = analysis({
  needs: ({ now, before, outcome, selection }: ChangedShapesRequest, model) =>
    needsOf([...now, ...before], [outcome], measuresNamed(model, selection)),
  *steps({ now, outcome, selection }, { model, cases }): Generator<number, Shape[]> {
    const found: Shape[] = []
    const drawn = (from: Selectable) => {
      const { mask } = selectedOf(model, selection, from)
      return shape(from.outcome(outcome), mask ?? undefined)
    }
    for (let i = 0; i < now.length; i++) {
      const [is, was] = [cases[i], cases[now.length + i]]
      found.push(changedShape(drawn(was), drawn(firstOf(was, is.trials)), drawn(is)))
      yield found.length / now.length
    }
    return found
  },
})

function firstOf(from: Selectable, trials: number): Selectable {
  return {
    trials,
    outcome: (id) => from.outcome(id).subarray(0, trials),
    input: (id) => from.input(id).subarray(0, trials),
  }
}
