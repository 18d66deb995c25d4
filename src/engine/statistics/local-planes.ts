/** A grid of cells, row by row. */
export interface Grid {
  readonly across: number
  readonly up: number
  /** Trials in each cell. */
  readonly count: Float64Array
  /** Whether columns, and rows, are of their own kind: nothing is learnt from one of another. */
  readonly apart: readonly [columns: boolean, rows: boolean]
}

/** How far a cell's window reaches, in cells: those at its edge count nothing. */
const REACH = 2.5

/**
 * What the means of a grid's cells count for the value at each of them: local planes with tricube
 * weights over the cells around, as many times as there are trials in them.
 *
 * @returns by cell, then by cell; each row adds up to 1, or is all 0 where no trial is near
 */
export function planeWeights(grid: Grid): Float64Array[] {
  return Array.from(grid.count, (_, cell) => weightsAt(grid, cell))
}

function weightsAt({ across, count, apart }: Grid, cell: number): Float64Array {
  const [i0, j0] = [cell % across, Math.floor(cell / across)]
  const weights = new Float64Array(count.length)
  // Moments of the window: 1, i, j, ii, ij, jj.
  const m = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < count.length; at++) {
    const [i, j] = [(at % across) - i0, Math.floor(at / across) - j0]
    if ((apart[0] && i !== 0) || (apart[1] && j !== 0)) continue
    const far = Math.sqrt(i * i + j * j) / REACH
    if (far >= 1) continue
    const near = 1 - far * far * far
    const weight = near * near * near * count[at]
    weights[at] = weight
    const terms = [1, i, j, i * i, i * j, j * j]
    terms.forEach((term, k) => (m[k] += weight * term))
  }
  const [a, b, c] = firstOfInverse(m)
  return weights.map((weight, at) =>
    weight === 0 ? 0 : weight * (a + b * ((at % across) - i0) + c * (Math.floor(at / across) - j0)),
  )
}

/** What 1, i and j count for the plane's height in its middle: a line or a mean where cells are in one. */
function firstOfInverse([s, si, sj, sii, sij, sjj]: readonly number[]): readonly number[] {
  if (!(s > 0)) return [0, 0, 0]
  const [vi, vj, vij] = [sii - (si * si) / s, sjj - (sj * sj) / s, sij - (si * sj) / s]
  const det = vi * vj - vij * vij
  let [b, c] = [0, 0]
  if (det > 1e-9 * s * s) {
    b = (-si * vj + sj * vij) / (s * det)
    c = (-sj * vi + si * vij) / (s * det)
  } else if (vi > 1e-9 * s) b = -si / (s * vi)
  else if (vj > 1e-9 * s) c = -sj / (s * vj)
  return [(1 - b * si - c * sj) / s, b, c]
}
