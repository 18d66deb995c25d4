import { log, normalCumulative, normalDensity, normalQuantile } from '../math.ts'
import type { Piece } from './family.ts'
import { rising } from '../root.ts'
import { type SimpleDistribution, simpleFamilyOf } from './simple.ts'

interface Weighted {
  readonly weight: number
  readonly distribution: SimpleDistribution
}

/** What a blend asks of each branch; shares sum to 1. */
interface BranchCurve {
  readonly share: number
  readonly cumulative: (x: number) => number
  /** 0 where values have probability of their own. */
  readonly density: (x: number) => number
  readonly quantile: (p: number) => number
  readonly breaks: readonly number[]
  /** Ends next to which the density is no polynomial. */
  readonly rough: readonly number[]
}

/** Shares of a distribution too small to be a stretch of their own. */
const NOTHING = 1e-15
/** Families whose density is smooth right up to its ends. */
const EVEN = new Set<SimpleDistribution['kind']>([
  'constant',
  'uniform',
  'triangular',
  'truncatedNormal',
  'empirical',
  'bernoulli',
  'discrete',
])
/** Each stretch next to a rough end is this much longer than the one before. */
const GRADE = 4
const GRADES = 8
const LEAST_INTERVALS = 4
const MOST_INTERVALS = 256
/** How far inside a stretch its ends are asked for their density, relative to its width. */
const EDGE = 1e-10
/** Scores that tables cover, cuts in each unit of them, and how near a cut may come to an end. */
const REACH = 4
const CUTS = 4
const GAP = 0.01
/** Step of a numerical derivative, over the score. */
const STEP = 3e-3

/** The branches of a mixture, made once. */
export function branchCurves(branches: readonly Weighted[]): readonly BranchCurve[] {
  const total = branches.reduce((sum, { weight }) => sum + weight, 0)
  return branches.map(({ weight, distribution: d }) => {
    const family = simpleFamilyOf(d)
    const ends = family.support(d).filter((end) => Number.isFinite(end))
    return {
      share: weight / total,
      cumulative: (x) => family.cumulative(d, x),
      density: (x) => (family.discrete ? 0 : family.density(d, x)),
      quantile: family.quantile(d),
      breaks: [...ends, ...(family.breaks?.(d) ?? [])],
      rough: EVEN.has(d.kind) ? [] : ends,
    }
  })
}

function sumOf(curves: readonly BranchCurve[], of: (curve: BranchCurve) => number): number {
  let sum = 0
  for (const curve of curves) sum += curve.share * of(curve)
  return sum
}

/** The first value of a blend below or at which a share `lower` lies. */
export function blend(curves: readonly BranchCurve[], lower: number): number {
  const ends = curves.map(({ quantile }) => quantile(lower))
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  // Not finite at p = 0 or 1, or not a number.
  if (!(high - low < Infinity)) return lower <= 0 ? low : lower >= 1 ? high : NaN
  const miss = (x: number) => sumOf(curves, ({ cumulative }) => cumulative(x)) - lower
  if (!(high > low) || miss(low) >= 0) return low
  return rising((x) => [miss(x), sumOf(curves, ({ density }) => density(x))], [low, low, high])
}

/** The pieces of a blend's quantile function: between values where it jumps or bends. */
export function mixturePieces(curves: readonly BranchCurve[]): readonly Piece[] {
  const breaks = [...new Set(curves.flatMap((curve) => curve.breaks))].sort((a, b) => a - b)
  const rough = new Set(curves.flatMap((curve) => curve.rough))
  const total = (x: number) => sumOf(curves, ({ cumulative }) => cumulative(x))
  const pieces: Piece[] = []
  let reached = 0
  const stretch = (to: number, from: number, until: number): void => {
    if (!(to - reached > NOTHING)) return
    const start = normalQuantile(reached)
    const end = to >= 1 - NOTHING ? Infinity : normalQuantile(to)
    const piece = continuous(curves, from, until)
    for (const z of gradesBetween(start, end, rough.has(from), rough.has(until))) {
      pieces.push({ ...piece, until: z })
    }
    reached = to
  }
  let before = -Infinity
  for (const x of breaks) {
    stretch(total(previous(x)), before, x)
    const to = total(x)
    if (to - reached > NOTHING) {
      pieces.push(atom(x, to >= 1 - NOTHING ? Infinity : normalQuantile(to)))
      reached = to
    }
    before = x
  }
  stretch(1, before, Infinity)
  const last = pieces[pieces.length - 1]
  return [...pieces.slice(0, -1), { ...last, until: Infinity }]
}

function atom(x: number, until: number): Piece {
  return {
    until,
    solve: () => x,
    density: () => Infinity,
    logSlope: () => 0,
    jet: () => [x, 0, 0],
  }
}

function continuous(curves: readonly BranchCurve[], from: number, until: number): Piece {
  const density = (x: number) => sumOf(curves, (curve) => curve.density(x))
  const solve = (lower: number) => Math.min(until, Math.max(from, blend(curves, lower)))
  const width = Math.min(until - from, blend(curves, 0.95) - blend(curves, 0.05) || until - from)
  // On a break itself the density may be that of the other side.
  const edge = EDGE * width
  return {
    until: Infinity,
    least: LEAST_INTERVALS,
    most: MOST_INTERVALS,
    solve,
    density,
    logSlope: () => 0,
    jet(z) {
      const x = solve(normalCumulative(z))
      const inside = Math.min(until - edge, Math.max(from + edge, x))
      const first = normalDensity(z) / density(inside)
      const slope = logSlope(density, inside, Math.min(STEP * first, width / 10), from, until)
      const second = first * (-z - first * slope)
      return [x, Number.isFinite(first) ? first : 0, Number.isFinite(second) ? second : 0]
    },
  }
}

/** The slope of a density's logarithm by differences of fourth order, from one side near an end. */
function logSlope(
  density: (x: number) => number,
  x: number,
  step: number,
  from: number,
  until: number,
): number {
  const at = (k: number) => log(density(x + k * step))
  if (x - from > 2 * step && until - x > 2 * step) {
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step)
  }
  const s = until - x > x - from ? 1 : -1
  return (
    (s * (48 * at(s) - 25 * at(0) - 36 * at(2 * s) + 16 * at(3 * s) - 3 * at(4 * s))) / (12 * step)
  )
}

/** Scores that cut a stretch ever finer towards its rough ends; its own end is the last. */
function gradesBetween(start: number, end: number, roughStart: boolean, roughEnd: boolean) {
  const width = Math.min(1, (end - start) / 2)
  const offsets = Array.from({ length: GRADES }, (_, k) => {
    let offset = width
    for (let i = 0; i < k; i++) offset /= GRADE
    return offset
  })
  const after = roughStart && start > -Infinity ? offsets.map((offset) => start + offset) : []
  const until = roughEnd && end < Infinity ? offsets.map((offset) => end - offset) : []
  // Between two humps a quantile function turns sharply: each cut has as many intervals as it needs.
  const even = Array.from({ length: 2 * REACH * CUTS + 1 }, (_, k) => k / CUTS - REACH)
  const inner = even.filter((z) => z > start + GAP && z < end - GAP)
  return [...[...after, ...until, ...inner].sort((a, b) => a - b), end]
}

const bits = new ArrayBuffer(4096)
const float = new Float64Array(bits, 0, 1)
const whole = new BigInt64Array(bits, 0, 1)

/** The next lower number. */
function previous(x: number): number {
  if (x === 0) return -Number.MIN_VALUE
  float[0] = x
  whole[0] += x > 0 ? -1n : 1n
  return float[0]
}
