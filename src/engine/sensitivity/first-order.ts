import { pow } from '../math.ts'
import { meanOf } from '../statistics/moments.ts'
import { classesOf } from './classes.ts'
import {
  apartBy,
  type Counted,
  type Estimate,
  estimateOf,
  type Folds,
  foldsOf,
  WORTH,
} from './counted.ts'

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
  const classed = {
    outcome,
    values,
    of,
    mean: meanOf(outcome),
    middles: middlesOf(values, order, sizes),
  }
  const turns = turnsOf(counted)
  const byTurn = sumsOf(classed, turns)
  const lines = linesOf(classed, togetherOf(byTurn, turns.count))
  const all = lines.squares
  const terms = sizes.length + lines.slopes.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0)
  const free = count - terms
  if (!(all > 0) || free < 1) return { value: 0, error: null, apart: 0 }
  const canTurn = turns.count > 1 && count >= FUTURES * terms * turns.count
  const within = Math.max(0, all - lines.explained)
  const value = canTurn
    ? explainedByTurns(classed, byTurn, turns.count, lines) / all
    : 1 - (within / free / all) * (count - 1)
  // What remains where there is no influence: the noise of the lines.
  const floor = ((1 - value) * Math.sqrt(2 * (terms - 1))) / count
  if (value < WORTH * floor) return { value, error: floor, apart: apartBy(value, floor) }
  return estimateOf(counted, value, partsOf(classed, lines, value), floor)
}

/** So many futures of a scramble for each term, lest its lines be noise. */
const FUTURES = 5

/** Futures in classes of a belief. Sums are of what is off a value near by, lest they lose digits. */
interface Classed {
  readonly outcome: Float64Array
  readonly values: Float64Array
  readonly of: Uint16Array
  /** Of the outcome over all. */
  readonly mean: number
  /** A value of the belief in each class. */
  readonly middles: Float64Array
}

function middlesOf(
  values: Float64Array,
  order: Int32Array,
  sizes: readonly number[],
): Float64Array {
  let from = 0
  return Float64Array.from(sizes, (size) => {
    const middle = values[order[from + (size >> 1)]]
    from += size
    return middle
  })
}

/** The turn each future is in: scrambles, where the design has them; else all are in one. */
function turnsOf(counted: Counted): Folds {
  if (typeof counted.replicate === 'object') return foldsOf(counted)
  return { of: new Uint8Array(counted.at.length), count: 1 }
}

/** Of each class: futures, and sums of the belief, the outcome, their squares and their product. */
const SUMS = 6
const [COUNT, X, Y, XX, XY, YY] = [0, 1, 2, 3, 4, 5]

/** The sums of every class, turn by turn. */
function sumsOf({ outcome, values, of, mean, middles }: Classed, turns: Folds): Float64Array {
  const sums = new Float64Array(SUMS * middles.length * turns.count)
  for (let i = 0; i < of.length; i++) {
    const x = values[i] - middles[of[i]]
    const y = outcome[i] - mean
    const at = SUMS * (turns.of[i] * middles.length + of[i])
    sums[at + COUNT]++
    sums[at + X] += x
    sums[at + Y] += y
    sums[at + XX] += x * x
    sums[at + XY] += x * y
    sums[at + YY] += y * y
  }
  return sums
}

function togetherOf(byTurn: Float64Array, turns: number): Float64Array {
  const sums = byTurn.slice(0, byTurn.length / turns)
  for (let i = sums.length; i < byTurn.length; i++) sums[i % sums.length] += byTurn[i]
  return sums
}

/** Straight lines of the outcome, one in each class. */
interface Lines {
  /** Of futures. */
  readonly count: number
  /** About the mean of the outcome, and the part of them that the lines explain. */
  readonly squares: number
  readonly explained: number
  /** Of each line; 0 where the belief has one value. */
  readonly slopes: Float64Array
  /** What each line is at the value near by, off the mean of all. */
  readonly levels: Float64Array
}

function linesOf({ middles }: Classed, sums: Float64Array): Lines {
  const [slopes, levels] = [new Float64Array(middles.length), new Float64Array(middles.length)]
  let [count, total, squares, explained] = [0, 0, 0, 0]
  for (let at = 0; at < middles.length; at++) {
    const from = SUMS * at
    const here = sums[from + COUNT]
    if (here === 0) continue
    const x = sums[from + X] / here
    const y = sums[from + Y] / here
    const own = sums[from + XX] - x * sums[from + X]
    const products = sums[from + XY] - x * sums[from + Y]
    if (isWide(own, middles[at] + x, here)) slopes[at] = products / own
    levels[at] = y - slopes[at] * x
    count += here
    total += sums[from + Y]
    squares += sums[from + YY]
    explained += y * sums[from + Y] + slopes[at] * products
  }
  const ofMean = (total * total) / count
  return { count, squares: squares - ofMean, explained: explained - ofMean, slopes, levels }
}

/** Whether values of a class differ by more than their rounding. */
function isWide(squares: number, middle: number, size: number): boolean {
  return size > 2 && squares > 1e-20 * size * middle * middle && squares > 0
}

/**
 * The sum of squares explained, less noise, where scrambles take turns. Each is even, so that lines
 * have less noise than Kelley takes off; but scrambles are independent of each other, so that what they
 * explain one by one, by lines of their own, has as many times the noise as they are many.
 */
function explainedByTurns(
  classed: Classed,
  byTurn: Float64Array,
  turns: number,
  { count, explained }: Lines,
): number {
  const size = byTurn.length / turns
  let alone = 0
  for (let turn = 0; turn < turns; turn++) {
    const own = linesOf(classed, byTurn.subarray(turn * size, (turn + 1) * size))
    alone += (own.explained * count) / own.count / turns
  }
  return (turns * explained - alone) / (turns - 1)
}

/** By how much each future moves the index. */
function partsOf(
  { outcome, values, of, mean, middles }: Classed,
  { count, squares, slopes, levels }: Lines,
  value: number,
): Float64Array {
  const parts = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const off = outcome[i] - mean
    const rest = off - levels[of[i]] - slopes[of[i]] * (values[i] - middles[of[i]])
    parts[i] = (((1 - value) * off * off - rest * rest) * count) / squares
  }
  return parts
}
