import { type Counted, foldsOf } from './counted.ts'

/** What is added to the diagonal of the equations, lest columns that say the same blow up. */
const RIDGE = 1e-6
/** Futures there must be for each coefficient. */
const ENOUGH = 10
/** Products of pairs are taken among so few columns. */
const FEW = 6

/**
 * The best guess of the outcome from some columns together, for each future from others than itself:
 * least squares on each column, its square and, among few, products of pairs, fitted on the other
 * half of the futures. Yields between pieces.
 *
 * @param columns of futures that count
 * @returns null where the futures are too few
 */
export function* jointGuess(
  counted: Counted,
  outcome: Float64Array,
  columns: readonly Float64Array[],
): Generator<void, Float64Array | null> {
  const features = featuresOf(columns)
  const count = outcome.length
  if (features.length === 0 || count < 2 * ENOUGH * features.length) return null
  const { of } = foldsOf(counted)
  const guess = new Float64Array(count)
  for (const half of [0, 1]) {
    const inside: number[] = []
    for (let i = 0; i < count; i++) if (of[i] % 2 !== half) inside.push(i)
    if (inside.length < 2 || inside.length === count) return null
    const weights = yield* fitted(features, outcome, inside)
    for (let i = 0; i < count; i++) {
      if (of[i] % 2 !== half) continue
      let sum = weights[features.length]
      for (let k = 0; k < features.length; k++) sum += weights[k] * features[k][i]
      guess[i] = sum
    }
  }
  return guess
}

/** Columns, squares where they have more than two values, and products of pairs, all with mean 0 and variance 1. */
function featuresOf(columns: readonly Float64Array[]): Float64Array[] {
  const linear = columns.flatMap((column) => scaled(column) ?? [])
  // The square of what has two values says nothing new: it does not vary.
  const squares = linear.flatMap((column) => scaled(column.map((x) => x * x)) ?? [])
  const products =
    linear.length > FEW
      ? []
      : linear.flatMap((one, i) =>
          linear.slice(i + 1).flatMap((other) => scaled(one.map((x, at) => x * other[at])) ?? []),
        )
  return [...linear, ...squares, ...products]
}

function scaled(values: Float64Array): Float64Array | null {
  let mean = 0
  for (const value of values) mean += value / values.length
  let square = 0
  for (const value of values) square += (value - mean) * (value - mean)
  const spread = Math.sqrt(square / values.length)
  if (!(spread > 1e-9 * (1 + Math.abs(mean)))) return null
  return values.map((value) => (value - mean) / spread)
}

/** Weights of the features and, last, of 1: those of least squares over some futures. */
function* fitted(
  features: readonly Float64Array[],
  outcome: Float64Array,
  inside: readonly number[],
): Generator<void, number[]> {
  const count = features.length
  const all = features.map((one) => Float64Array.from(inside, (i) => one[i]))
  all.push(new Float64Array(inside.length).fill(1))
  const target = Float64Array.from(inside, (i) => outcome[i])
  const matrix: number[][] = []
  for (let a = 0; a <= count; a++) {
    const row = all.map((other, b) => (b <= a ? dot(all[a], other) / inside.length : 0))
    row[a] += a < count ? RIDGE : 0
    matrix.push([...row, dot(all[a], target) / inside.length])
    yield
  }
  return solvedByElimination(matrix)
}

/** A symmetric system of which the lower triangle and, last, the right side are given. */
function solvedByElimination(matrix: number[][]): number[] {
  const size = matrix.length
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) matrix[b][a] = matrix[a][b]
  for (let k = 0; k < size; k++) {
    for (let i = k + 1; i < size; i++) {
      const times = matrix[i][k] / matrix[k][k]
      for (let j = k; j <= size; j++) matrix[i][j] -= times * matrix[k][j]
    }
  }
  const x = Array.from({ length: size }, () => 0)
  for (let k = size - 1; k >= 0; k--) {
    let rest = matrix[k][size]
    for (let j = k + 1; j < size; j++) rest -= matrix[k][j] * x[j]
    x[k] = rest / matrix[k][k]
  }
  return x
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
