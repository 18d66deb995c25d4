import type { Replicate } from '../sampling/design.ts'
import { meanOf } from './moments.ts'
import { standardErrorOf } from './standard-error.ts'

/** A mean over some trials of a run, and its Monte Carlo error. */
export interface MeanWithError {
  /** Trials that count. */
  readonly count: number
  readonly mean: number
  /** Right for the design; null where one trial alone counts. */
  readonly standardError: number | null
}

/**
 * The mean of one number and its error. Over a mask the mean is a ratio (a sum over a count, both
 * random), and its error is that of the ratio's residuals.
 *
 * @param values by trial, finite
 * @param replicate which trials are one independent repetition of the design
 * @param mask 1 where a trial counts; all do without it
 * @returns null where none counts
 * @throws where the mask is of another number of trials
 */
export function meanWithError(
  values: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): MeanWithError | null {
  const chosen = chosenOf(values, mask)
  const count = chosen.length
  if (count === 0) return null
  const mean = meanOf(chosen)
  const residuals = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    if (!mask || mask[i] === 1) residuals[i] = values[i] - mean
  }
  return {
    count,
    mean,
    standardError: count < 2 ? null : standardErrorOf(residuals, replicate, count),
  }
}

/**
 * The mean of one number less another, trial by trial, and its error: what the two share cancels
 * out.
 *
 * @param a by trial
 * @param b by trial, of the same draws
 * @throws where the columns differ in length; otherwise as `meanWithError`
 */
export function pairedMean(
  a: Float64Array,
  b: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): MeanWithError | null {
  return meanWithError(differenceOf(a, b), replicate, mask)
}

/**
 * One column less another, trial by trial.
 *
 * @throws where they differ in length
 */
export function differenceOf(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length !== b.length) {
    throw new Error(
      `two cases can be paired on the same trials only, got ${a.length} and ${b.length}`,
    )
  }
  return a.map((value, trial) => value - b[trial])
}

/**
 * The values of the trials that count, in their order; the column itself without a mask.
 *
 * @throws where the mask is of another number of trials
 */
export function chosenOf(values: Float64Array, mask?: Uint8Array): Float64Array {
  if (!mask) return values
  if (mask.length !== values.length) {
    throw new Error(`a mask of ${mask.length} trials cannot choose among ${values.length}`)
  }
  const chosen = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) if (mask[i] === 1) chosen[count++] = values[i]
  return chosen.subarray(0, count)
}
