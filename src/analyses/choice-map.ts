import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/design.ts'
import { measuresNamed, type Selection } from '../engine/selection.ts'
import { planeWeights } from '../engine/statistics/local-planes.ts'
import { rankingOf } from '../engine/statistics/ranking.ts'
import { type Slices, slicesOf } from '../engine/statistics/slices.ts'
import { standardErrorOfShare } from '../engine/statistics/standard-error.ts'
import { analysis, needsOf } from './analysis.ts'
import { commonMask, type Compared } from './choice-flips.ts'
import type { Estimate } from './estimates.ts'
import { FEWEST } from './side-bins.ts'

/** One of two beliefs, cut into parts of about the same chance, lowest first. */
export interface MapSide {
  /** Whether it is an event: not happening is the first part. */
  readonly isEvent: boolean
  /** Lowest and highest value of each part, and the share of futures in it. */
  readonly parts: readonly { readonly low: number; readonly high: number; readonly share: number }[]
}

/** One pair of parts. */
export interface MapCell {
  readonly count: number
  /** The best on average, by id; null where too few futures lie here to look. */
  readonly best: string | null
  /** How far that is ahead of the next best. */
  readonly lead: Estimate
  /** Whether it is surely ahead of every other one. */
  readonly isSure: boolean
}

/** Which strategy is best where, if two beliefs were known. */
export interface ChoiceMap {
  /** Futures that count, and whether they are too few to look at all. */
  readonly trials: number
  readonly areFew: boolean
  readonly x: MapSide
  readonly y: MapSide
  /** Row by row from the lowest part of y; in a row from the lowest part of x. */
  readonly cells: readonly MapCell[]
  /** The share of futures in which each strategy is surely best, the largest first. */
  readonly regions: readonly { readonly id: string; readonly chance: Estimate }[]
}

export interface ChoiceMapRequest {
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  /** −1 where lower is better. */
  readonly sign: 1 | -1
  /** Two beliefs, by id. */
  readonly inputs: readonly [x: string, y: string]
  /** A future counts where it meets this in all of the strategies. */
  readonly selection: Selection
}

/** Futures wanted in a cell, on average; and with fewer than this nothing is said of it. */
const IN_CELL = 150
const LEAST = 20
const MOST_PARTS = 10
/** A cell's best is ahead of the others by so many errors. */
const ERRORS = 3

/**
 * Which of some strategies is best on average in each cell of two beliefs, from the futures in it.
 *
 * @param x the first belief by trial
 * @param y the second
 */
export function choiceMapOf(compared: Compared, x: Float64Array, y: Float64Array): ChoiceMap {
  const { strategies, replicate, mask } = compared
  const trials = mask ? mask.reduce((sum, one) => sum + one, 0) : x.length
  const areFew = trials < FEWEST || strategies.length < 2
  const parts = Math.max(2, Math.min(MOST_PARTS, Math.floor(Math.sqrt(trials / IN_CELL))))
  const [across, up] = [x, y].map((values) => cutBy(values, mask, areFew ? 1 : parts))
  const place = across.place.map((one, trial) =>
    one < 0 ? -1 : up.place[trial] * across.side.parts.length + one,
  )
  const sorted = [...strategies].sort((a, b) => (a.id < b.id ? -1 : 1))
  const cells = areFew ? [] : cellsOf(sorted, place, [across.side, up.side])
  return {
    trials,
    areFew,
    x: across.side,
    y: up.side,
    cells,
    regions: regionsOf(cells, place, { replicate, mask }),
  }
}

/** Parts of a belief, and the one each trial lies in; −1 where it does not count. */
function cutBy(values: Float64Array, mask: Uint8Array | null, most: number) {
  const order = rankingOf(values).filter((trial) => !mask || mask[trial] === 1)
  const place = new Int32Array(values.length).fill(-1)
  if (order.length === 0) return { side: { isEvent: false, parts: [] }, place }
  const slices: Slices = slicesOf(values, order, most)
  const { low, high, count, starts } = slices
  for (let part = 0; part < count.length; part++) {
    for (let i = starts[part]; i < starts[part + 1]; i++) place[order[i]] = part
  }
  const side: MapSide = {
    isEvent: count.length === 2 && low[0] === 0 && high[0] === 0 && low[1] === 1,
    parts: Array.from(count, (size, at) => ({
      low: low[at],
      high: high[at],
      share: size / order.length,
    })),
  }
  return { side, place }
}

