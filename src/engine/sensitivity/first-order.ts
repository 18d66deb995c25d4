import { pow } from '../math.ts'
import { classesOf } from './classes.ts'
import { apartBy, type Counted, type Estimate, estimateOf, WORTH } from './counted.ts'

/** Classes for so many futures: their number times the bias of each, and what is lost within them, both small. */
export function classesFor(count: number): number {
  return Math.max(2, Math.min(48, Math.round(1.6 * pow(count, 1 / 3))))
}

/**
 * The first-order Sobol index from the futures at hand: the part of the outcome’s variance that
 * goes with the mean of the outcome given the belief (the correlation ratio of Pearson 1905, from
 * classes of the belief), less what classes without influence would have (Kelley 1935). Below 0 by
 * chance where there is none.
 *
 * @param order futures, lowest value of the belief first
 */
export function firstOrderOf(
  counted: Counted,
  outcome: Float64Array,
  values: Float64Array,
  order: Int32Array,
): Estimate {
  const count = outcome.length
  const { of, sizes } = classesOf(values, order, classesFor(count))
  const means = new Float64Array(sizes.length)
  let mean = 0
  for (let i = 0; i < count; i++) {
    means[of[i]] += outcome[i] / sizes[of[i]]
    mean += outcome[i] / count
  }
  let all = 0
  let within = 0
  for (let i = 0; i < count; i++) {
    const [off, rest] = [outcome[i] - mean, outcome[i] - means[of[i]]]
    all += off * off
    within += rest * rest
  }
  const free = count - sizes.length
  if (!(all > 0) || free < 1) return { value: 0, error: null, apart: 0 }
  const value = 1 - (within / free / all) * (count - 1)
  // What remains where there is no influence: the noise of the classes’ means.
  const floor = ((1 - value) * Math.sqrt(2 * (sizes.length - 1))) / count
  if (value < WORTH * floor) return { value, error: floor, apart: apartBy(value, floor) }
  const parts = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const [off, rest] = [outcome[i] - mean, outcome[i] - means[of[i]]]
    parts[i] = ((1 - value) * off * off - rest * rest) / (all / count)
  }
  return estimateOf(counted, value, parts, floor)
}
