import type { Percentile } from './family.ts'
import { InfeasibleError, type Nearest } from './infeasible.ts'
import { metalog, type Metalog } from './metalog.ts'
import {
  betaSolver,
  type Given,
  type Interval,
  lognormalSolver,
  neighbours,
  normalSolver,
  type Solver,
  truncatedNormalSolver,
  uniformSolver,
} from './percentile-pairs.ts'
import { pertSolver, triangularSolver } from './percentile-triplets.ts'
import type { SimpleDistribution } from './simple.ts'

export type { Given, Interval } from './percentile-pairs.ts'

/** Steps between neighbours in which a possible place is looked for, and halvings to its edge. */
const STEPS = 64
const HALVINGS = 60
/** How far inside a range the nearest possible value is taken, so that it is possible itself. */
const INSIDE = 1e-6

const metalogSolver: Solver = {
  needed: null,
  solve(points, given) {
    const d = metalogOf(points, given)
    return isPossible(d) ? d : null
  },
  range(points, index, given) {
    const bounds = neighbours(points, index, [given.min ?? -Infinity, given.max ?? Infinity])
    if (bounds === null) return null
    const can = (value: number) => isPossible(metalogOf(moved(points, index, value), given))
    return rangeAround(points, index, bounds, can)
  },
}

/** The families that percentiles determine, and how. */
const solvers = {
  uniform: uniformSolver,
  triangular: triangularSolver,
  pert: pertSolver,
  normal: normalSolver,
  truncatedNormal: truncatedNormalSolver,
  lognormal: lognormalSolver,
  beta: betaSolver,
  metalog: metalogSolver,
} satisfies Readonly<Partial<Record<SimpleDistribution['kind'], Solver>>>

export type PercentileFamily = keyof typeof solvers

/** How many percentiles determine a family; null where any number from two does. */
export function percentilesNeeded(kind: PercentileFamily): number | null {
  return solvers[kind].needed
}

/** Whether percentiles determine a family. */
export function takesPercentiles(kind: string): kind is PercentileFamily {
  return Object.hasOwn(solvers, kind)
}

/**
 * The distribution of a family that has these percentiles.
 *
 * @param points as many as the family needs, with rising p strictly between 0 and 1
 * @param given bounds of a truncated normal (needed) or a metalog, weight of a PERT, terms of a metalog
 * @throws InfeasibleError where there is none, with the nearest possible value; Error where the
 * question itself is wrong
 */
export function fromPercentiles(
  kind: PercentileFamily,
  points: readonly Percentile[],
  given: Given = {},
): SimpleDistribution {
  checkPoints(kind, points)
  for (let i = 1; i < points.length; i++) {
    if (points[i].value > points[i - 1].value) continue
    const names = `${nameOf(points[i - 1])} of ${points[i - 1].value} and ${nameOf(points[i])} of ${points[i].value}`
    throw refusal(kind, points, given, `percentiles must rise, got ${names}`)
  }
  const d = solvers[kind].solve(points, given)
  if (d !== null) return d
  const listed = points.map((point) => `${nameOf(point)} = ${point.value}`).join(', ')
  throw refusal(kind, points, given, `no ${kind} distribution has ${listed}`)
}

/**
 * Between which values one percentile may be moved while the others stay, for a family still to
 * have them; the ends themselves may be out of reach. Null where no value will do.
 */
export function feasibleRange(
  kind: PercentileFamily,
  points: readonly Percentile[],
  index: number,
  given: Given = {},
): Interval | null {
  checkPoints(kind, points)
  return solvers[kind].range(points, index, given)
}

function checkPoints(kind: PercentileFamily, points: readonly Percentile[]): void {
  const { needed } = solvers[kind]
  if (needed === null ? points.length < 2 : points.length !== needed) {
    throw new Error(`${kind} needs ${needed ?? 'two or more'} percentiles, got ${points.length}`)
  }
  points.forEach(({ p, value }, i) => {
    if (!(p > 0 && p < 1)) throw new Error(`a percentile's p lies between 0 and 1, got ${p}`)
    if (!Number.isFinite(value)) {
      throw new Error(`a percentile's value is a finite number, got ${value}`)
    }
    if (i > 0 && !(p > points[i - 1].p)) {
      throw new Error(`percentiles come with rising p, got ${p} after ${points[i - 1].p}`)
    }
  })
}

function nameOf({ p }: Percentile): string {
  return `P${Number((p * 100).toPrecision(6))}`
}

/** The reason, with the percentile that has least to move. */
function refusal(
  kind: PercentileFamily,
  points: readonly Percentile[],
  given: Given,
  reason: string,
): InfeasibleError {
  let nearest: Nearest | null = null
  let least = Infinity
  points.forEach(({ p, value }, index) => {
    const range = solvers[kind].range(points, index, given)
    if (range === null) return
    const target = clampInside(value, range)
    const move = Math.abs(target - value)
    if (!(move < least) || solvers[kind].solve(moved(points, index, target), given) === null) return
    least = move
    nearest = { index, p, value: target }
  })
  return new InfeasibleError(reason, nearest)
}

function clampInside(value: number, [low, high]: Interval): number {
  const width = high - low
  const room = INSIDE * (width < Infinity ? width : Math.max(1, Math.abs(value)))
  return Math.min(high - room, Math.max(low + room, value))
}

function moved(points: readonly Percentile[], index: number, value: number): Percentile[] {
  return points.map((point, i) => (i === index ? { ...point, value } : point))
}

function metalogOf(points: readonly Percentile[], { min, max, terms }: Given): Metalog {
  return {
    kind: 'metalog',
    percentiles: points,
    ...(terms === undefined ? {} : { terms }),
    ...(min === undefined ? {} : { lower: min }),
    ...(max === undefined ? {} : { upper: max }),
  }
}

function isPossible(d: Metalog): boolean {
  try {
    metalog.check(d)
    return true
  } catch {
    return false
  }
}

/** The possible values next to the present one, found by steps and narrowed by halving. */
function rangeAround(
  points: readonly Percentile[],
  index: number,
  [low, high]: Interval,
  can: (value: number) => boolean,
): Interval | null {
  const others = points.filter((_, i) => i !== index).map(({ value }) => value)
  const present = points[index].value
  // Where a neighbour is missing, a range as wide as all the rest a hundred times over.
  const span = 100 * (Math.max(...others, present) - Math.min(...others, present) || 1)
  const [from, until] = [Math.max(low, present - span), Math.min(high, present + span)]
  const places = Array.from(
    { length: STEPS - 1 },
    (_, k) => from + ((k + 1) / STEPS) * (until - from),
  )
  const start = [
    present,
    ...places.sort((a, b) => Math.abs(a - present) - Math.abs(b - present)),
  ].find((value) => value > low && value < high && can(value))
  if (start === undefined) return null
  return [edge(start, from, can), edge(start, until, can)]
}

function edge(inside: number, outside: number, can: (value: number) => boolean): number {
  let [good, bad] = [inside, outside]
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = good + (bad - good) / 2
    if (can(middle)) good = middle
    else bad = middle
  }
  return good
}
