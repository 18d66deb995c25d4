import { exp } from '../math.ts'
import { meanOf, varianceOf } from './moments.ts'
import { quantileOf } from './quantile.ts'
import { ranking } from './ranking.ts'

/** A value held by so many trials that no density may be drawn across it. */
export interface Atom {
  readonly value: number
  /** Share of trials. */
  readonly share: number
}

/** One of fifty equal parts of the futures, shown by a trial in its middle. */
export interface Dot {
  /** From 1, lowest value first. */
  readonly rank: number
  readonly trial: number
  readonly value: number
}

/** All that is drawn for the distribution of one number. */
export interface Shape {
  /** Trials that count. */
  readonly count: number
  /** Their values, lowest first, and the trial each belongs to. */
  readonly sorted: Float64Array
  readonly trialOfRank: Int32Array
  readonly atoms: readonly Atom[]
  /** Of what is no atom; the area is its share of trials. Empty where there is no such part. */
  readonly density: { readonly x: Float64Array; readonly y: Float64Array }
  readonly p2: number
  readonly p98: number
  readonly dots: readonly Dot[]
}

const ATOM_SHARE = 0.02
const GRID = 256
const DOTS = 50

/**
 * Works out what is drawn for a distribution.
 *
 * @param values by trial, finite
 * @param mask 1 where a trial counts; all do without it
 */
export function shape(values: Float64Array, mask?: Uint8Array): Shape {
  const order = ranking(values)
  const trialOfRank = mask ? order.filter((trial) => mask[trial] === 1) : order
  const sorted = Float64Array.from(trialOfRank, (trial) => values[trial])
  const count = sorted.length
  if (count === 0) return empty
  const atoms = atomsOf(sorted)
  const held = new Set(atoms.map(({ value }) => value))
  const rest = held.size > 0 ? sorted.filter((value) => !held.has(value)) : sorted
  return {
    count,
    sorted,
    trialOfRank,
    atoms,
    density: densityOf(rest, rest.length / count),
    p2: quantileOf(sorted, 0.02),
    p98: quantileOf(sorted, 0.98),
    dots: Array.from({ length: DOTS }, (_, k) => {
      const rank = Math.ceil(((2 * k + 1) * count) / (2 * DOTS))
      return { rank, trial: trialOfRank[rank - 1], value: sorted[rank - 1] }
    }),
  }
}

const empty: Shape = {
  count: 0,
  sorted: new Float64Array(),
  trialOfRank: new Int32Array(),
  atoms: [],
  density: { x: new Float64Array(), y: new Float64Array() },
  p2: 0,
  p98: 0,
  dots: [],
}

function atomsOf(sorted: Float64Array): Atom[] {
  const atoms: Atom[] = []
  let start = 0
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue
    const held = i - start
    // Below 50 trials a single one is more than 2% and says nothing.
    if (held > 1 && held > ATOM_SHARE * sorted.length) {
      atoms.push({ value: sorted[start], share: held / sorted.length })
    }
    start = i
  }
  if (sorted.length === 1) atoms.push({ value: sorted[0], share: 1 })
  return atoms
}

/**
 * Gaussian kernel density on a grid, with the robust bandwidth of Silverman (1986, eq. 3.31) and
 * reflection at the ends of the data, so that nothing lies where no value can be. The far tails
 * are cut off the grid.
 */
function densityOf(sorted: Float64Array, share: number): Shape['density'] {
  const count = sorted.length
  const low = sorted[0]
  const high = sorted[count - 1]
  if (count < 2 || !(high > low)) return { x: new Float64Array(), y: new Float64Array() }
  const deviation = Math.sqrt(varianceOf(sorted, meanOf(sorted)))
  const middle = (quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25)) / 1.349
  const spread = middle > 0 ? Math.min(deviation, middle) : deviation
  const bandwidth = 0.9 * spread * fifthRoot(1 / count)
  const from = Math.max(low, quantileOf(sorted, 0.005) - 3 * bandwidth)
  const to = Math.min(high, quantileOf(sorted, 0.995) + 3 * bandwidth)
  if (!(to > from) || !(bandwidth > 0)) return { x: new Float64Array(), y: new Float64Array() }
  const step = (to - from) / (GRID - 1)
  const reach = Math.min(GRID - 1, Math.ceil((4 * bandwidth) / step))
  const weights = Float64Array.from({ length: reach + 1 }, (_, k) => {
    const z = (k * step) / bandwidth
    return exp(-0.5 * z * z)
  })
  const bins = binned(sorted, from, step)
  const y = new Float64Array(GRID)
  for (let bin = 0; bin < GRID; bin++) {
    if (bins[bin] === 0) continue
    for (let k = -reach; k <= reach; k++) {
      y[reflected(bin + k)] += bins[bin] * weights[Math.abs(k)]
    }
  }
  const inside = sorted.filter((value) => value >= from && value <= to).length / count
  const area = (areaOf(y) * step) / (share * inside)
  return {
    x: Float64Array.from({ length: GRID }, (_, i) => from + i * step),
    y: y.map((value) => value / area),
  }
}

/** Counts shared between the two nearest points of the grid. */
function binned(sorted: Float64Array, from: number, step: number): Float64Array {
  const bins = new Float64Array(GRID)
  for (const value of sorted) {
    const at = (value - from) / step
    const below = Math.floor(at)
    if (below < 0 || at > GRID - 1) continue
    const part = at - below
    bins[below] += 1 - part
    if (below + 1 < GRID) bins[below + 1] += part
  }
  return bins
}

function reflected(bin: number): number {
  if (bin < 0) return -bin
  return bin < GRID ? bin : 2 * (GRID - 1) - bin
}

function areaOf(y: Float64Array): number {
  let area = -(y[0] + y[GRID - 1]) / 2
  for (const height of y) area += height
  return area
}

function fifthRoot(value: number): number {
  let root = 1
  for (let i = 0; i < 60; i++) root = (4 * root + value / (root * root * root * root)) / 5
  return root
}
