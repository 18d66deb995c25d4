import {
  type Box,
  breachesOf,
  columnOf,
  type Held,
  type Limit,
  type PrimColumn,
} from './prim-box.ts'

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
  const orders = task.orders.map((order) => order.slice())
  let held: Held = { count: rows.length, good: sumOf(good, rows, 0, rows.length) }
  const found: Peel[] = []
  let work = 0
  for (;;) {
    const best = bestPeel(columns, orders, good, held, least)
    if (!best) return found
    const order = orders[best.column]
    for (let i = best.from; i < best.to; i++) isIn[order[i]] = 0
    held = { count: best.count, good: best.good }
    found.push({ column: best.column, side: best.side, at: best.at, ...held })
    for (let at = 0; at < orders.length; at++) {
      orders[at] = orders[at].subarray(0, keepLeft(orders[at], orders[at].length, isIn))
    }
    work += held.count * columns.length
    if (work < PIECE) continue
    work = 0
    yield
  }
}

/** So many values are moved within some milliseconds. */
const PIECE = 300_000

interface Candidate extends Peel {
  /** What is peeled, as places in the column's order. */
  readonly from: number
  readonly to: number
  readonly gain: number
}

function bestPeel(
  columns: readonly PrimColumn[],
  orders: readonly Int32Array[],
  good: Uint8Array,
  held: Held,
  least: number,
): Candidate | null {
  let best: Candidate | null = null
  const consider = (column: number, side: Peel['side'], at: number, from: number, to: number) => {
    const count = held.count - (to - from)
    if (to <= from || count < least || count === 0) return
    const rest = held.good - sumOf(good, orders[column], from, to)
    const gain = (rest / count - held.good / held.count) / (to - from)
    if (best && gain <= best.gain) return
    best = { column, side, at, from, to, gain, count, good: rest }
  }
  columns.forEach(({ kind, values }, column) => {
    const order = orders[column]
    const size = order.length
    if (size === 0 || values[order[0]] === values[order[size - 1]]) return
    if (kind === 'category') {
      for (const [from, to] of runsOf(values, order)) {
        consider(column, 'value', values[order[from]], from, to)
      }
      return
    }
    const many = Math.max(1, Math.floor(PATIENCE * size))
    const low = startOfRest(values, order, many)
    consider(column, 'low', middle(values, order, low), 0, low)
    const high = endOfRest(values, order, size - many)
    consider(column, 'high', middle(values, order, high), high, size)
  })
  return best
}

/** Where what is left begins if about so many go from below: equal values go or stay together. */
function startOfRest(values: Float64Array, order: Int32Array, many: number): number {
  let at = many
  while (at > 0 && values[order[at - 1]] === values[order[many]]) at--
  if (at > 0) return at
  at = many
  while (at < order.length && values[order[at]] === values[order[0]]) at++
  return at
}

/** Where what is left ends if about all from `from` on go from above. */
function endOfRest(values: Float64Array, order: Int32Array, from: number): number {
  let at = from
  while (at < order.length && values[order[at]] === values[order[from - 1]]) at++
  if (at < order.length) return at
  const last = values[order[order.length - 1]]
  at = from
  while (at > 0 && values[order[at - 1]] === last) at--
  return at
}

/** Halfway between the values on both sides of a place in an order. */
function middle(values: Float64Array, order: Int32Array, at: number): number {
  if (at <= 0 || at >= order.length) return 0
  const [a, b] = [values[order[at - 1]], values[order[at]]]
  return a + (b - a) / 2
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

/** Moves those that are left to the front of an order, as they follow each other; says how many. */
export function keepLeft(order: Int32Array, size: number, isIn: Uint8Array): number {
  let count = 0
  for (let i = 0; i < size; i++) {
    const row = order[i]
    order[count] = row
    count += isIn[row]
  }
  return count
}

function sumOf(good: Uint8Array, rows: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += good[rows[i]]
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

/**
 * Pastes: moves each end of a box out, a twentieth of what it holds at a time, as long as the share
 * of good trials does not fall. A limit that has nothing left to keep out is dropped.
 */
export function pasted(
  box: Box,
  columns: ReadonlyMap<string, PrimColumn>,
  { good, rows }: Pick<PrimTask, 'good' | 'rows'>,
): Box {
  for (let turn = 0; turn < MOST_PASTES; turn++) {
    const wider = bestPaste(box, columns, rows, good)
    if (!wider) return box
    box = wider
  }
  return box
}

const MOST_PASTES = 40

function bestPaste(
  box: Box,
  columns: ReadonlyMap<string, PrimColumn>,
  rows: Uint32Array,
  good: Uint8Array,
): Box | null {
  const { count, last } = breachesOf(box, columns, rows)
  const inside = { count: 0, good: 0 }
  for (let i = 0; i < rows.length; i++) {
    if (count[i] > 0) continue
    inside.count++
    inside.good += good[rows[i]]
  }
  if (inside.count === 0) return null
  const many = Math.max(1, Math.floor(PATIENCE * inside.count))
  let best: { box: Box; density: number } | null = null
  for (const [at, limit] of box.entries()) {
    if (limit.kept) continue
    const { values, kind } = columnOf(columns, limit.id)
    if (kind !== 'number') continue
    const beyond: number[] = []
    for (let i = 0; i < rows.length; i++) {
      if (count[i] === 1 && last[i] === at) beyond.push(rows[i])
    }
    for (const side of ['low', 'high'] as const) {
      const end = limit[side]
      if (end === null) continue
      const sign = side === 'low' ? -1 : 1
      const near = beyond
        .filter((row) => sign * (values[row] - end) > 0)
        .sort((a, b) => sign * (values[a] - values[b]) || a - b)
      if (near.length === 0) continue
      const taken = withTies(near, values, many)
      const more = taken.reduce((sum, row) => sum + good[row], 0)
      const density = (inside.good + more) / (inside.count + taken.length)
      if (density < inside.good / inside.count || (best && density <= best.density)) continue
      const rest = near[taken.length]
      const lastTaken = values[taken[taken.length - 1]]
      const next = rest === undefined ? null : (lastTaken + values[rest]) / 2
      best = { box: withoutOpen(box.with(at, { ...limit, [side]: next })), density }
    }
  }
  return best?.box ?? null
}

function withoutOpen(box: Box): Box {
  return box.filter(({ low, high, kept }) => kept || low !== null || high !== null)
}

function withTies(near: readonly number[], values: Float64Array, many: number): number[] {
  let to = Math.min(many, near.length)
  while (to < near.length && values[near[to]] === values[near[to - 1]]) to++
  return near.slice(0, to)
}
