import {
  feasibleRange,
  fromPercentiles,
  type Given,
  type Interval,
  type PercentileFamily,
  percentilesNeeded,
  takesPercentiles,
} from '../../engine/distributions/from-percentiles.ts'
import {
  checkDistribution,
  type Distribution,
  type Nearest,
  type Percentile,
  quantile,
} from '../../engine/distributions/index.ts'
import type { SimpleDistribution } from '../../engine/distributions/simple.ts'
import { rounded } from './form.ts'
import { toDigits } from '../../words/index.ts'

/** The percentiles people are asked for. */
export const LEVELS = [0.1, 0.5, 0.9] as const
export type Level = (typeof LEVELS)[number]

/** Percentiles that a belief is held by while one of them moves. */
export interface Held {
  readonly kind: PercentileFamily
  readonly points: readonly Percentile[]
  /** Which of the points moves. */
  readonly index: number
  readonly constraints: Given
}

/** Whether the belief can be moved by its percentiles. */
export function movesByPercentiles(d: Distribution): boolean {
  return takesPercentiles(d.kind)
}

/** How many of P10, P50 and P90 determine a family. */
export function levelsNeeded(kind: PercentileFamily): number {
  return percentilesNeeded(kind) ?? LEVELS.length
}

/**
 * What holds a belief while one percentile moves: as many as determine its family, the moving one
 * among them. Where two do, the third follows.
 *
 * @param partner the one to hold where two determine it, unless it is the one that moves
 */
export function heldBy(d: Distribution, level: Level, partner: Level): Held | null {
  if (!takesPercentiles(d.kind)) return null
  const { kind } = d
  const interpolates = interpolated(d)
  const at = quantile(d)
  const levels = interpolates
    ? interpolates.map(({ p }) => p)
    : levelsNeeded(kind) === 2
      ? LEVELS.filter((p) => p === level || p === partnerOf(level, partner))
      : [...LEVELS]
  const points = interpolates ?? levels.map((p) => ({ p, value: at(p) }))
  return {
    kind,
    points,
    index: levels.indexOf(level),
    constraints: constraintsOf(d, interpolates !== null),
  }
}

/** The other percentile that holds a belief two determine. */
export function partnerOf(level: Level, partner: Level): Level {
  if (partner !== level) return partner
  return level === 0.9 ? 0.1 : 0.9
}

/**
 * The belief with the percentile moved.
 *
 * @throws InfeasibleError where there is none
 */
export function movedPercentile(held: Held, value: number): SimpleDistribution {
  const points = held.points.map((point, i) => (i === held.index ? { ...point, value } : point))
  return solved(held.kind, points, held.constraints)
}

/**
 * The belief of a family with these percentiles, in numbers short enough to read where that moves
 * nothing that counts.
 *
 * @throws InfeasibleError where there is none
 */
export function solved(
  kind: PercentileFamily,
  points: readonly Percentile[],
  constraints: Given,
): SimpleDistribution {
  const d = fromPercentiles(kind, points, constraints)
  if (d.kind === 'metalog') return d
  const short: unknown = Object.fromEntries(
    Object.entries({ ...d, ...bounds(d.kind, constraints) }).map(([name, value]) => [
      name,
      typeof value === 'number' ? rounded(value) : value,
    ]),
  )
  return keeps(short, points) ? short : d
}

function bounds(kind: string, { min, max }: Given): Given {
  return kind === 'truncatedNormal' ? { min, max } : {}
}

/** Whether a distribution still has the percentiles, to a thousandth of their spread. */
function keeps(d: unknown, points: readonly Percentile[]): d is SimpleDistribution {
  try {
    checkDistribution(d)
  } catch {
    return false
  }
  const at = quantile(d)
  const spread = points[points.length - 1].value - points[0].value
  return points.every(({ p, value }) => Math.abs(at(p) - value) <= 1e-3 * spread)
}

/** Digits with which a nearest possible value is tried, fewest first. */
const FEWEST = 2
const MOST = 12

/** The nearest possible value in as few digits as keep it possible. */
export function shortNearest(
  kind: PercentileFamily,
  points: readonly Percentile[],
  constraints: Given,
  { index, value }: Nearest,
): number {
  const spread = Math.abs(points[points.length - 1].value - points[0].value)
  for (let digits = FEWEST; digits <= MOST; digits++) {
    const short = toDigits(value, digits)
    if (Math.abs(short - value) > 0.02 * spread) continue
    try {
      fromPercentiles(
        kind,
        points.map((point, i) => (i === index ? { ...point, value: short } : point)),
        constraints,
      )
      return short
    } catch {
      // One digit more.
    }
  }
  return value
}

/** How far inside its ends a range is used, so that every value in it is possible. */
const INSIDE = 1e-3

/**
 * Between which values the percentile may be moved, for the belief to be possible and to stay
 * within what the assumption may be; null where it cannot move at all.
 */
export function roomFor(held: Held, domain: readonly [number, number]): Interval | null {
  const range = feasibleRange(held.kind, held.points, held.index, held.constraints)
  if (range === null) return null
  const low = Math.max(range[0], domain[0])
  const high = Math.min(range[1], domain[1])
  if (!(high > low)) return null
  const room = INSIDE * (high - low)
  return [low + room, high - room]
}

/** The belief's own percentiles, where the curve runs through each and P10, P50, P90 are among them. */
function interpolated(d: Distribution): readonly Percentile[] | null {
  if (d.kind !== 'metalog' || d.percentiles === undefined) return null
  const { percentiles, terms = Math.min(5, percentiles.length) } = d
  if (percentiles.length > terms) return null
  return LEVELS.every((level) => percentiles.some(({ p }) => p === level)) ? percentiles : null
}

/** What a family is told beside its percentiles: what the belief says of it now. */
export function constraintsOf(d: Distribution, interpolates = false): Given {
  if (d.kind === 'truncatedNormal') return { min: d.min, max: d.max }
  if (d.kind === 'pert') return d.weight === undefined ? {} : { weight: d.weight }
  if (d.kind !== 'metalog') return {}
  return {
    ...(d.lower === undefined ? {} : { min: d.lower }),
    ...(d.upper === undefined ? {} : { max: d.upper }),
    ...(interpolates && d.terms !== undefined ? { terms: d.terms } : {}),
  }
}
