import { exp, log, normalQuantile } from '../math.ts'
import { root } from '../root.ts'
import { betaShape } from '../special.ts'
import type { Percentile } from './family.ts'
import type { SimpleDistribution } from './simple.ts'
import { simpleFamilyOf } from './simple.ts'
import { truncatedNormal } from './truncated-normal.ts'

export type Interval = readonly [low: number, high: number]

/** What a conversion is told beside percentiles. */
export interface Given {
  /** Bounds of a truncated normal or a metalog. */
  readonly min?: number
  readonly max?: number
  /** Of a PERT's likeliest value. */
  readonly weight?: number
  /** Of a metalog. */
  readonly terms?: number
}

/** How the percentiles of a family are turned into its parameters. */
export interface Solver {
  /** How many percentiles; any number from two where it is null. */
  readonly needed: number | null
  /** Null where no parameters have these percentiles. */
  solve(points: readonly Percentile[], given: Given): SimpleDistribution | null
  /** Between which values one percentile may lie while the others stay; null where nowhere. */
  range(points: readonly Percentile[], index: number, given: Given): Interval | null
}

/** Between the neighbours. */
export function neighbours(
  points: readonly Percentile[],
  index: number,
  [low, high]: Interval = [-Infinity, Infinity],
): Interval | null {
  const from = Math.max(low, ...points.slice(0, index).map(({ value }) => value))
  const until = Math.min(high, ...points.slice(index + 1).map(({ value }) => value))
  return from < until ? [from, until] : null
}

function scoreGap([low, high]: readonly Percentile[]): number {
  return normalQuantile(high.p) - normalQuantile(low.p)
}

export const uniformSolver: Solver = {
  needed: 2,
  solve([low, high]) {
    const slope = (high.value - low.value) / (high.p - low.p)
    return {
      kind: 'uniform',
      min: low.value - low.p * slope,
      max: high.value + (1 - high.p) * slope,
    }
  },
  range: (points, index) => neighbours(points, index),
}

export const normalSolver: Solver = {
  needed: 2,
  solve(points) {
    const [low, high] = points
    const standardDeviation = (high.value - low.value) / scoreGap(points)
    const mean = low.value - standardDeviation * normalQuantile(low.p)
    return { kind: 'normal', mean, standardDeviation }
  },
  range: (points, index) => neighbours(points, index),
}

/** The widest spread of a logarithm that the family takes. */
const MOST_LOG_SPREAD = 10

export const lognormalSolver: Solver = {
  needed: 2,
  solve(points) {
    const [low, high] = points
    if (!(low.value > 0)) return null
    const logStandardDeviation = log(high.value / low.value) / scoreGap(points)
    if (!(logStandardDeviation <= MOST_LOG_SPREAD)) return null
    const median = low.value * exp(-logStandardDeviation * normalQuantile(low.p))
    return { kind: 'lognormal', median, logStandardDeviation }
  },
  range(points, index) {
    const other = points[1 - index].value
    const factor = exp(MOST_LOG_SPREAD * scoreGap(points))
    if (!(other > 0)) return index === 1 ? null : [0, Infinity]
    return index === 0 ? [other / factor, other] : [other, other * factor]
  },
}

/** A family of two parameters, by the logarithm of its spread: which of that spread meets a percentile. */
interface Spreads {
  readonly limits: Interval
  readonly meets: (spread: number, point: Percentile) => SimpleDistribution | null
}

const BETA_LEAST = 0.01
const betaSpreads: Spreads = {
  // Twice the least of either parameter to a million in all.
  limits: [-log(1e6), -log(0.03)],
  meets(spread, { p, value }) {
    const size = exp(-spread)
    const miss = (mean: number) => betaShape(mean * size, (1 - mean) * size).cumulative(value) - p
    const mean = crossing(miss, BETA_LEAST / size, 1 - BETA_LEAST / size)
    if (mean === null) return null
    return { kind: 'beta', alpha: mean * size, beta: (1 - mean) * size }
  },
}

/** Scores from the bounds at which a bell still has a billionth of itself between them. */
const FAR = 5.5

function truncatedSpreads(min: number, max: number): Spreads {
  const width = max - min
  return {
    limits: [log(width * 1e-3), log(width * 50)],
    meets(spread, { p, value }) {
      const standardDeviation = exp(spread)
      const of = (mean: number) =>
        ({ kind: 'truncatedNormal', mean, standardDeviation, min, max }) as const
      const miss = (mean: number) => truncatedNormal.cumulative(of(mean), value) - p
      const reach = FAR * standardDeviation
      const mean = crossing(miss, min - reach, max + reach)
      return mean === null ? null : of(mean)
    },
  }
}

function crossing(miss: (x: number) => number, low: number, high: number): number | null {
  return miss(low) >= 0 && miss(high) <= 0 ? root(miss, low, high) : null
}

export const betaSolver: Solver = spreadSolver(
  () => betaSpreads,
  () => [0, 1],
)

export const truncatedNormalSolver: Solver = spreadSolver(
  (given) => truncatedSpreads(...boundsOf(given)),
  boundsOf,
)

function boundsOf({ min, max }: Given): Interval {
  if (min !== undefined && max !== undefined && min < max) return [min, max]
  throw new Error(`truncatedNormal needs its bounds min < max, got ${min}, ${max}`)
}

/** Two percentiles: the second decides the spread, and of each spread the first decides the place. */
function spreadSolver(
  spreadsOf: (given: Given) => Spreads,
  bounds: (given: Given) => Interval,
): Solver {
  const isWithin = ([low, high]: Interval, { value }: Percentile) => value > low && value < high
  return {
    needed: 2,
    solve(points, given) {
      if (!points.every((point) => isWithin(bounds(given), point))) return null
      const [low, high] = points
      const spreads = spreadsOf(given)
      const [least, most] = reachable(spreads, low)
      const miss = (spread: number) => {
        const d = spreads.meets(spread, low)
        // Past the edge of what can be reached by a rounding error.
        return d === null ? NaN : high.p - simpleFamilyOf(d).cumulative(d, high.value)
      }
      if (!(miss(least) <= 0 && miss(most) >= 0)) return null
      return spreads.meets(root(miss, least, most), low)
    },
    range(points, index, given) {
      const [own, other] = [points[index], points[1 - index]]
      if (!isWithin(bounds(given), other)) return null
      const spreads = spreadsOf(given)
      const ends = reachable(spreads, other).flatMap((spread) => {
        const d = spreads.meets(spread, other)
        return d === null ? [] : [simpleFamilyOf(d).quantile(d)(own.p)]
      })
      return ends.length < 2 ? null : [Math.min(...ends), Math.max(...ends)]
    },
  }
}

/** The spreads at which a percentile can be met, to within what does not matter. */
function reachable({ limits: [low, high], meets }: Spreads, point: Percentile): Interval {
  const can = (spread: number) => meets(spread, point) !== null
  if (can(high)) return [low, high]
  let [inside, outside] = [low, high]
  for (let turn = 0; turn < 40; turn++) {
    const middle = (inside + outside) / 2
    if (can(middle)) inside = middle
    else outside = middle
  }
  return [low, inside]
}
