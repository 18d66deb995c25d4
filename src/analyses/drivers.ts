import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { chosenOf } from '../engine/statistics/mean.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface DriversRequest {
  readonly case: RunCase
  readonly outcome: string
  readonly selection: Selection
}

/** How closely one assumption goes with an outcome. */
export interface Driver {
  readonly id: string
  /** Spearman's rank correlation, -1 to 1. */
  readonly correlation: number
  /** Its square over the sum of all squares: shares that add up to 1. */
  readonly share: number
}

export interface Drivers {
  /** Strongest first. */
  readonly drivers: readonly Driver[]
  readonly futures: Futures
}

/** Which assumptions go with an outcome. */
export const drivers: Analysis<DriversRequest, Drivers> = {
  id: 'drivers',
  needs({ case: one, outcome, selection }, model) {
    const { outcomes, inputs } = needsOfCases([one], outcome, selection, model)
    return {
      outcomes,
      inputs: [...model.assumptions.map(({ id }) => ({ of: one, id })), ...inputs],
    }
  },
  *steps({ case: one, outcome, selection }, given) {
    const { mask, futures } = given.selected(selection, [one])
    const columns = given.model.assumptions.map(({ id }) => ({ id, values: given.input(one, id) }))
    return { drivers: yield* driversOf(columns, given.outcome(one, outcome), mask), futures }
  },
}

/**
 * Squared rank correlations of assumptions with an outcome, scaled to sum to 1, strongest first.
 * A share says how closely, not how much: effects that bend back or work together are missed.
 * Assumptions that do not vary are left out. Yields after each assumption.
 *
 * @param columns assumptions by trial
 * @param outcome by trial
 * @param mask 1 where a trial counts; all do without it
 */
export function* driversOf(
  columns: readonly { readonly id: string; readonly values: Float64Array }[],
  outcome: Float64Array,
  mask?: Uint8Array,
): Generator<number, Driver[]> {
  const target = midRanks(chosenOf(outcome, mask))
  const found: { id: string; correlation: number }[] = []
  for (const [at, { id, values }] of columns.entries()) {
    const correlation = correlationOfRanks(midRanks(chosenOf(values, mask)), target)
    if (correlation !== 0) found.push({ id, correlation })
    yield (at + 1) / columns.length
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
