import { meanOf } from '../statistics/moments.ts'
import { tenthsOf } from './classes.ts'
import { apartBy, type Counted, errorOf, type Estimate, estimateOf, WORTH } from './counted.ts'

/** The outcome where a belief is at one end. */
export interface SwingEnd {
  /** The middle of the belief’s values there. */
  readonly at: number
  readonly value: number
  readonly error: number | null
}

/** From the futures in which a belief is in its lowest tenth to those in which it is in its highest. */
export interface Swing {
  readonly low: SwingEnd
  readonly high: SwingEnd
  /** High less low. */
  readonly size: Estimate
  /** How many standard errors the ends, or one of them and the mean over all, are apart. */
  readonly apart: number
}

/**
 * Means of an outcome in the lowest and in the highest tenth of a belief; of an event where it does
 * not happen and where it does. Equal values stay together: a tenth may be more than one.
 *
 * @param values not all alike
 * @param order futures, lowest value first
 */
export function swingOf(
  counted: Counted,
  outcome: Float64Array,
  values: Float64Array,
  order: Int32Array,
): Swing {
  const { low, high } = tenthsOf(values, order)
  const [below, above] = [
    endOf(outcome, values, order, 0, low),
    endOf(outcome, values, order, order.length - high, order.length),
  ]
  const mean = meanOf(outcome)
  const value = above.value - below.value
  const error = Math.sqrt(
    (below.error ?? 0) * (below.error ?? 0) + (above.error ?? 0) * (above.error ?? 0),
  )
  const apart = Math.max(
    apartBy(value, error),
    ...[below, above].map((end) => apartBy(end.value - mean, end.error ?? Infinity)),
  )
  if (apart > WORTH) return byDesign(counted, outcome, { low: below, high: above }, mean)
  const [lower, higher] = [below, above].map(({ at, value: level, error: its }) => ({
    at,
    value: level,
    error: its,
  }))
  return { low: lower, high: higher, size: { value, error, apart }, apart }
}

/** The same with errors by the design. */
function byDesign(
  counted: Counted,
  outcome: Float64Array,
  { low, high }: { readonly low: End; readonly high: End },
  mean: number,
): Swing {
  const parts = [low, high].map((end) => partsOf(outcome, end))
  const both = lessOf(parts[1], parts[0])
  const size = estimateOf(counted, high.value - low.value, both)
  const about = new Float64Array(outcome.length)
  for (let i = 0; i < about.length; i++) about[i] = outcome[i] - mean
  const off = [low, high].map(({ value }, at) =>
    estimateOf(counted, value - mean, lessOf(parts[at], about)),
  )
  const [below, above] = [low, high].map(({ at, value, some }, index) => ({
    at,
    value,
    error: some.length < 2 ? null : errorOf(counted, parts[index]),
  }))
  return {
    low: below,
    high: above,
    size,
    apart: Math.max(size.apart, ...off.map((one) => one.apart)),
  }
}

function lessOf(a: Float64Array, b: Float64Array): Float64Array {
  const found = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) found[i] = a[i] - b[i]
  return found
}

interface End extends SwingEnd {
  /** The futures there. */
  readonly some: Int32Array
  /** By how much its mean is beyond that at its inner edge, which lies where these futures have it. */
  readonly beyondEdge: number
}

/** One end, from one place of the order to before another, with the error of independent trials. */
function endOf(
  outcome: Float64Array,
  values: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
): End {
  const some = order.subarray(from, to)
  const size = some.length
  const value = meanAt(outcome, some)
  const beyondEdge = value - edgeOf(outcome, values, order, from, to, value)
  let squares = 0
  for (let k = 0; k < size; k++) {
    const off = outcome[some[k]] - value
    squares += off * off
  }
  const byEdge = beyondEdge * beyondEdge * (1 - size / order.length)
  const error = size < 2 ? null : Math.sqrt((squares / (size - 1) + byEdge) / size)
  const middle = (size - 1) / 2
  const at = (values[some[Math.floor(middle)]] + values[some[Math.ceil(middle)]]) / 2
  return { at, value, error, some, beyondEdge }
}

/** The mean about the inner edge of an end; its own where values jump there, and no other draw moves the edge. */
function edgeOf(
  outcome: Float64Array,
  values: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
  own: number,
): number {
  const reach = Math.floor((to - from) / 4)
  const [edge, inner, next] = from === 0 ? [to, to - 1, to - 2] : [from, from, from + 1]
  if (reach < 1 || values[order[inner]] === values[order[next]]) return own
  return meanAt(outcome, order.subarray(edge - reach, edge + reach))
}

function meanAt(outcome: Float64Array, some: Int32Array): number {
  let sum = 0
  for (let k = 0; k < some.length; k++) sum += outcome[some[k]]
  return sum / some.length
}

/** By how much each future moves the mean of an end: those in it by their outcome, all by where it ends. */
function partsOf(outcome: Float64Array, { value, some, beyondEdge }: End): Float64Array {
  const parts = new Float64Array(outcome.length).fill(-beyondEdge)
  const weight = outcome.length / some.length
  for (const i of some) parts[i] += (outcome[i] - value + beyondEdge) * weight
  return parts
}
