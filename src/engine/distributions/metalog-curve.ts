import { leastSquares } from '../least-squares.ts'
import { log } from '../math.ts'
import type { Percentile } from './family.ts'

/** The largest value of (p − ½) + p·(1 − p)·ln(p/(1 − p)): a third term may outweigh the second by its inverse. */
const STEEPEST = 0.5998393201288669

/**
 * Keelin's (2016) quantile curve A(c) + y·B(c) with c = p − ½ and y = ln(p/(1 − p)): polynomials
 * that take its terms in turn, a1, a4, a5, a7, … and a2, a3, a6, a8, …
 */
export interface MetalogCurve {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** Value, first and second derivative of a curve over y. */
export type CurveJet = [value: number, first: number, second: number]

/** The curve of Keelin's coefficients a1, a2, …, at least two. */
export function curveOf(coefficients: readonly number[]): MetalogCurve {
  const [first, second, ...rest] = coefficients
  const [a, b] = [[first], [second]]
  rest.forEach((coefficient, i) => {
    // a3 is the second of B and a4 that of A; from a5 on they take turns the other way round.
    const toB = i === 0 || (i > 1 && i % 2 === 1)
    ;(toB ? b : a).push(coefficient)
  })
  return { a, b }
}

/** The terms of the curve at p, given exactly from both sides. */
function termsAt(lower: number, upper: number, count: number): number[] {
  const c = (lower - upper) / 2
  const y = log(lower) - log(upper)
  const terms = [1, y, c * y, c]
  for (let k = 5; k <= count; k++) {
    let power = 1
    for (let i = 0; i < (k - 1) >> 1; i++) power *= c
    terms.push(k % 2 === 1 ? power : y * power)
  }
  return terms.slice(0, count)
}

/**
 * The coefficients of `count` terms nearest to these percentiles by least squares; through them
 * where there are as many. A symmetric triplet has a closed form (Keelin 2016, section 5).
 */
export function fitCoefficients(points: readonly Percentile[], count: number): number[] {
  if (points.length === 3 && count === 3 && isSymmetric(points)) return tripletCoefficients(points)
  const rows = points.map(({ p }) => termsAt(p, 1 - p, count))
  return leastSquares(
    rows,
    points.map(({ value }) => value),
  )
}

function isSymmetric([low, middle, high]: readonly Percentile[]): boolean {
  return middle.p === 0.5 && Math.abs(low.p + high.p - 1) < 1e-15
}

function tripletCoefficients([low, middle, high]: readonly Percentile[]): number[] {
  const width = high.value - low.value
  const logit = log(1 - low.p) - log(low.p)
  const r = (middle.value - low.value) / width
  const a3 = ((1 - 2 * r) * width) / ((1 - 2 * low.p) * logit)
  return [middle.value, width / (2 * logit), a3]
}

/** The curve at a share `lower` below and `upper` above. */
export function curveValue(curve: MetalogCurve, lower: number, upper: number): number {
  const c = (lower - upper) / 2
  return polynomial(curve.a, c) + (log(lower) - log(upper)) * polynomial(curve.b, c)
}

/** The curve and its derivatives over y. */
export function curveJet({ a, b }: MetalogCurve, lower: number, upper: number): CurveJet {
  const c = (lower - upper) / 2
  const y = log(lower) - log(upper)
  const weight = lower * upper
  const rise = derivative(a, c) + y * derivative(b, c)
  const bend = secondDerivative(a, c) + y * secondDerivative(b, c)
  const level = polynomial(b, c)
  return [
    polynomial(a, c) + y * level,
    weight * rise + level,
    weight * (weight * bend + 2 * derivative(b, c) - 2 * c * rise),
  ]
}

/** The curve and its first derivative over y, into `out`. */
export function curveTangent(
  { a, b }: MetalogCurve,
  lower: number,
  upper: number,
  out: [value: number, first: number],
): void {
  const c = (lower - upper) / 2
  const y = log(lower) - log(upper)
  const level = polynomial(b, c)
  out[0] = polynomial(a, c) + y * level
  out[1] = lower * upper * (derivative(a, c) + y * derivative(b, c)) + level
}

/** How steeply the curve ends over y at p = 0 and p = 1. */
export function endSlopes({ b }: MetalogCurve): readonly [number, number] {
  return [polynomial(b, -0.5), polynomial(b, 0.5)]
}

/** Whether the curve rises everywhere, as a quantile function must. */
export function risesEverywhere(curve: MetalogCurve): boolean {
  const { a, b } = curve
  if (a.length === 1 && b.length <= 2) {
    const [second, third = 0] = b
    return second > 0 && Math.abs(third) * STEEPEST < second
  }
  const [start, end] = endSlopes(curve)
  if (!(start >= 0 && end >= 0)) return false
  return grid.every(([lower, upper]) => curveJet(curve, lower, upper)[1] > 0)
}

/** Shares below and above, evenly spaced in y and dense enough for curves of ten terms. */
const grid: readonly (readonly [number, number])[] = Array.from({ length: 1201 }, (_, i) => {
  const score = (i - 600) / 600
  // A cubic spacing in p itself near 0 and 1 reaches 1e-12 in the tails.
  const lower = score < 0 ? 0.5 * cube(1 + score) : 1 - 0.5 * cube(1 - score)
  const upper = score < 0 ? 1 - lower : 0.5 * cube(1 - score)
  return [lower, upper] as const
}).filter(([lower, upper]) => lower > 0 && upper > 0)

function cube(x: number): number {
  return x * x * x
}

function polynomial(c: readonly number[], x: number): number {
  let sum = 0
  for (let i = c.length - 1; i >= 0; i--) sum = sum * x + c[i]
  return sum
}

function derivative(c: readonly number[], x: number): number {
  let sum = 0
  for (let i = c.length - 1; i >= 1; i--) sum = sum * x + i * c[i]
  return sum
}

function secondDerivative(c: readonly number[], x: number): number {
  let sum = 0
  for (let i = c.length - 1; i >= 2; i--) sum = sum * x + i * (i - 1) * c[i]
  return sum
}
