import { type FoldOrder, FOLDS, inOrder, orderOf, sumOf, targetsOf } from './fold-order.ts'

/** What columns are fitted by: a constant, and these, by trial. */
export interface FoldBasis {
  readonly columns: readonly Float64Array[]
  /** By trial: `NOWHERE` where it does not count. The same one for the same trials is worked out once. */
  readonly of: Uint8Array
  /** Makes those columns that are fitted of these, number by number; they are these without it. */
  readonly grown?: (columns: readonly Float64Array[]) => Float64Array[]
  /** No column is farther from 0 than this, where that is known. */
  readonly bound?: number
}

/** Least-squares fits of some targets on a basis, each without one fifth of the trials. */
export class FoldFits {
  readonly #terms: number
  readonly #wide: number
  readonly #order: FoldOrder
  /** The basis after a constant, in the order of those trials. */
  readonly #columns: readonly Float64Array[]
  /** Coefficients without each fifth in turn: fifth by fifth, target by target. */
  readonly #found: Float64Array

  /** @param targets the same list for the same ones, which are then put in order once */
  constructor(
    private readonly basis: FoldBasis,
    private readonly targets: readonly Float64Array[],
  ) {
    this.#order = orderOf(basis.of)
    const own = basis.columns.map((column) => inOrder(column, this.#order.trials))
    this.#columns = basis.grown?.(own) ?? own
    this.#terms = this.#columns.length + 1
    this.#wide = this.#terms + targets.length
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
    const { trials, starts } = this.#order
    const found = this.targets.map(() => new Float64Array(this.basis.of.length))
    for (let fold = 0; fold < FOLDS; fold++) {
      const own = this.#memory(fold)
      for (const [c, values] of found.entries()) {
        this.#expect(own, fold, c)
        for (let i = 0; i < own.length; i++) values[trials[starts[fold] + i]] = own[i]
      }
    }
    return found
  }

  /** Trials that count. */
  get count(): number {
    return this.#order.trials.length
  }

  /** As `highestExpected` has it. */
  highest(): Uint8Array | null {
    return highestExpected(this.#order, this.basis.of.length, this.targets.length, (own, fold, c) =>
      this.#expect(own, fold, c),
    )
  }

  #memory(fold: number): Float64Array {
    const { starts } = this.#order
    return new Float64Array(starts[fold + 1] - starts[fold])
  }

  /** What a target is expected to be in the trials of one fifth. */
  #expect(values: Float64Array, fold: number, target: number): void {
    const at = (fold * this.targets.length + target) * this.#terms
    const [found, from] = [this.#found, this.#order.starts[fold]]
    if (this.#columns.length === 3) {
      const coefficients = found.subarray(at, at + 4)
      addThree(values, coefficients, this.#columns, from)
      return
    }
    values.fill(found[at])
    for (const [k, column] of this.#columns.entries()) {
      addTimes(values, found[at + k + 1], column, from)
    }
  }

  /** Normal equations, fifth by fifth: rows of products of terms, then of terms with targets. */
  #sums(): Float64Array {
    const { starts } = this.#order
    const targets = targetsOf(this.targets, this.#order)
    const columns = [...this.#columns, ...targets.columns]
    const [terms, wide] = [this.#terms, this.#wide]
    const size = terms * wide
    const sums = new Float64Array(FOLDS * size)
    for (let fold = 0; fold < FOLDS; fold++) {
      const [from, to] = [starts[fold], starts[fold + 1]]
      const at = fold * size
      sums[at] = to - from
      for (let k = 1; k < terms; k++) sums[at + k] = sumOf(columns[k - 1], from, to)
      for (let c = 0; c < this.targets.length; c++) {
        sums[at + terms + c] = targets.sums[fold * this.targets.length + c]
      }
      for (let j = 1; j < terms; j++) {
        productsOf(columns, { of: j - 1, from, to }, sums, at + j * wide + 1)
      }
      mirror(sums, at, terms, wide)
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

/** Sums of the products of one column with itself and each that follows, four at a time. */
export function productsOf(
  columns: readonly Float64Array[],
  { of, from, to }: { readonly of: number; readonly from: number; readonly to: number },
  into: Float64Array,
  at: number,
): void {
  const own = columns[of]
  let k = of
  for (; k + 3 < columns.length; k += 4) {
    const [a, b, c, d] = [columns[k], columns[k + 1], columns[k + 2], columns[k + 3]]
    let [sa, sb, sc, sd] = [0, 0, 0, 0]
    for (let i = from; i < to; i++) {
      const one = own[i]
      sa += one * a[i]
      sb += one * b[i]
      sc += one * c[i]
      sd += one * d[i]
    }
    into[at + k] = sa
    into[at + k + 1] = sb
    into[at + k + 2] = sc
    into[at + k + 3] = sd
  }
  for (; k < columns.length; k++) {
    const other = columns[k]
    let sum = 0
    for (let i = from; i < to; i++) sum += own[i] * other[i]
    into[at + k] = sum
  }
}

/** Adds a column so many times, from a place on. */
export function addTimes(
  to: Float64Array,
  times: number,
  column: Float64Array,
  from: number,
): void {
  for (let i = 0; i < to.length; i++) to[i] += times * column[from + i]
}

/** A constant and three columns at once, added in their order. */
function addThree(
  to: Float64Array,
  coefficients: Float64Array,
  [a, b, c]: readonly Float64Array[],
  from: number,
): void {
  const [constant, x, y, z] = coefficients
  for (let i = 0; i < to.length; i++) {
    to[i] = constant + x * a[from + i] + y * b[from + i] + z * c[from + i]
  }
}

/**
 * The target that is expected to be highest, fifth by fifth.
 *
 * @param size trials, also those that do not count
 * @param targets how many
 * @param expect fills in what one is expected to be in the trials of one fifth; what is there is of another
 * @returns by trial: 1 and its place; 0 where none is expected to be above 0, or the trial does not count;
 *   null where it is 0 in all
 */
export function highestExpected(
  { trials, starts }: FoldOrder,
  size: number,
  targets: number,
  expect: (values: Float64Array, fold: number, target: number) => void,
): Uint8Array | null {
  const found = new Uint8Array(size)
  let isAny = false
  for (let fold = 0; fold < FOLDS; fold++) {
    const own = new Float64Array(starts[fold + 1] - starts[fold])
    const most = new Float64Array(own.length)
    const which = new Uint8Array(own.length)
    for (let c = 0; c < targets; c++) {
      expect(own, fold, c)
      if (raise(most, which, own, c + 1)) isAny = true
    }
    for (let i = 0; i < which.length; i++) found[trials[starts[fold] + i]] = which[i]
  }
  return isAny ? found : null
}

/** Where values are above the most so far they are it; whether they are anywhere. */
function raise(most: Float64Array, which: Uint8Array, values: Float64Array, name: number): boolean {
  let isAny = false
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] > most[i])) continue
    most[i] = values[i]
    which[i] = name
    isAny = true
  }
  return isAny
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
