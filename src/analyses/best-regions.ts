import {
  smoothAt,
  type Smoother,
  smootherOf,
  smoothWithError,
} from '../engine/statistics/local-lines.ts'
import { trendIn } from '../engine/statistics/slice-trend.ts'
import { meansIn, type SliceMeans, type Slices } from '../engine/statistics/slices.ts'
import { CERTAIN } from './side-bins.ts'

// Where along one input which of some strategies is best on average.

/** A value at which two strategies are level, and between which values it surely lies. */
export interface Root {
  readonly value: number
  /** Where their smoothed difference is within two of its errors of 0; an end of what was drawn where that reaches it. */
  readonly low: number
  readonly high: number
}

/** Slices of an input, from the first to before the last. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** A stretch of an input over which one strategy is best. */
export interface Region extends Stretch {
  /** Place of the strategy. */
  readonly best: number
}

/** What is compared along an input. */
export interface Along {
  readonly slices: Slices
  /** By trial, and in it by strategy, larger is better: each less the best on average. */
  readonly ahead: Float64Array
  /** How many strategies there are. */
  readonly strategies: number
  /** Place of the best on average. */
  readonly top: number
}

/** Errors to either side of a root's interval: 95%. */
const ERRORS = 2
/** Looks between two slices where an interval ends. */
const LOOKS = 4
/** What goes with an input by so many errors does so for certain, as a tornado has it. */
const GOES = 5
/** Of what does few looks are left: so many errors are sure, as on a map of two inputs. */
const SURE = 3
/** The part of an input at either end that a tornado looks at. */
const TENTH = 0.1

/** Pairs of strategies along one input, each worked out when it is wanted. */
export class Curves {
  readonly #means: readonly SliceMeans[]
  readonly #pairs = new Map<string, SliceMeans>()
  readonly #enough = new Map<number, number>()
  #smoother: Smoother | null = null

  constructor(readonly along: Along) {
    const { slices, ahead, strategies } = along
    this.#means = meansIn(slices, ahead, strategies)
  }

