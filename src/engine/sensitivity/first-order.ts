import { pow } from '../math.ts'
import { classesOf } from './classes.ts'
import { apartBy, type Counted, type Estimate, estimateOf, foldsOf, WORTH } from './counted.ts'

/** Classes for so many futures: their number times the noise of each, and what bends within them, both small. */
export function classesFor(count: number): number {
  return Math.max(2, Math.min(24, Math.round(pow(count, 1 / 3))))
}

/**
 * The first-order Sobol index from the futures at hand: the part of the outcome’s variance that
 * goes with the mean of the outcome given the belief, from a straight line in each class of the belief
 * (of its means alone, the correlation ratio of Pearson 1905, what a class is wide is lost), less what
 * lines without influence would have (Kelley 1935). Below 0 by chance where there is none.
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
  const lines = linesOf(of, sizes.length, values, outcome)
  const mean = lines.reduce((sum, { n, y }) => sum + (n * y) / count, 0)
  const coefficients = lines.reduce((sum, { slope }) => sum + (slope === 0 ? 1 : 2), 0)
  const offs = outcome.map((one) => (one - mean) * (one - mean))
  const rests = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const { x, y, slope } = lines[of[i]]
    const rest = outcome[i] - y - slope * (values[i] - x)
    rests[i] = rest * rest
  }
  const [all, within] = [sumOf(offs), sumOf(rests)]
  const free = count - coefficients
  if (!(all > 0) || free < 1) return { value: 0, error: null, apart: 0 }
  const value =
    turnsShare(counted, outcome, values, of, { explained: all - within, all, coefficients }) ??
    1 - (within / free / all) * (count - 1)
  // What remains where there is no influence: the noise of the lines.
  const floor = ((1 - value) * Math.sqrt(2 * (coefficients - 1))) / count
  if (value < WORTH * floor) return { value, error: floor, apart: apartBy(value, floor) }
  const parts = offs.map((off, i) => ((1 - value) * off - rests[i]) / (all / count))
  return estimateOf(counted, value, parts, floor)
}

/** Futures of a scramble for each coefficient, lest its lines be noise. */
const FUTURES = 5

/**
 * The same where scrambles take turns: what one of them explains by its own lines is by as much noise
 * more than what all do as they are many, however even each is; Kelley’s takes off too much there.
 *
 * @returns null where there are none, or each has too few futures
 */
function turnsShare(
  counted: Counted,
  outcome: Float64Array,
  values: Float64Array,
  of: Uint16Array,
  { explained, all, coefficients }: Record<'explained' | 'all' | 'coefficients', number>,
): number | null {
  if (typeof counted.replicate === 'number') return null
  const { of: fold, count: folds } = foldsOf(counted)
  if (folds < 2 || outcome.length < FUTURES * coefficients * folds) return null
  const classes = of.reduce((most, at) => Math.max(most, at + 1), 0)
  const lines = linesOf(
    of.map((at, i) => fold[i] * classes + at),
    folds * classes,
    values,
    outcome,
  )
  let alone = 0
  for (let one = 0; one < folds; one++) {
    const own = lines.slice(one * classes, (one + 1) * classes)
    const count = own.reduce((sum, { n }) => sum + n, 0)
    alone += (explainedBy(own, count) * outcome.length) / count / folds
  }
  return (folds * explained - alone) / (folds - 1) / all
}

/** A straight line in one class: how many futures, their means, and its slope. */
interface Line {
  n: number
  x: number
  y: number
  slope: number
  /** The sum of squares its slope explains. */
  explained: number
}

function linesOf(
  of: Uint16Array,
  count: number,
  values: Float64Array,
  outcome: Float64Array,
): Line[] {
  const lines = Array.from({ length: count }, (): Line => ({
    n: 0,
    x: 0,
    y: 0,
    slope: 0,
    explained: 0,
  }))
  for (let i = 0; i < values.length; i++) {
    const line = lines[of[i]]
    line.n++
    line.x += (values[i] - line.x) / line.n
    line.y += (outcome[i] - line.y) / line.n
  }
  const squares = new Float64Array(count)
  for (let i = 0; i < values.length; i++) {
    const line = lines[of[i]]
    const off = values[i] - line.x
    squares[of[i]] += off * off
    line.slope += off * (outcome[i] - line.y)
  }
  lines.forEach((line, at) => {
    if (!(squares[at] > 0)) return
    line.explained = (line.slope * line.slope) / squares[at]
    line.slope /= squares[at]
  })
  return lines
}

/** The sum of squares that lines explain. */
function explainedBy(lines: readonly Line[], count: number): number {
  const mean = lines.reduce((sum, { n, y }) => sum + (n * y) / count, 0)
  return lines.reduce(
    (sum, { n, y, explained }) => sum + n * (y - mean) * (y - mean) + explained,
    0,
  )
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
