import type { CaseRef } from '../engine/plan.ts'
import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { analysis, needsOf } from './analysis.ts'

/** How closely one assumption goes with an outcome. */
export interface Driver {
  readonly id: string
  /** Spearman's rank correlation, -1 to 1. */
  readonly correlation: number
  /** Its square over the sum of all squares: shares that add up to 1. */
  readonly share: number
}

/**
 * Squared rank correlations of assumptions with an outcome, scaled to sum to 1, strongest first.
 * A share says how closely, not how much: effects that bend back or work together are missed.
 * Assumptions that do not vary are left out. Yields between assumptions.
 *
 * @param columns assumptions by trial
 * @param outcome by trial
 * @param mask 1 where a trial counts; all do without it
 */
export function* driversOf(
  columns: Iterable<{ readonly id: string; readonly values: Float64Array }>,
  outcome: Float64Array,
  mask?: Uint8Array,
): Generator<void, Driver[]> {
  const chosen = (values: Float64Array) =>
    mask ? values.filter((_, trial) => mask[trial] === 1) : values
  const target = midRanks(chosen(outcome))
  const found: { id: string; correlation: number }[] = []
  for (const { id, values } of columns) {
    const correlation = correlationOfRanks(midRanks(chosen(values)), target)
    if (correlation !== 0) found.push({ id, correlation })
    yield
  }
  const total = found.reduce((sum, { correlation }) => sum + correlation * correlation, 0)
  return found
    .map(({ id, correlation }) => ({
      id,
      correlation,
      share: (correlation * correlation) / total,
    }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
}

export interface DriversRequest {
  readonly case: CaseRef
  readonly outcome: string
  readonly selection: Selection
}

/** Which assumptions go with an outcome, strongest first. */
export const drivers = analysis({
  needs(request: DriversRequest, model) {
    const needs = needsOf(
      [request.case],
      [request.outcome],
      measuresNamed(model, request.selection),
    )
    const inputs = new Set([...model.assumptions.map(({ id }) => id), ...needs.inputs])
    return { ...needs, inputs: [...inputs] }
  },
  *steps({ outcome, selection }, { model, cases }): Generator<void, Driver[]> {
    const [one] = cases
    const { mask } = selectedOf(model, selection, one)
    const columns = model.assumptions.map(({ id }) => ({ id, values: one.input(id) }))
    return yield* driversOf(columns, one.outcome(outcome), mask ?? undefined)
  },
})
