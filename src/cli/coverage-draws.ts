import { fillNormalQuantiles } from '../engine/math.ts'
import { BLOCK } from '../engine/plan.ts'
import { fillScores } from '../engine/sampling/fill.ts'
import { replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import { studentQuantile } from '../engine/statistics/certainty.ts'
import { repetitionsOf } from '../engine/statistics/standard-error.ts'
import { streamKey } from '../engine/streams.ts'

/** An interval, and what is known exactly that it should hold. */
export interface Tried {
  readonly low: number
  readonly high: number
  readonly truth: number
}

/** Errors to either side that hold 95 of 100 normal numbers. */
export const NORMAL = 1.959964

/** Shares that may hold where an error is never much too small, and may be overstated. */
export const CAUTIOUS = [0.885, 1] as const

/**
 * Scores between 0 and 1 under a design, the same for the same name.
 *
 * @param name of a sample
 * @param dimension which of its columns
 */
export function uniformsBy(
  design: SamplingId,
  name: string,
  dimension: number,
  trials: number,
): Float64Array {
  const key = streamKey(`coverage of intervals ${name}`, `column ${dimension}`)
  const out = new Float64Array(Math.ceil(trials / BLOCK) * BLOCK)
  for (let block = 0; block * BLOCK < trials; block++) {
    fillScores(design, key, dimension, block, out.subarray(block * BLOCK, (block + 1) * BLOCK))
  }
  return out.subarray(0, trials)
}

/** The same as standard normal numbers. */
export function normalsBy(
  design: SamplingId,
  name: string,
  dimension: number,
  trials: number,
): Float64Array {
  const out = uniformsBy(design, name, dimension, trials)
  fillNormalQuantiles(out, out, trials)
  return out
}

/**
 * How many standard errors to either side hold the truth in 95 of 100 samples: Student’s, by as many
 * repetitions as an error is known from under a design.
 */
export function errorsBy(design: SamplingId, trials: number): number {
  return studentQuantile(NORMAL, repetitionsOf(trials, replicateOf(design)) - 1)
}

/** A figure and so many of its errors to either side; null where there is no such figure or error. */
export function about(
  found: { readonly value: number; readonly error: number | null } | null | undefined,
  truth: number,
  errors: number,
): Tried | null {
  if (!found || found.error === null) return null
  const reach = errors * found.error
  return { low: found.value - reach, high: found.value + reach, truth }
}

/** What an analysis answers, its steps taken in one go. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
