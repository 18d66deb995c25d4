import { type Box, breachesOf, columnOf, type Limit, type PrimColumn } from './prim-box.ts'
import { PATIENCE, type PrimTask } from './prim.ts'

export interface PasteTask extends PrimTask {
  readonly byId: ReadonlyMap<string, PrimColumn>
}

const MOST_PASTES = 40

/**
 * Pastes: moves each end of a box out, a twentieth of what it holds at a time, as long as the share
 * of good trials does not fall. A limit that has nothing left to keep out is dropped.
 */
export function pasted(box: Box, task: PasteTask): Box {
  for (let turn = 0; turn < MOST_PASTES; turn++) {
    const wider = bestPaste(box, task)
    if (!wider) return box
    box = wider
  }
  return box
}

function bestPaste(box: Box, { columns, byId, orders, rows, good }: PasteTask): Box | null {
  const { count, last } = breachesOf(box, byId, rows)
  // By trial: which limit alone keeps it out, from 1.
  const outBy = new Uint8Array(good.length)
  const inside = { count: 0, good: 0 }
  for (let i = 0; i < rows.length; i++) {
    if (count[i] === 1) outBy[rows[i]] = last[i] + 1
    if (count[i] > 0) continue
    inside.count++
    inside.good += good[rows[i]]
  }
  if (inside.count === 0) return null
  const many = Math.max(1, Math.floor(PATIENCE * inside.count))
  let best: { box: Box; density: number } | null = null
  for (const [at, limit] of box.entries()) {
    const column = columnOf(byId, limit.id)
    if (column.kind !== 'number') continue
    const order = orders[columns.findIndex(({ id }) => id === limit.id)]
    const side = { values: column.values, order, outBy, limit: at + 1, good }
    for (const end of ['low', 'high'] as const) {
      const strip = stripBeyond(side, limit, end, many)
      if (!strip) continue
      const density = (inside.good + strip.good) / (inside.count + strip.count)
      if (density < inside.good / inside.count || (best && density <= best.density)) continue
      best = { box: withoutOpen(box.with(at, { ...limit, [end]: strip.next })), density }
    }
  }
  return best?.box ?? null
}

interface Side {
  readonly values: Float64Array
  readonly order: Int32Array
  readonly outBy: Uint8Array
  readonly limit: number
  readonly good: Uint8Array
}

/** What lies next to an end, and the end beyond it; null where nothing is left there. */
interface Strip {
  readonly count: number
  readonly good: number
  readonly next: number | null
}

/** About so many trials that one end alone keeps out, the nearest first; equal values come together. */
function stripBeyond(
  { values, order, outBy, limit, good }: Side,
  ends: Limit,
  end: 'low' | 'high',
  many: number,
): Strip | null {
  const from = ends[end]
  if (from === null) return null
  const step = end === 'low' ? -1 : 1
  let [count, hits, last] = [0, 0, from]
  for (let i = firstBeyond(values, order, from, end); i >= 0 && i < order.length; i += step) {
    const trial = order[i]
    if (outBy[trial] !== limit) continue
    const value = values[trial]
    if (count >= many && value !== last) return { count, good: hits, next: (last + value) / 2 }
    count++
    hits += good[trial]
    last = value
  }
  return count === 0 ? null : { count, good: hits, next: null }
}

/** The place in an order next to an end, outside of it. */
function firstBeyond(
  values: Float64Array,
  order: Int32Array,
  from: number,
  end: 'low' | 'high',
): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const value = values[order[middle]]
    if (end === 'low' ? value < from : value <= from) low = middle + 1
    else high = middle
  }
  return end === 'low' ? low - 1 : low
}

function withoutOpen(box: Box): Box {
  return box.filter(({ low, high, kept }) => kept || low !== null || high !== null)
}
