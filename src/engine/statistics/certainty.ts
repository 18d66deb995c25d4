import type { Replicate } from '../sampling/design.ts'
import { repetitionsOf } from './standard-error.ts'

/** A difference is beyond doubt above so many standard errors, where those are known exactly. */
const ERRORS = 3

/**
 * How many of its standard errors a mean must exceed to be as sure as three of errors that are known
 * exactly: an error that was estimated from few repetitions of a design may be too small by chance,
 * and the fewer they are, the more of it is asked for.
 *
 * @param trials at least 1
 * @param replicate which trials are one independent repetition of the design
 * @returns above 3 (4.53 for eight scrambles, 3.0007 for 10,000 independent trials); infinite for
 * one trial
 */
export function certainErrors(trials: number, replicate: Replicate): number {
  return studentQuantile(ERRORS, repetitionsOf(trials, replicate) - 1)
}

/**
 * Student's quantile that is exceeded as often as a normal one, by Cornish and Fisher's expansion
 * (Abramowitz and Stegun 26.7.5). Too small below seven degrees of freedom (by 2% at three).
 *
 * @param z normal quantile, about 3
 * @param degrees of freedom, from 0
 */
export function studentQuantile(z: number, degrees: number): number {
  const s = z * z
  const terms = [
    (z * (s + 1)) / 4,
    (z * ((5 * s + 16) * s + 3)) / 96,
    (z * (((3 * s + 19) * s + 17) * s - 15)) / 384,
    (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92160,
  ]
  return z + terms.reduceRight((sum, term) => (sum + term) / degrees, 0)
}
