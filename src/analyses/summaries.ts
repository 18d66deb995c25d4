import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import {
  CLOSES,
  maskOf,
  measuresNamed,
  type Selectable,
  type Selection,
} from '../engine/selection.ts'
import type { Catalogue } from '../engine/model.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import { type NumberSummary, summariseWhere } from '../engine/statistics/summary.ts'
import { analysis, needsOf } from './analysis.ts'

export interface SummariesRequest {
  readonly cases: readonly CaseRef[]
  /** Numbers that are summarised; how the condition turns out always is. */
  readonly outcomes: readonly string[]
  readonly selection: Selection
}

/**
 * What a run says of each case, over the futures of a selection as if there were no others; null for
 * a case in which none meets it. Yields between cases.
 */
export const summaries = analysis({
  needs: ({ cases, outcomes, selection }: SummariesRequest, model) =>
    needsOf(cases, [...outcomes, model.condition.outcome], measuresNamed(model, selection)),
  *steps(
    { outcomes, selection },
    { model, replicate, cases },
  ): Generator<number, (CaseSummary | null)[]> {
    const found: (CaseSummary | null)[] = []
    for (const one of cases) {
      const mask = maskOf(model, selection, one)
      found.push(summaryOf(model, one, outcomes, mask, replicate))
      yield found.length / cases.length
    }
    return found
  },
})

function summaryOf(
  model: Catalogue,
  from: Selectable,
  outcomes: readonly string[],
  mask: Uint8Array,
  replicate: Replicate,
): CaseSummary | null {
  const trials = countOf(mask)
  if (trials === 0) return null
  const closes = maskOf(model, CLOSES, from).map((one, trial) => one & mask[trial])
  const count = countOf(closes)
  const over = (where: Uint8Array): Record<string, NumberSummary> =>
    Object.fromEntries(
      outcomes.flatMap((id) => {
        const summary = summariseWhere(from.outcome(id), where, replicate)
        return summary ? [[id, summary] as const] : []
      }),
    )
  const { outcome } = model.condition
  const category = model.outcomes.find(({ id }) => id === outcome)
  const states = category?.kind === 'category' ? category.states : []
  const shares = states.map((state) => {
    const held = maskOf(model, { kind: 'states', outcome, states: [state] }, from)
    return [state, countOf(held.map((one, trial) => one & mask[trial])) / trials] as const
  })
  return {
    trials,
    outcomes: over(mask),
    categories: { [outcome]: Object.fromEntries(shares) },
    condition: { count, fraction: count / trials, outcomes: over(closes) },
  }
}

function countOf(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0)
}
