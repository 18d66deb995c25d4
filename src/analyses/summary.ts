import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { fractions, type NumberSummary } from '../engine/statistics/index.ts'
import { chosenOf } from '../engine/statistics/mean.ts'
import { summarise, summariseWhere } from '../engine/statistics/summary.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface SummaryRequest {
  readonly case: RunCase
  readonly outcomes: readonly string[]
  readonly selection: Selection
}

/** What is said of some outcomes of a case over the futures that count. */
export interface SelectedSummary {
  /** By outcome id, numbers only. */
  readonly outcomes: Readonly<Record<string, NumberSummary>>
  /** By outcome id, categories only: the share of futures in each state, every state listed. */
  readonly categories: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly futures: Futures
}

/** The figures of a case, as a run gives them over all futures, over those of a selection. */
export const summary: Analysis<SummaryRequest, SelectedSummary> = {
  id: 'summary',
  needs({ case: one, outcomes, selection }, model) {
    const all = outcomes.map((id) => needsOfCases([one], id, selection, model))
    return { outcomes: all.flatMap((each) => each.outcomes), inputs: all.flatMap((e) => e.inputs) }
  },
  *steps({ case: one, outcomes: ids, selection }, given) {
    const { mask, futures } = given.selected(selection, [one])
    const outcomes: Record<string, NumberSummary> = {}
    const categories: Record<string, Record<string, number>> = {}
    for (const [at, id] of ids.entries()) {
      const values = given.outcome(one, id)
      const outcome = given.model.outcomes.find((each) => each.id === id)
      if (outcome?.kind === 'category') categories[id] = fractions(outcome, chosenOf(values, mask))
      else {
        const { replicate } = given
        const found = mask ? summariseWhere(values, mask, replicate) : summarise(values, replicate)
        if (found) outcomes[id] = found
      }
      yield (at + 1) / ids.length
    }
    return { outcomes, categories, futures }
  },
}
