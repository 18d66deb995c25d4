import {
  curveOf,
  endSlopes,
  fitCoefficients,
  risesEverywhere,
} from '../engine/distributions/metalog-curve.ts'
import { scaleOf } from '../engine/distributions/metalog-scale.ts'
import { mean as meanOf, type Distribution, quantile } from '../engine/distributions/index.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'

/** What trials come to. */
export interface MarginFigures {
  readonly mean: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/** A quantile function that stands for trials, and how far it is from them. */
export type Margin = {
  /** Its own figures, for those of the trials. */
  readonly figures: MarginFigures
} & (
  | {
      readonly kind: 'metalog'
      /** Keelin's a1, a2, …. */
      readonly coefficients: readonly number[]
      readonly lower?: number
      readonly upper?: number
    }
  | {
      readonly kind: 'steps'
      /** Rising shares, each with the value from the one before up to it; the last share is 1. */
      readonly rows: readonly (readonly [share: number, value: number])[]
    }
)

const SHARES = [
  0.001,
  0.0025,
  0.005,
  ...Array.from({ length: 99 }, (_, k) => (k + 1) / 100),
  0.995,
  0.9975,
  0.999,
]
/** Equal values in more trials than this are an atom, which no smooth curve has. */
const ATOM = 0.005
/** Farthest that a curve may lie from a quantile, in the distance from P10 to P90, and what few trials add. */
const FARTHEST = 0.02
const BY_CHANCE = 0.5
const TERMS = [3, 4, 5, 6, 7, 8, 9, 10]
const STEPS = 200

/** Mean and quantiles of trials. */
export function figuresOf(sorted: Float64Array): MarginFigures {
  const at = (p: number) => quantileOf(sorted, p)
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  return { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/**
 * A metalog where one comes near enough, steps where values recur or none does.
 *
 * @param sorted trials, lowest first
 * @param range within which they must lie
 */
export function marginOf(sorted: Float64Array, range: readonly [number, number]): Margin {
  return (
    (longestTie(sorted) > ATOM * sorted.length ? null : metalogOf(sorted, range)) ?? stepsOf(sorted)
  )
}

/** The longest run of equal trials. */
function longestTie(sorted: Float64Array): number {
  let longest = 0
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (end < sorted.length && sorted[end] === sorted[start]) end++
    longest = Math.max(longest, end - start)
    start = end
  }
  return longest
}

/** The nearest of several that is near enough: fewer terms where more gain little. */
function metalogOf(sorted: Float64Array, range: readonly [number, number]): Margin | null {
  const points = SHARES.map((p) => ({ p, value: quantileOf(sorted, p) }))
  let best: { readonly miss: number; readonly margin: Margin } | null = null
  for (const bounds of boundsFor(sorted, range)) {
    for (const terms of TERMS) {
      const found = fitted(sorted, points, bounds, terms)
      if (found && found.miss < 0.9 * (best?.miss ?? Infinity)) best = found
    }
  }
  const most = FARTHEST + BY_CHANCE / Math.sqrt(sorted.length)
  return best && best.miss <= most ? best.margin : null
}

interface Bounds {
  readonly lower?: number
  readonly upper?: number
}

/** Both bounds only above 0: readers disagree on how others count. */
function boundsFor(sorted: Float64Array, [low, high]: readonly [number, number]): Bounds[] {
  const above = Number.isFinite(low) && sorted[0] > low
  const below = Number.isFinite(high) && sorted[sorted.length - 1] < high
  return [
    {},
    ...(above ? [{ lower: low }] : []),
    ...(below ? [{ upper: high }] : []),
    ...(above && below && low === 0 ? [{ lower: low, upper: high }] : []),
  ]
}

function fitted(
  sorted: Float64Array,
  points: readonly { readonly p: number; readonly value: number }[],
  { lower, upper }: Bounds,
  terms: number,
): { readonly miss: number; readonly margin: Margin } | null {
  const scale = scaleOf(lower, upper)
  const inward = points.map(({ p, value }) => ({ p, value: scale.inward(value) }))
  const coefficients = fitCoefficients(inward, terms)
  const curve = curveOf(coefficients)
  const [start, end] = endSlopes(curve)
  const hasMean =
    (lower === undefined || upper !== undefined || end < 0.5) &&
    (upper === undefined || lower !== undefined || start < 0.5)
  if (!hasMean || !risesEverywhere(curve)) return null
  const bounds = { ...(lower !== undefined && { lower }), ...(upper !== undefined && { upper }) }
  const distribution: Distribution = { kind: 'metalog', coefficients, ...bounds }
  const at = quantile(distribution)
  const mean = meanOf(distribution)
  const trials = figuresOf(sorted)
  const width = trials.p90 - trials.p10
  const miss = points.reduce(
    (most, { p, value }) => (p < 0.01 || p > 0.99 ? most : Math.max(most, Math.abs(at(p) - value))),
    Math.abs(mean - trials.mean),
  )
  const figures = { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
  return { miss: miss / width, margin: { kind: 'metalog', coefficients, ...bounds, figures } }
}

/** Equal values stay together; others are taken together as their average. */
function stepsOf(sorted: Float64Array): Margin {
  const count = sorted.length
  const size = count / STEPS
  const rows: [share: number, value: number][] = []
  let from = 0
  const close = (until: number) => {
    if (until === from) return
    const part = sorted.subarray(from, until)
    const isOne = part[0] === part[part.length - 1]
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length
    rows.push([until / count, isOne ? part[0] : mean])
    from = until
  }
  for (let start = 0; start < count;) {
    let end = start + 1
    while (end < count && sorted[end] === sorted[start]) end++
    if (end - start >= size) close(start)
    if (end - from >= size) close(end)
    start = end
  }
  close(count)
  const at = (p: number) => rows.find(([share]) => share >= p)?.[1] ?? sorted[count - 1]
  const { mean } = figuresOf(sorted)
  return { kind: 'steps', rows, figures: { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) } }
}
