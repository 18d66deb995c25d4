import {
  fromPercentiles,
  type Given,
  type PercentileFamily,
} from '../../engine/distributions/from-percentiles.ts'
import { InfeasibleError, type Percentile, quantile } from '../../engine/distributions/index.ts'
import type { SimpleDistribution } from '../../engine/distributions/simple.ts'
import { LEVELS, levelsNeeded, solved } from './percentile-moves.ts'

/** How far off a percentile may be, as a share of their spread, to be the one that was typed. */
const EXACT = 1e-6
/** Futures beyond these ends count for nothing. */
const ENDS = [0.001, 0.999] as const

/**
 * The belief that has all three percentiles: of the family where that can hold them, else a metalog
 * through them, which ends where the assumption's domain does if it would run past it.
 *
 * @param points P10, P50 and P90
 * @throws InfeasibleError where no curve has them, with the nearest value that one has
 */
export function throughAll(
  kind: PercentileFamily,
  points: readonly Percentile[],
  constraints: Given,
  domain: readonly [number, number],
): SimpleDistribution {
  const own = ofFamily(kind, points, constraints)
  if (own !== null) return own
  const bounds = boundsOf(points, domain)
  const open = attempt(() => fromPercentiles('metalog', points))
  if (open !== null && isInside(open, domain)) return open
  try {
    return fromPercentiles('metalog', points, bounds)
  } catch (error) {
    if (open !== null) return open
    if (!(error instanceof InfeasibleError) || !isRising(points)) throw error
    const listed = points.map(({ p, value }) => `P${p * 100} = ${value}`).join(', ')
    throw new InfeasibleError(
      `no ${kind} distribution has ${listed}, and no smooth curve runs through them`,
      error.nearest,
    )
  }
}

/** The ends a curve through these percentiles may be given: those of the domain, where all lie inside. */
export function boundsOf(
  points: readonly Percentile[],
  [min, max]: readonly [number, number],
): Given {
  const isBounded = Number.isFinite(min) && Number.isFinite(max)
  return isBounded && points.every(({ value }) => value > min && value < max) ? { min, max } : {}
}

function ofFamily(
  kind: PercentileFamily,
  points: readonly Percentile[],
  constraints: Given,
): SimpleDistribution | null {
  const held = levelsNeeded(kind) < LEVELS.length ? [points[0], points[2]] : points
  const found = [
    attempt(() => solved(kind, held, constraints)),
    attempt(() => fromPercentiles(kind, held, constraints)),
  ]
  return found.find((d) => d !== null && has(d, points)) ?? null
}

function has(d: SimpleDistribution, points: readonly Percentile[]): boolean {
  const at = quantile(d)
  const spread = points[points.length - 1].value - points[0].value
  return points.every(({ p, value }) => Math.abs(at(p) - value) <= EXACT * spread)
}

function isInside(d: SimpleDistribution, [low, high]: readonly [number, number]): boolean {
  const [lowest, highest] = ENDS.map(quantile(d))
  return lowest >= low && highest <= high
}

function isRising(points: readonly Percentile[]): boolean {
  return points.every(({ value }, i) => i === 0 || value > points[i - 1].value)
}

function attempt(make: () => SimpleDistribution): SimpleDistribution | null {
  try {
    return make()
  } catch {
    return null
  }
}
