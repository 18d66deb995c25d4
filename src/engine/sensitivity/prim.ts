import type { Box, Held, Limit, PrimColumn } from './prim-box.ts'

/** The share of a box that is peeled off, or pasted on, at a time. */
export const PATIENCE = 0.05

/** Good trials are 1; the trials to find a box among; what is in order. */
export interface PrimTask {
  readonly columns: readonly PrimColumn[]
  /** By trial: 1 where it is good. */
  readonly good: Uint8Array
  /** Trials among which boxes are looked for. */
  readonly rows: Uint32Array
  /** The same trials in the order of each column, lowest first. */
  readonly orders: readonly Int32Array[]
  /** No box holds fewer trials than this. */
  readonly least: number
}

/** One peel, and what is left after it. */
export interface Peel extends Held {
  readonly column: number
  readonly side: 'low' | 'high' | 'value'
  /** The new end, or the value that is gone. */
  readonly at: number
}

/**
 * Peels the box that holds everything, each time off the side after which the share of good trials
 * has grown most for each trial that is lost (Friedman and Fisher 1999, section 14.1: so an event,
 * which goes as a whole, does not win by its size alone). Yields every few milliseconds.
 *
 * @returns the peels, from the first on; none where nothing can be peeled
 */
export function* peels(task: PrimTask): Generator<void, Peel[]> {
  const { columns, good, rows, least } = task
  const isIn = new Uint8Array(good.length)
  for (const row of rows) isIn[row] = 1
  const orders = [...task.orders]
  let held: Held = { count: rows.length, good: sumOf(good, rows, rows.length) }
  const found: Peel[] = []
  const end = new Int32Array(rows.length + 1)
  let work = 0
  for (;;) {
    const best = bestPeel(columns, { orders, isIn, good, held }, least, end)
    if (!best) return found
    const { gone, column, side, at, count } = best
    for (const row of gone) isIn[row] = 0
    held = { count, good: best.good }
    found.push({ column, side, at, ...held })
    for (const [place, order] of orders.entries()) {
      if (count < KEPT * order.length) orders[place] = leftOf(order, isIn, count)
    }
    work += count * columns.length
    if (work < PIECE) continue
    work = 0
    yield
  }
}

/** So many values are looked at within some milliseconds. */
const PIECE = 600_000
/** Trials that are gone are taken out of an order once fewer than this part of it are left: a peel looks at its ends alone. */
const KEPT = 0.75

/** The box that is left. */
interface BoxLeft {
  /** All its trials, and some that are gone, in the order of each column. */
  readonly orders: readonly Int32Array[]
  /** By trial: 1 where it is in the box. */
  readonly isIn: Uint8Array
  readonly good: Uint8Array
  readonly held: Held
}

interface Candidate extends Peel {
  readonly gone: Int32Array
  readonly gain: number
}

function bestPeel(
  columns: readonly PrimColumn[],
  { orders, isIn, good, held }: BoxLeft,
  least: number,
  end: Int32Array,
): Candidate | null {
  let best: Candidate | null = null
  const consider = (
    place: Pick<Peel, 'column' | 'side' | 'at'>,
    some: Int32Array,
    many: number,
  ) => {
    const count = held.count - many
    if (count < least || count === 0) return
    const rest = held.good - sumOf(good, some, many)
    const gain = (rest / count - held.good / held.count) / many
    if (best && gain <= best.gain) return
    best = { ...place, gone: some.slice(0, many), gain, count, good: rest }
  }
  const many = Math.max(1, Math.floor(PATIENCE * held.count))
  columns.forEach(({ kind, values }, column) => {
    if (kind === 'category') {
      const left = leftOf(orders[column], isIn, held.count)
      const runs = runsOf(values, left)
      if (runs.length < 2) return
      for (const [from, to] of runs) {
        const at = values[left[from]]
        consider({ column, side: 'value', at }, left.subarray(from, to), to - from)
      }
      return
    }
    for (const side of ['low', 'high'] as const) {
      const size = endOf(values, { order: orders[column], isIn, side }, many, end)
      if (size === 0) return
      const [a, b] = side === 'low' ? [size - 1, size] : [size, size - 1]
      consider({ column, side, at: halfway(values[end[a]], values[end[b]]) }, end, size)
    }
  })
  return best
}

function halfway(a: number, b: number): number {
  return a + (b - a) / 2
}

interface EndLeft {
  readonly order: Int32Array
  readonly isIn: Uint8Array
  readonly side: 'low' | 'high'
}

/**
 * About so many of the trials that are left, from one end of an order: equal values go or stay together.
 *
 * @param end takes them, outermost first, and the one after them
 * @returns how many they are; 0 where all that are left have one value
 */
function endOf(
  values: Float64Array,
  { order, isIn, side }: EndLeft,
  many: number,
  end: Int32Array,
): number {
  const step = side === 'low' ? 1 : -1
  let place = side === 'low' ? 0 : order.length - 1
  let size = 0
  for (; size <= many; place += step) {
    if (place < 0 || place >= order.length) return 0
    end[size] = order[place]
    size += isIn[order[place]]
  }
  const [first, next] = [values[end[0]], values[end[many]]]
  if (next !== first) {
    while (values[end[size - 1]] === next) size--
    return size
  }
  for (; values[end[size - 1]] === first; place += step) {
    if (place < 0 || place >= order.length) return 0
    end[size] = order[place]
    size += isIn[order[place]]
  }
  return size - 1
}

/** Equal values after each other, as places from and to. */
function runsOf(values: Float64Array, order: Int32Array): [number, number][] {
  const runs: [number, number][] = []
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && values[order[to]] === values[order[from]]) to++
    runs.push([from, to])
    from = to
  }
  return runs
}

/** Those of an order that are left, so many. */
export function leftOf(order: Int32Array, isIn: Uint8Array, count: number): Int32Array {
  const left = new Int32Array(count + 1)
  let size = 0
  for (let i = 0; i < order.length; i++) {
    left[size] = order[i]
    size += isIn[order[i]]
  }
  return left.subarray(0, count)
}

function sumOf(good: Uint8Array, rows: ArrayLike<number>, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += good[rows[i]]
  return sum
}

/** The box that so many peels leave; columns in their order. */
export function boxOf(
  columns: readonly PrimColumn[],
  done: readonly Peel[],
  categories: ReadonlyMap<string, readonly number[]>,
): Box {
  const limits = new Map<number, Limit>()
  for (const { column, side, at } of done) {
    const { id, kind } = columns[column]
    const old = limits.get(column) ?? { id, low: null, high: null }
    const kept = (old.kept ?? categories.get(id) ?? []).filter((one) => one !== at)
    if (kind === 'category') limits.set(column, { ...old, kept })
    else if (kind === 'event') limits.set(column, { ...old, [side]: side === 'low' ? 1 : 0 })
    else limits.set(column, { ...old, [side]: at })
  }
  return [...limits].sort(([a], [b]) => a - b).map(([, limit]) => limit)
}
