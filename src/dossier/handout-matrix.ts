import type { CellMeasure } from '../analyses/cells.ts'
import type { Spread } from '../findings/spread.ts'
import { toDigits } from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import type { MatrixTold, PackedSpread } from './handout-data.ts'

/** As many as keep the errors of differences, where what is shared cancels out. */
const DIGITS = 9

/** The matrix as text can hold it. */
export async function matrixTold(dossier: Dossier): Promise<MatrixTold> {
  const { measure: _, found, ...facts } = await dossier.matrix()
  const { spreads, ...rest } = found
  const isSided = facts.outcome.better !== 'neutral'
  const packed = Object.entries(spreads)
    .filter(([id]) => isSided || id === 'mean')
    .map(([id, spread]) => [id as CellMeasure, packedSpread(spread)] as const)
  return { facts, found: rest, spreads: Object.fromEntries(packed) }
}

/** What is the same on both sides of a matrix is said once. */
export function packedSpread({ strategies, values, matrices }: Spread): PackedSpread {
  return { strategies, values, matrices: matrices.map((one) => one && lowerHalf(one)) }
}

function lowerHalf(matrix: Float64Array): number[] {
  const size = Math.round(Math.sqrt(matrix.length))
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: row + 1 }, (_, column) => toDigits(matrix[row * size + column], DIGITS)),
  ).flat()
}
