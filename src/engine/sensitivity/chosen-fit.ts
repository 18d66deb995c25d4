import { log } from '../math.ts'
import { addTimes, highestExpected, productsOf } from './fold-fit.ts'
import type { FoldBasis } from './fold-fit.ts'
import { type FoldOrder, FOLDS, inOrder, orderOf, sumOf, targetsOf } from './fold-order.ts'

/** What is left of a term by those that are chosen, as a part of it, below which it says nothing new. */
const NEW = 1e-6
/** A fit has at most so many terms. */
const MOST = 40

/** Terms that are chosen, and what each is taken times; the first is the constant. */
interface Chosen {
  readonly terms: readonly number[]
  readonly times: readonly number[]
}

/**
 * Least-squares fits of some targets on those terms of a basis that tell, each without one fifth of the
 * trials: term by term the one that explains most of what is left (orthogonal least squares: Chen,
 * Billings and Luo 1989), as long as that is beyond what the best of so many that mean nothing would.
 * Of many terms most mean nothing, and their noise would cost what they are to tell.
 */
export class ChosenFits {
  readonly #order: FoldOrder
  /** A constant, then the basis, in the order of trials. */
  readonly #columns: readonly Float64Array[]
  readonly #targets: ReturnType<typeof targetsOf>
  /** Products of a term with all terms, fifth by fifth; worked out once it is chosen. */
  readonly #products = new Map<number, Float64Array>()
  readonly #squares: Float64Array
  readonly #withTargets: Float64Array

  /** @param targets the same list for the same ones, which are then put in order once */
  constructor(
    private readonly basis: FoldBasis,
    private readonly targets: readonly Float64Array[],
  ) {
    this.#order = orderOf(basis.of)
    const { trials } = this.#order
    const constant = new Float64Array(trials.length).fill(1)
    this.#columns = [constant, ...basis.columns.map((one) => inOrder(one, trials))]
    this.#targets = targetsOf(targets, this.#order)
    const terms = this.#columns.length
    this.#squares = new Float64Array(FOLDS * terms)
    this.#withTargets = new Float64Array(FOLDS * terms * targets.length)
    this.#add()
  }

  /** Trials that count. */
  get count(): number {
    return this.#order.trials.length
  }

  /** As `highestExpected` has it. */
  highest(): Uint8Array | null {
    const { starts } = this.#order
    return highestExpected(
      this.#order,
      this.basis.of.length,
      this.targets.length,
      (own, fold, c) => {
        own.fill(0)
        const { terms, times } = this.#chosen(fold, c)
        for (const [at, term] of terms.entries())
          addTimes(own, times[at], this.#columns[term], starts[fold])
      },
    )
  }

  #add(): void {
    const { starts } = this.#order
    const [terms, wide] = [this.#columns.length, this.targets.length]
    for (let fold = 0; fold < FOLDS; fold++) {
      const [from, to] = [starts[fold], starts[fold + 1]]
      for (const [j, own] of this.#columns.entries()) {
        const place = fold * terms + j
        this.#squares[place] = product(own, own, from, to)
        for (const [c, target] of this.#targets.columns.entries()) {
          this.#withTargets[place * wide + c] =
            j === 0 ? sumOf(target, from, to) : product(own, target, from, to)
        }
      }
    }
  }

  /** Terms that tell a target in the trials without one fifth. */
  #chosen(fold: number, target: number): Chosen {
    const [terms, wide] = [this.#columns.length, this.targets.length]
    const without = (sums: Float64Array, at: (fold: number) => number) => {
      let sum = 0
      for (let other = 0; other < FOLDS; other++) if (other !== fold) sum += sums[at(other)]
      return sum
    }
    const left = Float64Array.from({ length: terms }, (_, j) =>
      without(this.#squares, (other) => other * terms + j),
    )
    const tells = Float64Array.from({ length: terms }, (_, j) =>
      without(this.#withTargets, (other) => (other * terms + j) * wide + target),
    )
    const whole = left.slice()
    const { starts } = this.#order
    const count = this.count - (starts[fold + 1] - starts[fold])
    let rest = this.#squaresOf(target, fold)
    const enough = 2 * log(terms)
    const chosen: number[] = []
    const rows: Float64Array[] = []
    const sizes: number[] = []
    let next: number | null = 0
    while (next !== null && chosen.length < MOST) {
      const own: number = next
      const all = this.#productsWith(own)
      const length = Math.sqrt(left[own])
      const row = Float64Array.from({ length: terms }, (_, j) => {
        let sum = without(all, (other) => other * terms + j)
        for (const known of rows) sum -= known[own] * known[j]
        return sum / length
      })
      const size = tells[own] / length
      rows.push(row)
      chosen.push(own)
      sizes.push(size)
      rest -= size * size
      for (let j = 0; j < terms; j++) {
        left[j] -= row[j] * row[j]
        tells[j] -= row[j] * size
      }
      next = bestOf(
        left,
        tells,
        whole,
        chosen,
        (enough * rest) / Math.max(1, count - chosen.length),
      )
    }
    return { terms: chosen, times: solved(rows, chosen, sizes) }
  }

  #squaresOf(target: number, fold: number): number {
    const { starts } = this.#order
    const own = this.#targets.columns[target]
    return product(own, own, 0, starts[fold]) + product(own, own, starts[fold + 1], own.length)
  }

  #productsWith(term: number): Float64Array {
    const known = this.#products.get(term)
    if (known) return known
    const { starts } = this.#order
    const terms = this.#columns.length
    const found = new Float64Array(FOLDS * terms)
    const columns = [this.#columns[term], ...this.#columns]
    const sums = new Float64Array(terms + 1)
    for (let fold = 0; fold < FOLDS; fold++) {
      productsOf(columns, { of: 0, from: starts[fold], to: starts[fold + 1] }, sums, 0)
      found.set(sums.subarray(1), fold * terms)
    }
    this.#products.set(term, found)
    return found
  }
}

/** The term that explains most of what is left, where that is enough. */
function bestOf(
  left: Float64Array,
  tells: Float64Array,
  whole: Float64Array,
  chosen: readonly number[],
  enough: number,
): number | null {
  let best: number | null = null
  let most = enough
  for (let j = 1; j < left.length; j++) {
    if (!(left[j] > NEW * whole[j]) || chosen.includes(j)) continue
    const explains = (tells[j] * tells[j]) / left[j]
    if (explains > most) [best, most] = [j, explains]
  }
  return best
}

/** Back from the last term to the first. */
function solved(
  rows: readonly Float64Array[],
  chosen: readonly number[],
  sizes: readonly number[],
): number[] {
  const times = sizes.slice()
  for (let at = chosen.length - 1; at >= 0; at--) {
    for (let later = at + 1; later < chosen.length; later++) {
      times[at] -= rows[at][chosen[later]] * times[later]
    }
    times[at] /= rows[at][chosen[at]]
  }
  return times
}

function product(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += a[i] * b[i]
  return sum
}
