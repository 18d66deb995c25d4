import type { CaseRef } from '../engine/plan.ts'
import { analysis } from './analysis.ts'

export interface TrialsRequest {
  readonly cases: readonly CaseRef[]
  /** Wanted of each case, by id. */
  readonly outcomes: readonly string[]
  /** By id, as the scenario draws them. */
  readonly inputs: readonly string[]
  /** Whose inputs; the first case's where it is not named. */
  readonly scenario?: string
}

/** Figures by their ids, each a column by trial; a category is the place of its state. */
export type ColumnsById = Readonly<Record<string, Float64Array>>

export interface CaseOutcomes extends CaseRef {
  readonly outcomes: ColumnsById
}

/** Futures in full: a row of each column is one future, in the order of trials. */
export interface TrialColumns {
  readonly inputs: ColumnsById
  /** In the order asked. */
  readonly cases: readonly CaseOutcomes[]
}

/** Inputs and outcomes future by future, as they were drawn and run: for files that others read. */
export const trials = analysis({
  needs: ({ cases, outcomes, inputs, scenario }: TrialsRequest) => ({
    cases,
    outcomes,
    inputs,
    ...(scenario !== undefined && { scenario }),
  }),
  *steps({ cases, outcomes, inputs: ids }, given): Generator<void, TrialColumns> {
    // Copies: what is answered is given away, and draws may be kept for the next question.
    const inputs = Object.fromEntries(
      ids.map((id) => {
        const column = given.inputs.get(id)
        if (!column) throw new Error(`the input ${id} was not drawn`)
        return [id, column.slice()]
      }),
    )
    yield
    const found: CaseOutcomes[] = []
    for (const [at, { strategy, scenario }] of cases.entries()) {
      const of = given.cases[at]
      const columns = Object.fromEntries(outcomes.map((id) => [id, of.outcome(id).slice()]))
      found.push({ strategy, scenario, outcomes: columns })
      yield
    }
    return { inputs, cases: found }
  },
})
