import { measuresNamed } from '../engine/selection.ts'
import { midRanks } from '../engine/statistics/rank-correlation.ts'
import { analysis, needsOf } from './analysis.ts'
import { correlationError, type Driver, driversOf } from './drivers.ts'
import { pairMask, type PairRequest } from './pair.ts'
import { type Turn, turnsOf } from './turns.ts'

/** An assumption that the difference of two cases goes with. */
export interface DifferenceDriver extends Driver {
  /** Of the correlation. */
  readonly error: number | null
  /** Where the sign of the mean difference turns; null where it does so nowhere for certain. */
  readonly turn: Turn | null
}

/**
 * Which assumptions the difference of two cases goes with, strongest first, and at which value of each
 * the other case is ahead. Assumptions are those of the first case's scenario.
 */
export const differenceDrivers = analysis({
  needs({ a, b, outcome, selection }: PairRequest, model) {
    const needs = needsOf([a, b], [outcome], measuresNamed(model, selection))
    const inputs = new Set([...model.assumptions.map(({ id }) => id), ...needs.inputs])
    return { ...needs, inputs: [...inputs], scenario: a.scenario }
  },
  *steps(request, { model, replicate, cases }): Generator<number | void, DifferenceDriver[]> {
    const [one, other] = cases.map((column) => column.outcome(request.outcome))
    const mask = pairMask(model, request, cases)
    const counts = (_: unknown, trial: number) => !mask || mask[trial] === 1
    const difference = one.map((value, trial) => value - other[trial])
    const chosen = difference.filter(counts)
    if (chosen.length === 0) return []
    const columns = model.assumptions.map(({ id }) => ({ id, values: cases[0].input(id) }))
    const found = yield* driversOf(columns, difference, replicate, mask)
    const inputs = found.map(({ id }) => ({ id, values: cases[0].input(id) }))
    const turns = yield* turnsOf({ values: [one, other], replicate, mask: mask ?? null }, inputs)
    const target = midRanks(chosen)
    const told: DifferenceDriver[] = []
    for (const driver of found) {
      const values = cases[0].input(driver.id).filter(counts)
      const ranks = midRanks(values)
      told.push({
        ...driver,
        error: correlationError(ranks, target, driver.correlation, replicate, mask),
        turn: turns.get(driver.id) ?? null,
      })
      yield told.length / found.length
    }
    return told
  },
})