  get smoother(): Smoother {
    const { slices, top } = this.along
    this.#smoother ??= smootherOf(
      slices,
      this.#means.filter((_, k) => k !== top),
    )
    return this.#smoother
  }

  /** Whether some strategy is surely ahead of the best on average on any stretch at all. */
  get mayFlip(): boolean {
    const { slices, top } = this.along
    return this.#means.some(
      (means, k) => k !== top && isSurelyAhead(means, slices.count, () => this.enough(k)),
    )
  }

  /** How far one strategy is ahead of another one, slice by slice. */
  of(one: number, other: number): SliceMeans {
    const { slices, ahead, strategies, top } = this.along
    if (other === top) return this.#means[one]
    const name = `${one} ${other}`
    const known = this.#pairs.get(name)
    if (known) return known
    const column = new Float64Array(ahead.length / strategies)
    for (let trial = 0; trial < column.length; trial++) {
      const place = trial * strategies
      column[trial] = ahead[place + one] - ahead[place + other]
    }
    const [found] = meansIn(slices, column, 1)
    this.#pairs.set(name, found)
    return found
  }

  /** The best of each slice; the best on average where several are level. */
  best(): number[] {
    const { slices, top } = this.along
    return Array.from(slices.middle, (at) => {
      const values = smoothAt(this.smoother, this.#means, at)
      let best = top
      values.forEach((value, k) => {
        if (value > values[best]) best = k
      })
      return best
    })
  }

  /**
   * By how many of its errors one strategy is ahead of another one on a stretch, by all of it or by the
   * tenth at an end of the input: whichever says so more clearly.
   */
  surely(one: number, other: number, region: Stretch): number {
    const means = this.of(one, other)
    const parts = partsOf(this.along.slices, region)
    return Math.max(...parts.map((part) => this.#errorsOf(means, part)))
  }

  /** Errors by which one strategy must be ahead of the best on average. */
  enough(one: number): number {
    const { slices } = this.along
    const known =
      this.#enough.get(one) ?? (trendIn(slices, this.#means[one]) > GOES ? SURE : CERTAIN)
    this.#enough.set(one, known)
    return known
  }

  #errorsOf({ mean, variance }: SliceMeans, { from, to }: Stretch): number {
    const { count } = this.along.slices
    let [gain, spread] = [0, 0]
    for (let at = from; at < to; at++) {
      gain += mean[at] * count[at]
      spread += variance[at] * count[at] * count[at]
    }
    return spread > 0 ? gain / Math.sqrt(spread) : gain > 0 ? Infinity : 0
  }
}

/** A stretch, and the tenth of the trials at an end of the input that it reaches. */
function partsOf({ count, order }: Slices, { from, to }: Stretch): Stretch[] {
  const tenth = TENTH * order.length
  const found: Stretch[] = [{ from, to }]
  let [low, held] = [0, 0]
  while (low < count.length && held + count[low] <= tenth) held += count[low++]
  if (from === 0 && low > 0) found.push({ from, to: low })
  let high = count.length
  held = 0
  while (high > 0 && held + count[high - 1] <= tenth) held += count[--high]
  if (to === count.length && high < to) found.push({ from: high, to })
  return found
}

/** @param enough asked for only where something is sure by the least that can be enough */
function isSurelyAhead(
  { mean, variance }: SliceMeans,
  count: Float64Array,
  enough: () => number,
): boolean {
  let needed = SURE
  for (let from = 0; from < count.length; from++) {
    let [gain, spread] = [0, 0]
    for (let at = from; at < count.length; at++) {
      gain += mean[at] * count[at]
      spread += variance[at] * count[at] * count[at]
      if (!(gain > 0 && gain * gain >= needed * needed * spread)) continue
      needed = enough()
      if (gain * gain >= needed * needed * spread) return true
    }
  }
  return false
}

/**
 * The stretches of an input, each with the strategy that is surely best there, against the best on
 * average and its neighbours: by more than 4.5 of its errors, for the many looks, or by 3 where its lead
 * goes with the input for certain. What is not sure is taken to be as it is beside it, the least sure first.
 */
export function regionsOf(curves: Curves): readonly Region[] {
  const best = curves.best()
  for (;;) {
    const regions = stretches(best)
    const weakest = weakestOf(curves, regions)
    if (!weakest) return regions
    best.fill(weakest.instead, weakest.region.from, weakest.region.to)
  }
}

function stretches(best: readonly number[]): Region[] {
  const regions: Region[] = []
  let from = 0
  for (let at = 1; at <= best.length; at++) {
    if (at < best.length && best[at] === best[from]) continue
    regions.push({ best: best[from], from, to: at })
    from = at
  }
  return regions
}

function weakestOf(curves: Curves, regions: readonly Region[]) {
  const { top } = curves.along
  let weakest: { region: Region; instead: number; by: number } | null = null
  regions.forEach((region, at) => {
    const { best } = region
    const beside = [regions[at - 1], regions[at + 1]].flatMap((one) => one?.best ?? [])
    // Which of two takes over that are both ahead is a question of its own: many pairs are level.
    const isPlain = best !== top && beside.every((one) => one === top)
    const enough = isPlain ? curves.enough(best) : CERTAIN
    for (const instead of rivalsOf(top, regions, at)) {
      const by = curves.surely(best, instead, region) / enough
      if (by < (weakest?.by ?? 1)) weakest = { region, instead, by }
    }
  })
  return weakest as { readonly region: Region; readonly instead: number } | null
}

/** Those that would be said to be best there instead, if it is not sure. */
function rivalsOf(top: number, regions: readonly Region[], at: number): number[] {
  const { best } = regions[at]
  const beside = [regions[at - 1], regions[at + 1]].flatMap((one) => (one ? [one.best] : []))
  if (best !== top) return [...new Set([top, ...beside])]
  // The best on average is somewhere, and needs no more proof where nothing else is on both sides.
  const isOnly = regions.filter((one) => one.best === top).length === 1
  return !isOnly && beside.length === 2 && beside[0] === beside[1] ? [beside[0]] : []
}

/** Where the best changes from one stretch to the next one. */
export function rootOf(curves: Curves, below: Region, above: Region): Root {
  const { smoother } = curves
  const { middle } = curves.along.slices
  const means = curves.of(above.best, below.best)
  const lead = (at: number) => smoothAt(smoother, [means], at)[0]
  const place = turnNearest(
    Array.from(middle, lead),
    below.to - 1,
    Math.max(0, below.from - 1),
    Math.min(middle.length - 2, above.to - 1),
  )
  if (place === null) {
    const value = (middle[below.to - 1] + middle[above.from]) / 2
    return { value, low: middle[below.from], high: middle[above.to - 1] }
  }
  let [low, high] = [middle[place], middle[place + 1]]
  for (let step = 0; step < 50; step++) {
    const half = (low + high) / 2
    if (lead(half) > 0) high = half
    else low = half
  }
  const value = (low + high) / 2
  return {
    value,
    low: endOf(curves, means, value, place, -1),
    high: endOf(curves, means, value, place, 1),
  }
}

/** The slice after which a lead becomes one, nearest to a place; null where it nowhere does. */
function turnNearest(
  lead: readonly number[],
  near: number,
  from: number,
  to: number,
): number | null {
  let found: number | null = null
  for (let at = from; at <= to; at++) {
    const turns = lead[at] <= 0 && lead[at + 1] > 0
    if (turns && (found === null || Math.abs(at - near) < Math.abs(found - near))) found = at
  }
  return found
}

/** How far from a root the difference is within two errors of 0. */
function endOf(
  { smoother, along: { slices } }: Curves,
  means: SliceMeans,
  root: number,
  place: number,
  way: 1 | -1,
): number {
  const { middle, low, high } = slices
  const beyond = (at: number) => {
    const { value, error } = smoothWithError(smoother, means, at)
    return way * value - ERRORS * error
  }
  let [inside, short] = [root, beyond(root)]
  for (let slice = way > 0 ? place + 1 : place; slice >= 0 && slice < middle.length; slice += way) {
    const start = inside
    for (let look = 1; look <= LOOKS; look++) {
      const at = start + ((middle[slice] - start) * look) / LOOKS
      const past = beyond(at)
      if (past > 0) return inside + ((at - inside) * short) / (short - past)
      ;[inside, short] = [at, past]
    }
  }
  return way > 0 ? high[high.length - 1] : low[0]
}
