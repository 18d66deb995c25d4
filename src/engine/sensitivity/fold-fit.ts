import { NOWHERE } from './value-parts.ts'

/** Trials are left out by fifths. */
const FOLDS = 5

/** What columns are fitted by: a constant, and these, by trial. */
export interface FoldBasis {
  readonly columns: readonly Float64Array[]
  /** By trial: `NOWHERE` where it does not count. */
  readonly of: Uint8Array
  /** No column is farther from 0 than this, where that is known. */
  readonly bound?: number
}

/** Least-squares fits of some targets on a basis, each without one fifth of the trials. */
export class FoldFits {
  readonly #terms: number
  readonly #wide: number
  /** Trials that count, fifth by fifth, and where each fifth begins. */
  readonly #trials: Int32Array
  readonly #starts: Int32Array
  /** The basis after a constant, in the order of those trials. */
  readonly #columns: readonly Float64Array[]
  /** Coefficients without each fifth in turn: fifth by fifth, target by target. */
  readonly #found: Float64Array

  constructor(
    private readonly basis: FoldBasis,
    private readonly targets: readonly Float64Array[],
  ) {
    this.#terms = basis.columns.length + 1
    this.#wide = this.#terms + targets.length
    const { trials, starts } = byFold(basis.of)
    this.#trials = trials
    this.#starts = starts
    this.#columns = basis.columns.map((column) => inOrder(column, trials))
    this.#found = this.#coefficients(this.#sums())
  }

  /** Whether no target is expected to be above 0 in any trial, as far as bounds tell. */
  get areBelowZero(): boolean {
    const { bound } = this.basis
    if (bound === undefined) return false
    for (let at = 0; at < this.#found.length; at += this.#terms) {
      let most = this.#found[at]
      for (let k = 1; k < this.#terms; k++) most += bound * Math.abs(this.#found[at + k])
      if (!(most <= 0)) return false
    }
    return true
  }

  /**
   * What targets are expected to be, each trial by the fit on the other four fifths.
   *
   * @returns target by target, by trial; 0 where a trial does not count
   */
  expected(): Float64Array[] {
    const found = this.targets.map(() => new Float64Array(this.basis.of.length))
    for (let fold = 0; fold < FOLDS; fold++) {
      const own = this.#memory(fold)
      for (const [c, values] of found.entries()) {
        this.#expect(own, fold, c)
        for (let i = 0; i < own.length; i++) values[this.#trials[this.#starts[fold] + i]] = own[i]
      }
    }
    return found
  }

  /**
   * The target that is expected to be highest.
   *
   * @returns by trial: 1 and its place; 0 where none is expected to be above 0, or the trial does not count
   */
  highest(): Uint8Array {
    const found = new Uint8Array(this.basis.of.length)
    for (let fold = 0; fold < FOLDS; fold++) {
      const own = this.#memory(fold)
      const most = new Float64Array(own.length)
      const which = new Uint8Array(own.length)
      for (let c = 0; c < this.targets.length; c++) {
        this.#expect(own, fold, c)
        raise(most, which, own, c + 1)
      }
      for (let i = 0; i < which.length; i++) found[this.#trials[this.#starts[fold] + i]] = which[i]
    }
    return found
  }

  #memory(fold: number): Float64Array {
    return new Float64Array(this.#starts[fold + 1] - this.#starts[fold])
  }

  /** What a target is expected to be in the trials of one fifth. */
  #expect(values: Float64Array, fold: number, target: number): void {
    const at = (fold * this.targets.length + target) * this.#terms
    values.fill(this.#found[at])
    for (const [k, column] of this.#columns.entries()) {
      addTimes(values, this.#found[at + k + 1], column, this.#starts[fold])
    }
  }

  /** Normal equations, fifth by fifth: rows of products of terms, then of terms with targets. */
  #sums(): Float64Array {
    const columns = [...this.#columns, ...this.targets.map((one) => inOrder(one, this.#trials))]
    const size = this.#terms * this.#wide
    const sums = new Float64Array(FOLDS * size)
    for (let fold = 0; fold < FOLDS; fold++) {
      const [from, to] = [this.#starts[fold], this.#starts[fold + 1]]
      const at = fold * size
      sums[at] = to - from
      for (const [k, column] of columns.entries()) sums[at + k + 1] = sumOf(column, from, to)
      for (let j = 1; j < this.#terms; j++) {
        for (let k = j; k < this.#wide; k++) {
          sums[at + j * this.#wide + k] = productsOf(columns[j - 1], columns[k - 1], from, to)
        }
      }
      mirror(sums, at, this.#terms, this.#wide)
    }
    return sums
  }

  #coefficients(sums: Float64Array): Float64Array {
    const [terms, wide] = [this.#terms, this.#wide]
    const size = terms * wide
    const all = new Float64Array(size)
    for (let i = 0; i < sums.length; i++) all[i % size] += sums[i]
    const found = new Float64Array(FOLDS * this.targets.length * terms)
    for (let fold = 0; fold < FOLDS; fold++) {
      const rest = all.map((sum, k) => sum - sums[fold * size + k])
      solve(rest, terms, wide)
      for (let c = 0; c < this.targets.length; c++) {
        for (let j = 0; j < terms; j++) {
          const place = (fold * this.targets.length + c) * terms + j
          found[place] = rest[j * wide + terms + c] / rest[j * wide + j]
        }
      }
    }
    return found
  }
}

/**
 * What columns are expected to be by a least-squares fit on a basis, each trial by a fit on the other
 * four fifths, so that chance predicts nothing. Fifths are by a hash of the trial, not by its place:
 * a design has an order of its own.
 *
 * @returns column by column, by trial; 0 where a trial does not count
 */
export function foldFit(basis: FoldBasis, targets: readonly Float64Array[]): Float64Array[] {
  return new FoldFits(basis, targets).expected()
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

/** Trials that count, fifth by fifth. */
function byFold(of: Uint8Array): { trials: Int32Array; starts: Int32Array } {
  const folds = foldsOf(of.length)
  const starts = new Int32Array(FOLDS + 1)
  for (let i = 0; i < of.length; i++) if (of[i] !== NOWHERE) starts[folds[i] + 1]++
  for (let fold = 0; fold < FOLDS; fold++) starts[fold + 1] += starts[fold]
  const trials = new Int32Array(starts[FOLDS])
  const next = starts.slice()
  for (let i = 0; i < of.length; i++) if (of[i] !== NOWHERE) trials[next[folds[i]]++] = i
  return { trials, starts }
}

function inOrder(values: Float64Array, trials: Int32Array): Float64Array {
  const found = new Float64Array(trials.length)
  for (let i = 0; i < trials.length; i++) found[i] = values[trials[i]]
  return found
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]
  return sum
}

function productsOf(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += a[i] * b[i]
  return sum
}

function addTimes(to: Float64Array, times: number, column: Float64Array, from: number): void {
  for (let i = 0; i < to.length; i++) to[i] += times * column[from + i]
}

/** Where values are above the most so far they are it. */
function raise(most: Float64Array, which: Uint8Array, values: Float64Array, name: number): void {
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] > most[i])) continue
    most[i] = values[i]
    which[i] = name
  }
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