/** The best of each cell by what the cells around it say too: a plane through them. */
function cellsOf(
  strategies: Compared['strategies'],
  place: Int32Array,
  sides: readonly [MapSide, MapSide],
): MapCell[] {
  const [across, up] = sides.map(({ parts }) => parts.length)
  const count = new Float64Array(across * up)
  for (const one of place) if (one >= 0) count[one]++
  const weights = planeWeights({ across, up, count, apart: [sides[0].isEvent, sides[1].isEvent] })
  const pairs = pairsOf(strategies, place, count)
  return Array.from(count, (size, cell) => {
    const leadOf = (k: number, other: number) => smoothed(pairs(k, other), weights[cell])
    let best = 0
    for (let k = 1; k < strategies.length; k++) if (leadOf(k, best).value > 0) best = k
    const leads = strategies.flatMap((_, k) => (k === best ? [] : [leadOf(best, k)]))
    const areFew = size < LEAST
    return {
      count: size,
      best: areFew ? null : strategies[best].id,
      lead: areFew
        ? { value: 0, error: null }
        : leads.reduce((a, b) => (b.value < a.value ? b : a)),
      isSure: !areFew && leads.every(({ value, error }) => value > ERRORS * (error ?? Infinity)),
    }
  })
}

interface CellMeans {
  readonly mean: Float64Array
  /** Of each mean, of independent trials. */
  readonly variance: Float64Array
}

/** How far one strategy is ahead of another one, cell by cell, worked out once. */
function pairsOf(strategies: Compared['strategies'], place: Int32Array, count: Float64Array) {
  const known = new Map<string, CellMeans>()
  return (one: number, other: number): CellMeans => {
    const name = `${one} ${other}`
    const found = known.get(name) ?? meansOf(strategies[one].values, strategies[other].values)
    known.set(name, found)
    return found
  }
  function meansOf(a: Float64Array, b: Float64Array): CellMeans {
    const sums = new Float64Array(count.length)
    const squares = new Float64Array(count.length)
    for (let i = 0; i < place.length; i++) {
      if (place[i] < 0) continue
      const lead = a[i] - b[i]
      sums[place[i]] += lead
      squares[place[i]] += lead * lead
    }
    const mean = sums.map((sum, cell) => (count[cell] > 0 ? sum / count[cell] : 0))
    const within = squares.map((square, cell) => Math.max(0, square - mean[cell] * sums[cell]))
    const all = within.reduce((sum, x) => sum + x, 0) / count.reduce((sum, x) => sum + x, 0)
    // Few trials say too little of their own spread.
    const variance = within.map((square, cell) => {
      const size = count[cell]
      return size < LEAST ? all / Math.max(1, size) : square / (size - 1) / size
    })
    return { mean, variance }
  }
}

function smoothed({ mean, variance }: CellMeans, weights: Float64Array): Estimate {
  let [value, spread] = [0, 0]
  for (let cell = 0; cell < weights.length; cell++) {
    value += weights[cell] * mean[cell]
    spread += weights[cell] * weights[cell] * variance[cell]
  }
  return { value, error: Math.sqrt(spread) }
}

function regionsOf(
  cells: readonly MapCell[],
  place: Int32Array,
  { replicate, mask }: { readonly replicate: Replicate; readonly mask: Uint8Array | null },
): ChoiceMap['regions'] {
  const sure = cells.map(({ best, isSure }) => (isSure ? best : null))
  const trials = cells.reduce((sum, { count }) => sum + count, 0)
  const ids = [...new Set(sure.filter((id) => id !== null))]
  return ids
    .map((id) => {
      const isIn = (trial: number) => place[trial] >= 0 && sure[place[trial]] === id
      const number = cells.reduce((sum, { count }, at) => sum + (sure[at] === id ? count : 0), 0)
      const error = standardErrorOfShare(isIn, place.length, replicate, mask ?? undefined)
      return { id, chance: { value: number / trials, error } }
    })
    .sort((a, b) => b.chance.value - a.chance.value || (a.id < b.id ? -1 : 1))
}

/** Which strategy is best on average in each cell of two beliefs. */
export const choiceMap = analysis({
  needs: ({ cases, outcome, inputs, selection }: ChoiceMapRequest, model) => {
    const needs = needsOf(cases, [outcome], measuresNamed(model, selection))
    return { ...needs, inputs: [...new Set([...inputs, ...needs.inputs])] }
  },
  *steps(request, { model, replicate, cases }): Generator<void, ChoiceMap> {
    const { outcome, sign, inputs, selection, cases: refs } = request
    const strategies = cases.map((one, at) => ({
      id: refs[at].strategy,
      values: one.outcome(outcome).map((value) => sign * value),
    }))
    const mask = commonMask(model, selection, cases)
    yield
    const [x, y] = inputs.map((id) => cases[0].input(id))
    return choiceMapOf({ strategies, replicate, mask }, x, y)
  },
})
