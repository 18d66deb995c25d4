/**
 * Coefficients x that make the rows' sums Σ row[k]·x[k] nearest to the targets in the sense of
 * least squares, by Householder's reflections (Golub and Van Loan, section 5.3).
 *
 * @param rows at least as many as there are coefficients, each of equal length
 * @param targets one per row
 * @throws where the rows do not determine the coefficients
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
): number[] {
  const count = rows[0].length
  if (rows.length < count) {
    throw new Error(`${count} coefficients need as many equations, got ${rows.length}`)
  }
  const matrix = rows.map((row, i) => [...row, targets[i]])
  for (let k = 0; k < count; k++) reflect(matrix, k)
  const x = Array.from({ length: count }, () => 0)
  for (let k = count - 1; k >= 0; k--) {
    let rest = matrix[k][count]
    for (let j = k + 1; j < count; j++) rest -= matrix[k][j] * x[j]
    x[k] = rest / matrix[k][k]
  }
  return x
}

/** Reflects all columns so that column k is 0 below its diagonal. */
function reflect(matrix: number[][], k: number): void {
  let square = 0
  for (let i = k; i < matrix.length; i++) square += matrix[i][k] * matrix[i][k]
  const size = Math.sqrt(square)
  if (!(size > 1e-13)) throw new Error('the equations do not determine their coefficients')
  const top = matrix[k][k]
  const pivot = top > 0 ? -size : size
  const mirror = matrix.map((row, i) => (i < k ? 0 : i === k ? top - pivot : row[k]))
  const scale = size * (size + Math.abs(top))
  for (let j = k; j < matrix[k].length; j++) {
    let along = 0
    for (let i = k; i < matrix.length; i++) along += mirror[i] * matrix[i][j]
    for (let i = k; i < matrix.length; i++) matrix[i][j] -= (along / scale) * mirror[i]
  }
}
