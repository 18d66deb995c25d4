/** Rounds of projection; a matrix far from any correlation matrix needs some tens. */
const ROUNDS = 500
const SWEEPS = 60

/**
 * The correlation matrix (positive semidefinite, 1 on its diagonal) nearest to a symmetric one, in
 * the sum of squares of differences: alternating projections with Dykstra's correction (Higham
 * 2002, "Computing the nearest correlation matrix").
 *
 * @param matrix symmetric, at least 1 × 1
 * @returns entries that make a positive semidefinite matrix to within rounding, 1 on the diagonal
 * @throws unless the matrix is square and symmetric
 */
export function nearestCorrelation(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  matrix.forEach((row, i) => {
    const uneven = row.findIndex((entry, j) => !(entry === matrix[j]?.[i]))
    if (row.length === size && uneven < 0) return
    throw new Error('a correlation matrix is square and symmetric, and this one is not')
  })
  let y = matrix.map((row) => [...row])
  let correction = matrix.map((row) => row.map(() => 0))
  for (let round = 0; round < ROUNDS; round++) {
    const shifted = y.map((row, i) => row.map((entry, j) => entry - correction[i][j]))
    const x = positivePart(shifted)
    correction = x.map((row, i) => row.map((entry, j) => entry - shifted[i][j]))
    const next = x.map((row, i) => row.map((entry, j) => (i === j ? 1 : entry)))
    const moved = Math.max(...next.flatMap((row, i) => row.map((e, j) => Math.abs(e - y[i][j]))))
    y = next
    if (moved < 1e-14) break
  }
  return unitDiagonal(positivePart(y))
}

/** The symmetric matrix without its negative eigenvalues. */
function positivePart(matrix: readonly (readonly number[])[]): number[][] {
  const { values, vectors } = eigen(matrix)
  return matrix.map((row, i) =>
    row.map((_, j) =>
      values.reduce((sum, value, k) => {
        return value > 0 ? sum + value * vectors[i][k] * vectors[j][k] : sum
      }, 0),
    ),
  )
}

function unitDiagonal(matrix: readonly (readonly number[])[]): number[][] {
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]))
  return matrix.map((row, i) =>
    row.map((entry, j) => (i === j ? 1 : Math.min(1, Math.max(-1, entry * scale[i] * scale[j])))),
  )
}

/**
 * Eigenvalues and eigenvectors (in columns) of a symmetric matrix by Jacobi's rotations (Golub and
 * Van Loan, section 8.5).
 */
export function eigen(matrix: readonly (readonly number[])[]): {
  readonly values: readonly number[]
  readonly vectors: readonly (readonly number[])[]
} {
  const a = matrix.map((row) => [...row])
  const v = a.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) {
        off = Math.max(off, Math.abs(a[p][q]))
        rotate(a, v, p, q)
      }
    }
    if (off < 1e-15) break
  }
  return { values: a.map((row, i) => row[i]), vectors: v }
}

/** Makes one entry off the diagonal 0. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < a.length; k++) {
    const [left, right] = [a[k][p], a[k][q]]
    a[k][p] = c * left - s * right
    a[k][q] = s * left + c * right
  }
  for (let k = 0; k < a.length; k++) {
    const [upper, lower] = [a[p][k], a[q][k]]
    a[p][k] = c * upper - s * lower
    a[q][k] = s * upper + c * lower
    const [left, right] = [v[k][p], v[k][q]]
    v[k][p] = c * left - s * right
    v[k][q] = s * left + c * right
  }
}
