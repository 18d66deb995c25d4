import { apartBy, type Counted, errorOf, type Estimate, WORTH } from './counted.ts'

/** A part of a column’s variance that is less than this is none: others account for all of it. */
const COLLINEAR = 1e-9
const ROUNDING = 1e-10

/** A standardised linear regression. */
export interface Regression {
  /** Per column: null where others account for all of it, or it does not vary. */
  readonly coefficients: readonly (Estimate | null)[]
  /** Correlation of each column with the outcome. */
  readonly correlations: readonly number[]
  /** The part of the outcome’s variance that the regression accounts for. */
  readonly rSquared: number
}

/**
 * Coefficients of a linear regression, each in standard deviations of the outcome per standard
 * deviation of its column, with errors that hold where the spread differs (White 1980) and count that
 * both deviations are estimated. Columns go in in their order; one that those before it account for is
 * left out. Yields between pieces.
 *
 * @param columns of futures that count
 */
export function* regressionOf(
  counted: Counted,
  outcome: Float64Array,
  columns: readonly Float64Array[],
): Generator<void, Regression> {
  const scaled = columns.map(standardised)
  const target = standardised(outcome)
  const used: number[] = []
  const none = { coefficients: columns.map(() => null), correlations: columns.map(() => 0) }
  if (!target) return { ...none, rSquared: 0 }
  const correlations = scaled.map((column) => (column ? dot(column, target) / target.length : 0))
  const lower: number[][] = []
  for (let k = 0; k < scaled.length; k++) {
    const own = scaled[k]
    const row = own && choleskyRow(scaled, used, lower, own)
    if (row) {
      lower.push(row)
      used.push(k)
    }
    yield
  }
  const solution = solved(
    lower,
    used.map((k) => correlations[k]),
  )
  const rest = target.slice()
  used.forEach((k, at) => addTo(rest, scaled[k], -solution[at]))
  const rSquared = 1 - dot(rest, rest) / rest.length
  const coefficients: (Estimate | null)[] = columns.map(() => null)
  for (let at = 0; at < used.length; at++) {
    const direction = solved(
      lower,
      used.map((_, i) => (i === at ? 1 : 0)),
    )
    const usual = Math.sqrt(
      (Math.max(0, 1 - rSquared) * direction[at]) / Math.max(1, rest.length - used.length - 1),
    )
    coefficients[used[at]] = withError(solution[at], usual, () => {
      const parts = new Float64Array(rest.length)
      used.forEach((k, i) => addTo(parts, scaled[k], direction[i]))
      const [own, half] = [scaled[used[at]] ?? target, solution[at] / 2]
      // Both standard deviations are those of these futures, and known no better.
      return errorOf(
        counted,
        parts.map((part, i) => part * rest[i] + half * (own[i] * own[i] - target[i] * target[i])),
      )
    })
    yield
  }
  return { coefficients, correlations, rSquared }
}

function withError(value: number, usual: number, byDesign: () => number | null): Estimate {
  const isWorth = Math.abs(value) > WORTH * usual
  const error = isWorth ? (byDesign() ?? usual) : usual
  // What rounding leaves of a fit that is exact is no effect.
  return { value, error, apart: apartBy(value, Math.max(error, usual, ROUNDING)) }
}

/** With mean 0 and variance 1; null for one that does not vary. */
function standardised(values: Float64Array): Float64Array | null {
  let mean = 0
  for (const value of values) mean += value / values.length
  let square = 0
  for (const value of values) square += (value - mean) * (value - mean)
  const spread = Math.sqrt(square / values.length)
  return spread > 1e-12 * Math.max(1e-300, Math.abs(mean))
    ? values.map((value) => (value - mean) / spread)
    : null
}

/** The next row of the triangle whose square is the columns’ correlations; null for one without a part of its own. */
function choleskyRow(
  scaled: readonly (Float64Array | null)[],
  used: readonly number[],
  lower: readonly (readonly number[])[],
  column: Float64Array,
): number[] | null {
  const row: number[] = []
  let left = 1
  for (let at = 0; at < used.length; at++) {
    let sum = dot(scaled[used[at]], column) / column.length
    for (let i = 0; i < at; i++) sum -= row[i] * lower[at][i]
    row.push(sum / lower[at][at])
    left -= row[at] * row[at]
  }
  return left > COLLINEAR ? [...row, Math.sqrt(left)] : null
}

/** The solution of the equations whose matrix is the triangle times itself turned over. */
function solved(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = right.slice()
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i] -= lower[i][j] * x[j]
    x[i] /= lower[i][i]
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i] -= lower[j][i] * x[j]
    x[i] /= lower[i][i]
  }
  return x
}

function dot(a: Float64Array | null, b: Float64Array): number {
  let sum = 0
  if (a) for (let i = 0; i < b.length; i++) sum += a[i] * b[i]
  return sum
}

function addTo(sum: Float64Array, column: Float64Array | null, times: number): void {
  if (column) for (let i = 0; i < sum.length; i++) sum[i] += times * column[i]
}
