/** What rules may be made of: a number, an event that happens (1) or not (0), or a kind of thing. */
export interface PrimColumn {
  readonly id: string
  /** By trial. */
  readonly values: Float64Array
  readonly kind: 'number' | 'event' | 'category'
}

/** What a box asks of one column: both ends are taken in; null where that side is open. */
export interface Limit {
  readonly id: string
  readonly low: number | null
  readonly high: number | null
  /** Of a category, the values that are left, lowest first. */
  readonly kept?: readonly number[]
}

/** Limits of different columns, all of which hold. */
export type Box = readonly Limit[]

/** Whether a value is within a limit. */
export function isWithin({ low, high, kept }: Limit, value: number): boolean {
  if (kept) return kept.includes(value)
  return (low === null || value >= low) && (high === null || value <= high)
}

/** How many of the limits each of some trials breaks, and which one it broke last. */
export interface Breaches {
  readonly count: Uint8Array | Uint16Array
  readonly last: Uint8Array | Uint16Array
}

/**
 * @param rows trials
 * @returns by place in `rows`
 */
export function breachesOf(
  box: Box,
  columns: ReadonlyMap<string, PrimColumn>,
  rows: Uint32Array,
): Breaches {
  const count = new Uint8Array(rows.length)
  const last = new Uint8Array(rows.length)
  box.forEach((limit, at) => {
    const { values } = columnOf(columns, limit.id)
    const [low, high] = [limit.low ?? -Infinity, limit.high ?? Infinity]
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i]]
      if (limit.kept ? isWithin(limit, value) : value >= low && value <= high) continue
      count[i]++
      last[i] = at
    }
  })
  return { count, last }
}

/** The column a limit is of. @throws where it is not there */
export function columnOf(columns: ReadonlyMap<string, PrimColumn>, id: string): PrimColumn {
  const found = columns.get(id)
  if (!found) throw new Error(`the rule limits ${id}, of which there are no values`)
  return found
}

/** What a box holds of some trials. */
export interface Held {
  /** Trials in it. */
  readonly count: number
  /** Good ones among them. */
  readonly good: number
}

/** What a box holds, and what it would without each of its limits. */
export interface HeldWithout {
  readonly inside: Held
  readonly without: readonly Held[]
}

export function heldBy(
  box: Box,
  columns: ReadonlyMap<string, PrimColumn>,
  rows: Uint32Array,
  good: Uint8Array,
): HeldWithout {
  return heldOf(breachesOf(box, columns, rows), box.length, rows, good)
}

/** The same of a box with so many limits whose breaches are known. */
export function heldOf(
  { count, last }: Breaches,
  limits: number,
  rows: Uint32Array,
  good: Uint8Array,
): HeldWithout {
  // Place 0 is for those inside, the others are for those that one limit alone keeps out.
  const [counts, hits] = [new Uint32Array(limits + 1), new Uint32Array(limits + 1)]
  for (let i = 0; i < rows.length; i++) {
    if (count[i] > 1) continue
    const place = count[i] === 0 ? 0 : last[i] + 1
    counts[place]++
    hits[place] += good[rows[i]]
  }
  const inside = { count: counts[0], good: hits[0] }
  return {
    inside,
    without: Array.from({ length: limits }, (_, at) => ({
      count: counts[at + 1] + inside.count,
      good: hits[at + 1] + inside.good,
    })),
  }
}

/**
 * A box with ends that can be said: each on a whole step of 1, 2 or 5 times a power of ten, of about
 * a hundredth of what its column spans.
 */
export function withRoundEnds(
  box: Box,
  columns: ReadonlyMap<string, PrimColumn>,
  spans: ReadonlyMap<string, number>,
): Box {
  return box.map((limit) => {
    if (columnOf(columns, limit.id).kind !== 'number') return limit
    const step = roundStep((spans.get(limit.id) ?? 0) / 100)
    const onStep = (end: number | null) => (end === null ? null : roundTo(end, step))
    return { ...limit, low: onStep(limit.low), high: onStep(limit.high) }
  })
}

interface Step {
  readonly times: number
  readonly power: number
}

function roundStep(size: number): Step | null {
  if (!(size > 0) || !Number.isFinite(size)) return null
  let power = 0
  while (size >= 10) {
    size /= 10
    power++
  }
  while (size < 1) {
    size *= 10
    power--
  }
  return { times: size < 1.5 ? 1 : size < 3.5 ? 2 : size < 7.5 ? 5 : 10, power }
}

function roundTo(x: number, step: Step | null): number {
  if (!step) return x
  const ten = Number(`1e${Math.abs(step.power)}`)
  const unit = step.power < 0 ? step.times / ten : step.times * ten
  // Divided by a whole number where it is one, lest 0.3 become 0.30000000000000004.
  const whole = Math.round(x / unit) * step.times
  return step.power < 0 ? whole / ten : whole * ten
}
