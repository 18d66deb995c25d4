import { NOWHERE } from './value-parts.ts'

/** Trials are left out by fifths. */
export const FOLDS = 5

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

/** Trials that count, fifth by fifth, and where each fifth begins. */
export interface FoldOrder {
  readonly trials: Int32Array
  readonly starts: Int32Array
}

const orders = new WeakMap<Uint8Array, FoldOrder>()

/** The order of trials, worked out once. */
export function orderOf(of: Uint8Array): FoldOrder {
  const found = orders.get(of) ?? byFold(of)
  orders.set(of, found)
  return found
}

function byFold(of: Uint8Array): FoldOrder {
  const folds = foldsOf(of.length)
  const starts = new Int32Array(FOLDS + 1)
  for (let i = 0; i < of.length; i++) if (of[i] !== NOWHERE) starts[folds[i] + 1]++
  for (let fold = 0; fold < FOLDS; fold++) starts[fold + 1] += starts[fold]
  const trials = new Int32Array(starts[FOLDS])
  const next = starts.slice()
  for (let i = 0; i < of.length; i++) if (of[i] !== NOWHERE) trials[next[folds[i]]++] = i
  return { trials, starts }
}

/** Targets in the order of trials, and their sums: fifth by fifth, target by target. */
interface OrderedTargets {
  readonly order: FoldOrder
  readonly columns: readonly Float64Array[]
  readonly sums: Float64Array
}

const ordered = new WeakMap<readonly Float64Array[], OrderedTargets>()

/** The same targets are fitted on many bases, one after the other. */
export function targetsOf(targets: readonly Float64Array[], order: FoldOrder): OrderedTargets {
  const known = ordered.get(targets)
  if (known?.order === order) return known
  const columns = targets.map((one) => inOrder(one, order.trials))
  const sums = Float64Array.from({ length: FOLDS * targets.length }, (_, at) => {
    const fold = Math.floor(at / targets.length)
    return sumOf(columns[at % targets.length], order.starts[fold], order.starts[fold + 1])
  })
  const found = { order, columns, sums }
  ordered.set(targets, found)
  return found
}

/** A column in the order of trials. */
export function inOrder(values: Float64Array, trials: Int32Array): Float64Array {
  const found = new Float64Array(trials.length)
  for (let i = 0; i < trials.length; i++) found[i] = values[trials[i]]
  return found
}

/** From one place to before another, in their order. */
export function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]
  return sum
}
