import { NOWHERE } from './value-parts.ts'

/** Trials are left out by fifths. */
const FOLDS = 5

/** What columns are fitted by: a constant, and these, by trial. */
export interface FoldBasis {
  readonly columns: readonly Float64Array[]
  /** By trial: `NOWHERE` where it does not count. */
  readonly of: Uint8Array
}

/**
 * What columns are expected to be by a least-squares fit on a basis, each trial by a fit on the other
 * four fifths, so that chance predicts nothing. Fifths are by a hash of the trial, not by its place:
 * a design has an order of its own.
 *
 * @returns column by column, by trial; 0 where a trial does not count
 */
export function foldFit(basis: FoldBasis, targets: readonly Float64Array[]): Float64Array[] {
  const { columns, of } = basis
  const terms = columns.length + 1
  const found = fitsWithout(basis, targets)
  const expected = targets.map(() => new Float64Array(of.length))
  const folds = foldsOf(of.length)
  const row = new Float64Array(terms).fill(1)
  for (let i = 0; i < of.length; i++) {
    if (of[i] === NOWHERE) continue
    for (let k = 1; k < terms; k++) row[k] = columns[k - 1][i]
    let at = folds[i] * targets.length * terms
    for (const one of expected) {
      let sum = 0
      for (let k = 0; k < terms; k++) sum += found[at + k] * row[k]
      one[i] = sum
      at += terms
    }
  }
  return expected
}

/** Fifths of the most trials asked for so far: they are the same for every column. */
let known = new Uint8Array(0)

function foldsOf(trials: number): Uint8Array {
  if (known.length < trials) known = Uint8Array.from({ length: trials }, (_, i) => foldOf(i))
  return known
}

function foldOf(trial: number): number {
  let mixed = Math.imul(trial + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % FOLDS
}

/** Coefficients without each fifth in turn: fifth by fifth, column by column. */
function fitsWithout(basis: FoldBasis, targets: readonly Float64Array[]): Float64Array {
  const terms = basis.columns.length + 1
  const wide = terms + targets.length
  const size = terms * wide
  const sums = sumsOf(basis, targets)
  const all = new Float64Array(size)
  for (let i = 0; i < sums.length; i++) all[i % size] += sums[i]
  const found = new Float64Array(FOLDS * targets.length * terms)
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = all.map((sum, k) => sum - sums[fold * size + k])
    solve(rest, terms, wide)
    for (let c = 0; c < targets.length; c++) {
      for (let j = 0; j < terms; j++) {
        const place = (fold * targets.length + c) * terms + j
        found[place] = rest[j * wide + terms + c] / rest[j * wide + j]
      }
    }
  }
  return found
}

/** Normal equations, fifth by fifth: rows of products of terms, then of terms with targets. */
function sumsOf({ columns, of }: FoldBasis, targets: readonly Float64Array[]): Float64Array {
  const terms = columns.length + 1
  const wide = terms + targets.length
  const sums = new Float64Array(FOLDS * terms * wide)
  const folds = foldsOf(of.length)
  const row = new Float64Array(wide).fill(1)
  for (let i = 0; i < of.length; i++) {
    if (of[i] === NOWHERE) continue
    for (let k = 1; k < terms; k++) row[k] = columns[k - 1][i]
    for (let c = 0; c < targets.length; c++) row[terms + c] = targets[c][i]
    let at = folds[i] * terms * wide
    for (let j = 0; j < terms; j++, at += wide) {
      const one = row[j]
      for (let k = j; k < wide; k++) sums[at + k] += one * row[k]
    }
  }
  for (let fold = 0; fold < FOLDS; fold++) mirror(sums, fold * terms * wide, terms, wide)
  return sums
}

/** Products of terms below the diagonal are those above it. */
function mirror(sums: Float64Array, from: number, terms: number, wide: number): void {
  for (let j = 1; j < terms; j++) {
    for (let k = 0; k < j; k++) sums[from + j * wide + k] = sums[from + k * wide + j]
  }
}

/** Gauss and Jordan, in place; a direction that trials say nothing of counts for nothing. */
function solve(rows: Float64Array, terms: number, wide: number): void {
  const sizes = Float64Array.from({ length: terms }, (_, j) => rows[j * wide + j])
  for (let j = 0; j < terms; j++) {
    const pivot = rows[j * wide + j]
    if (!(pivot > 1e-9 * sizes[j])) {
      rows.fill(0, j * wide, (j + 1) * wide)
      rows[j * wide + j] = 1
      continue
    }
    for (let row = 0; row < terms; row++) {
      if (row === j) continue
      const times = rows[row * wide + j] / pivot
      for (let k = j; k < wide; k++) rows[row * wide + k] -= times * rows[j * wide + k]
    }
  }
}
