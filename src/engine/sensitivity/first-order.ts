import { pow } from '../math.ts'
import { meanOf } from '../statistics/moments.ts'
import { classesOf } from './classes.ts'
import { apartBy, type Counted, type Estimate, estimateOf, foldsOf, WORTH } from './counted.ts'

/** Classes for so many futures: their number times the bias of each, and what is lost within them, both small. */
export function classesFor(count: number): number {
  return Math.max(2, Math.min(24, Math.round(0.8 * pow(count, 1 / 3))))
}

/**
 * The first-order Sobol index from the futures at hand: the part of the outcome’s variance that
 * goes with the mean of the outcome given the belief (the correlation ratio of Pearson 1905, from
 * a straight line in each class of the belief), less what lines without influence would have (Kelley
 * 1935). Below 0 by chance where there is none.
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
  const lines = linesOf(values, outcome, of, sizes)
  const mean = meanOf(outcome)
  const rests = new Float64Array(count)
  const { means, slopes, middles } = lines
  let all = 0
  let within = 0
  for (let i = 0; i < count; i++) {
    const off = outcome[i] - mean
    const at = of[i]
    const rest = outcome[i] - means[at] - slopes[at] * (values[i] - middles[at])
    rests[i] = rest * rest
    all += off * off
    within += rests[i]
  }
  const terms = sizes.length + slopes.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0)
  const free = count - terms
  if (!(all > 0) || free < 1) return { value: 0, error: null, apart: 0 }
  const byTurns = explainedByTurns(counted, { outcome, values, of, terms }, all - within)
  const value = byTurns === null ? 1 - (within / free / all) * (count - 1) : byTurns / all
  // What remains where there is no influence: the noise of the lines.
  const floor = ((1 - value) * Math.sqrt(2 * (terms - 1))) / count
  if (value < WORTH * floor) return { value, error: floor, apart: apartBy(value, floor) }
  const parts = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const off = outcome[i] - mean
    parts[i] = ((1 - value) * off * off - rests[i]) / (all / count)
  }
  return estimateOf(counted, value, parts, floor)
}

/** So many futures of a scramble for each term, lest its lines be noise. */
const FUTURES = 5

interface Classed {
  readonly outcome: Float64Array
  readonly values: Float64Array
  readonly of: Uint16Array
  readonly terms: number
}

/**
 * The sum of squares explained, less noise, where scrambles take turns. Each is even, so that lines
 * have less noise than Kelley takes off; but scrambles are independent of each other, so that what they
 * explain one by one, by lines of their own, has as many times the noise as they are many.
 *
 * @param explained by lines through all futures
 * @returns null in another design, or where scrambles have few futures
 */
function explainedByTurns(
  counted: Counted,
  { outcome, values, of, terms }: Classed,
  explained: number,
): number | null {
  if (typeof counted.replicate === 'number') return null
  const { of: fold, count: folds } = foldsOf(counted)
  if (folds < 2 || outcome.length < FUTURES * terms * folds) return null
  let classes = 0
  for (let i = 0; i < of.length; i++) if (of[i] >= classes) classes = of[i] + 1
  const parts = new Uint16Array(of.length)
  const sizes = Array.from({ length: folds * classes }, () => 0)
  for (let i = 0; i < parts.length; i++) {
    const at = fold[i] * classes + of[i]
    parts[i] = at
    sizes[at]++
  }
  const lines = linesOf(values, outcome, parts, sizes)
  let alone = 0
  for (let one = 0; one < folds; one++) {
    const [from, to] = [one * classes, (one + 1) * classes]
    let [count, mean, sum] = [0, 0, 0]
    for (let at = from; at < to; at++) {
      if (sizes[at] === 0) continue
      count += sizes[at]
      const off = lines.means[at] - mean
      mean += (off * sizes[at]) / count
      sum += sizes[at] * off * (lines.means[at] - mean) + lines.explained[at]
    }
    alone += (sum * outcome.length) / count / folds
  }
  return (folds * explained - alone) / (folds - 1)
}

/** A straight line of the outcome in each class, and the sum of squares its slope explains; level where the belief has one value there. */
function linesOf(
  values: Float64Array,
  outcome: Float64Array,
  of: Uint16Array,
  sizes: readonly number[],
) {
  const classes = sizes.length
  const [middles, means] = [new Float64Array(classes), new Float64Array(classes)]
  for (let i = 0; i < of.length; i++) {
    const at = of[i]
    middles[at] += values[i]
    means[at] += outcome[i]
  }
  for (let at = 0; at < classes; at++) {
    middles[at] /= sizes[at]
    means[at] /= sizes[at]
  }
  const [squares, products] = [new Float64Array(classes), new Float64Array(classes)]
  for (let i = 0; i < of.length; i++) {
    const at = of[i]
    const off = values[i] - middles[at]
    squares[at] += off * off
    products[at] += off * (outcome[i] - means[at])
  }
  const slopes = products.map((one, at) =>
    isWide(squares[at], middles[at], sizes[at]) ? one / squares[at] : 0,
  )
  const explained = slopes.map((slope, at) => slope * products[at])
  return { middles, means, slopes, explained }
}

/** Whether values of a class differ by more than their rounding. */
function isWide(squares: number, middle: number, size: number): boolean {
  return size > 2 && squares > 1e-20 * size * middle * middle && squares > 0
}
