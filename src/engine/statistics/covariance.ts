import type { Replicate } from '../sampling/design.ts'
import { meanOf } from './moments.ts'
import { repetitionsOf, standardErrorOf } from './standard-error.ts'

/**
 * Covariances of the errors of several means that were drawn together: on the diagonal the squares of
 * `standardErrorOf`, so that the error of any weighted sum of them is known without its trials.
 *
 * @param deviations of each mean, by trial, as `standardErrorOf` takes them
 * @param replicate which trials are one independent repetition of the design
 * @returns a square matrix, row by row; null where there are fewer than two trials
 */
export function* covariancesOf(
  deviations: readonly Float64Array[],
  replicate: Replicate,
): Generator<number, Float64Array | null> {
  const size = deviations.length
  const trials = deviations[0]?.length ?? 0
  if (trials < 2) return null
  const found = new Float64Array(size * size)
  const sums = deviations.map((one) => sumsOf(one, replicate))
  const own = deviations.map((one) => squareOf(standardErrorOf(one, replicate) ?? 0))
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = [sums[i], sums[j]]
      // Equal ones have equal entries to the last bit, so that nothing is between them.
      const both =
        a && b
          ? productOf(a, b) / squareOf(trials)
          : i === j
            ? own[i]
            : polarised(deviations[i], deviations[j], { own: own[i] + own[j], replicate })
      found[i * size + j] = both
      found[j * size + i] = both
    }
    yield (i + 1) / size
  }
  return found
}

/** What each repetition adds to the sum, less the mean; null where the last one was cut short. */
function sumsOf(values: Float64Array, replicate: Replicate): Float64Array | null {
  const trials = values.length
  const count = repetitionsOf(trials, replicate)
  if (count === trials) return centred(values)
  const sums = new Float64Array(count)
  if (typeof replicate === 'object') {
    for (let i = 0; i < trials; i++) sums[i % count] += values[i]
    return centred(sums)
  }
  if (count * replicate !== trials) return null
  for (let i = 0; i < trials; i++) sums[Math.floor(i / replicate)] += values[i]
  return centred(sums)
}

function centred(values: Float64Array): Float64Array {
  const mean = meanOf(values)
  return values.map((one) => one - mean)
}

/** The covariance of two sums over repetitions. */
function productOf(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return (sum / (a.length - 1)) * a.length
}

/** From the error of the sum: what both have in common is what that is more than theirs. */
function polarised(
  a: Float64Array,
  b: Float64Array,
  { own, replicate }: { readonly own: number; readonly replicate: Replicate },
): number {
  const both = a.map((one, trial) => one + b[trial])
  return (squareOf(standardErrorOf(both, replicate) ?? 0) - own) / 2
}

function squareOf(x: number): number {
  return x * x
}
