import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/design.ts'
import { meanOf } from '../engine/statistics/moments.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { analysis } from './analysis.ts'

/** A mean over the first trials of a run, and how sure it was by then. */
export interface ConvergencePoint {
  readonly trials: number
  readonly mean: number
  /** Null for a single trial. */
  readonly standardError: number | null
}

/** A multiple of every design's replicates, so that what comes before is a run of its own. */
const WHOLE = 64

/**
 * How the mean difference of two cases, future by future, settled as trials were added. Yields
 * between points.
 *
 * @param a by trial
 * @param b by trial, of the same plan
 * @param replicate which trials are one independent repetition of the design
 * @param points about so many, evenly spaced; the last one is the whole run
 * @throws where the columns differ in length or are empty
 */
export function* convergenceOf(
  a: Float64Array,
  b: Float64Array,
  replicate: Replicate,
  points = 40,
): Generator<void, ConvergencePoint[]> {
  const trials = a.length
  if (trials === 0 || b.length !== trials) {
    throw new Error(
      `two cases can be paired on the same trials only, got ${trials} and ${b.length}`,
    )
  }
  const difference = a.map((value, trial) => value - b[trial])
  const step = WHOLE * Math.max(1, Math.ceil(trials / WHOLE / points))
  const found: ConvergencePoint[] = []
  for (let count = step; count < trials + step; count += step) {
    const first = difference.subarray(0, Math.min(count, trials))
    const mean = meanOf(first)
    found.push({
      trials: first.length,
      mean,
      standardError: standardErrorOf(
        first.map((value) => value - mean),
        replicate,
      ),
    })
    yield
  }
  return found
}

export interface ConvergenceRequest {
  readonly a: CaseRef
  readonly b: CaseRef
  readonly outcome: string
}

/** How the mean difference of two cases settled as trials were added: a less b. */
export const convergence = analysis({
  needs: ({ a, b, outcome }: ConvergenceRequest) => ({
    cases: [a, b],
    outcomes: [outcome],
    inputs: [],
  }),
  *steps({ outcome }, { replicate, cases }): Generator<void, ConvergencePoint[]> {
    const [a, b] = cases.map((column) => column.outcome(outcome))
    return yield* convergenceOf(a, b, replicate)
  },
})
