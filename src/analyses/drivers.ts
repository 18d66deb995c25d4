import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { analysis, needsOf } from './analysis.ts'

/** How closely one assumption goes with an outcome. */
export interface Driver {
  readonly id: string
  /** Spearman's rank correlation, -1 to 1. */
  readonly correlation: number
  /** Its square over the sum of all squares: shares that add up to 1. */
  readonly share: number
}

/** How many standard errors a correlation must have, lest one of a hundred that are none be shown. */
export const BEYOND = 5
/** The same where the error is known from the few scrambles that take turns, and is itself uncertain. */
export const BEYOND_FEW = 6.1
/**
 * So few points of Sobol's sequence go together in pairs of dimensions, in all scrambles alike now and
 * then, and one assumption looks like another's echo: below this many trials such are left out too.
 */
const FEW = 2048

/**
 * Squared rank correlations of assumptions with an outcome, as shares of the sum of all, strongest
 * first. A share says how closely, not how much: effects that bend back or work together are missed.
 * Assumptions that do not vary are left out, and so are those that chance may have brought: in fewer
 * than one run of twenty an assumption without influence is among the answer, whatever the design and
 * the number of trials. Yields between assumptions.
 *
 * @param columns assumptions by trial
 * @param outcome by trial
 * @param replicate which trials are one independent repetition of the design
 * @param mask 1 where a trial counts; all do without it
 */
export function* driversOf(
  columns: Iterable<{ readonly id: string; readonly values: Float64Array }>,
  outcome: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): Generator<void, Driver[]> {
  const chosen = (values: Float64Array) =>
    mask ? values.filter((_, trial) => mask[trial] === 1) : values
  const target = midRanks(chosen(outcome))
  const found: Found[] = []
  for (const { id, values } of columns) {
    const ranks = midRanks(chosen(values))
    const correlation = correlationOfRanks(ranks, target)
    const least = correlation === 0 ? 0 : leastTold(ranks, target, correlation, replicate, mask)
    const isTold = Math.abs(correlation) > least
    if (correlation !== 0) found.push({ id, correlation, ranks: isTold ? ranks : null })
    yield
  }
  const total = found.reduce((sum, { correlation }) => sum + correlation * correlation, 0)
  const told = found.filter(({ ranks }) => ranks !== null)
  const isFew = typeof replicate === 'object' && outcome.length < FEW
  return (isFew ? withoutEchoes(told) : told)
    .map(({ id, correlation }) => ({
      id,
      correlation,
      share: (correlation * correlation) / total,
    }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
}

interface Found {
  readonly id: string
  readonly correlation: number
  /** Null of what chance may have brought. */
  readonly ranks: Float64Array | null
}

/** Those whose correlation is more than what a stronger one, by going together with it, accounts for. */
function withoutEchoes(found: readonly Found[]): Found[] {
  const own: Found[] = []
  const strongest = found.toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
  for (const one of strongest) {
    const isEcho = own.some(({ ranks, correlation }) => {
      if (!ranks || !one.ranks) return true
      const shared = correlationOfRanks(ranks, one.ranks)
      const rest = Math.abs(one.correlation - shared * correlation)
      return rest <= BEYOND / Math.sqrt(ranks.length)
    })
    if (!isEcho) own.push(one)
  }
  return own
}

/** What chance alone may reach: never less than among independent trials. */
function leastTold(
  a: Float64Array,
  b: Float64Array,
  correlation: number,
  replicate: Replicate,
  mask?: Uint8Array,
): number {
  const independent = BEYOND / Math.sqrt(a.length)
  if (Math.abs(correlation) <= independent) return independent
  const errors = typeof replicate === 'object' ? BEYOND_FEW : BEYOND
  return Math.max(independent, errors * (correlationError(a, b, correlation, replicate, mask) ?? 0))
}

/**
 * The standard error of a rank correlation under a design.
 *
 * @param a ranks of the trials that count
 * @param b ranks of the same
 * @param mask 1 where a trial counts; all do without it
 * @returns null where it is not known
 */
export function correlationError(
  a: Float64Array,
  b: Float64Array,
  correlation: number,
  replicate: Replicate,
  mask?: Uint8Array,
): number | null {
  const middle = (a.length - 1) / 2
  const [spreadA, spreadB] = [a, b].map((ranks) =>
    Math.sqrt(ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0) / ranks.length),
  )
  // What each trial adds to the correlation, less what it would were this the same everywhere.
  const all = new Float64Array(mask?.length ?? a.length)
  for (let trial = 0, at = 0; trial < all.length; trial++) {
    if (mask && mask[trial] !== 1) continue
    const x = (a[at] - middle) / spreadA
    const y = (b[at] - middle) / spreadB
    all[trial] = x * y - (correlation * (x * x + y * y)) / 2
    at++
  }
  return standardErrorOf(all, replicate, a.length)
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
  *steps({ outcome, selection }, { model, cases, replicate }): Generator<void, Driver[]> {
    const [one] = cases
    const { mask } = selectedOf(model, selection, one)
    const columns = model.assumptions.map(({ id }) => ({ id, values: one.input(id) }))
    return yield* driversOf(columns, one.outcome(outcome), replicate, mask ?? undefined)
  },
})
