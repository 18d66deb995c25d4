import type { Replicate } from '../sampling/design.ts'
import type { Curves } from './curves.ts'
import { standardErrorOf } from './standard-error.ts'

/**
 * Whether one sample stochastically dominates another on the same trials. `nearly`: what speaks
 * against it is within its error, and what speaks for it is not. `same`: nothing speaks surely for
 * either.
 */
export type Dominates = 'dominates' | 'nearly' | 'no' | 'same'

/** Where one curve is furthest on the wrong side of the other. */
export interface Violation {
  /** The value at which it is. */
  readonly at: number
  /** 0 where the curve is nowhere on the wrong side; of the second order in the unit of the values. */
  readonly size: number
  /** Monte Carlo error of that, paired: of the design or of independent trials, whichever is larger. */
  readonly error: number | null
}

export interface OrderOfDominance {
  readonly verdict: Dominates
  /** What speaks most against it. */
  readonly violation: Violation
}

/**
 * First order: at every value the chance to be below is no larger, so that whoever wants more prefers
 * it. Second order: so is the area under that chance up to every value, so that whoever wants more and
 * likes no risk prefers it.
 */
export interface Dominance {
  readonly first: OrderOfDominance
  readonly second: OrderOfDominance
}

export interface Setting {
  readonly replicate: Replicate
  /** 1 where a trial counts; null where all do. */
  readonly mask: Uint8Array | null
  /** Standard errors of the design beyond which a gap is sure, and those of independent trials. */
  readonly certain: number
  readonly independent?: number
}

/**
 * A gap is the largest of very many, so that it has to be beyond more than the usual three errors, and
 * beyond those of independent trials: a design that is even along the curve has next to none at each of
 * its values, and yet gaps.
 */
const SURELY = 4
/** What speaks against dominance is beyond its error already where it exceeds this part of that. */
const BEYOND = 3 / 4

/** Of the width of the values: smaller areas are rounding. */
const ROUNDING = 1e-12

/** Whether the first dominates the second, and the second the first. */
export function dominanceOf(
  a: Curves,
  b: Curves,
  setting: Setting,
): readonly [ab: Dominance, ba: Dominance] {
  const found = furthest(a.sorted, b.sorted)
  const [first, second] = (['below', 'short'] as const).map((curve, order) => {
    const furthestOff = [0, 1].map((side): Held => {
      const peak = found[order][side]
      return { ...peak, ...gapAt(side === 0 ? [a, b] : [b, a], curve, peak, setting) }
    })
    const known = furthestOff.map(({ score }) => score)
    const scores = largestScores(a, b, curve, known, setting)
    return furthestOff.map((one, side) => ({ ...one, score: scores[side] }))
  })
  const between = (side: number): Dominance => {
    const one = verdictOn(first[side], first[1 - side])
    const two = verdictOn(second[side], second[1 - side])
    // What dominates in the first order does so in the second, also where areas tell less surely.
    const implied = one === 'dominates' || (one === 'nearly' && two === 'same') ? one : two
    return {
      first: { verdict: one, violation: violationOf(first[side]) },
      second: { verdict: implied, violation: violationOf(second[side]) },
    }
  }
  return [between(0), between(1)]
}

/** How far a gap is beyond its error, in parts of what makes it sure: above 1 it is. */
interface Held extends Violation {
  readonly score: number
}

function verdictOn(against: Held, speaksFor: Held): Dominates {
  if (!(against.score > 1) && !(speaksFor.score > 1)) return 'same'
  if (against.score > BEYOND) return 'no'
  return against.size > 0 ? 'nearly' : 'dominates'
}

function violationOf({ at, size, error }: Held): Violation {
  return { at, size, error }
}

interface Peak {
  readonly at: number
  readonly size: number
}

/**
 * How far each curve lies above the other at most, exactly: at every value of the two samples.
 *
 * @returns by order, for the first sample and for the second
 */
function furthest(a: Float64Array, b: Float64Array): Peak[][] {
  const start = Math.min(a[0], b[0])
  const end = Math.max(a[a.length - 1], b[b.length - 1])
  const peaks = [0, 1].map(() => [0, 1].map(() => ({ at: start, size: 0 })))
  const see = (order: number, at: number, gap: number) => {
    const peak = peaks[order][gap > 0 ? 0 : 1]
    if (Math.abs(gap) > peak.size) Object.assign(peak, { at, size: Math.abs(gap) })
  }
  let [i, j, area, before] = [0, 0, 0, start]
  const negligible = (end - start) * ROUNDING
  while (i < a.length || j < b.length) {
    const at = Math.min(a[i] ?? Infinity, b[j] ?? Infinity)
    area += (i / a.length - j / b.length) * (at - before)
    while (a[i] === at) i++
    while (b[j] === at) j++
    see(0, at, i / a.length - j / b.length)
    if (Math.abs(area) > negligible) see(1, at, area)
    before = at
  }
  return peaks
}

/**
 * How far either curve lies above the other at most, in parts of what makes that sure: as far as a
 * verdict depends on it.
 *
 * @param known where the gaps are largest, for the first and for the second
 */
function largestScores(
  a: Curves,
  b: Curves,
  curve: 'below' | 'short',
  known: readonly number[],
  setting: Setting,
): readonly number[] {
  const { counts } = a
  const groups = counts.length
  const count = counts.reduce((sum, one) => sum + one, 0)
  const found = [...known]
  if (groups < 2 || count < 2) return found
  for (let at = 0; at < a.points.length; at++) {
    let sum = 0
    for (let group = 0; group < groups; group++) sum += a[curve][group][at] - b[curve][group][at]
    const size = Math.abs(sum / count)
    let squares = 0
    for (let group = 0; group < groups; group++) {
      const off = a[curve][group][at] - b[curve][group][at] - (sum / count) * counts[group]
      squares += off * off
    }
    const side = sum > 0 ? 0 : 1
    const design = Math.sqrt((squares * groups) / (groups - 1)) / count
    // The other error takes longer to work out, and is asked for only where it can matter.
    if (found[side] > 1) continue
    const matters = Math.max(found[side], BEYOND)
    if (scoreOf(size, design, setting.certain) <= matters) continue
    if (curve === 'below' && highestScore(size, count, setting) <= matters) continue
    const both = side === 0 ? ([a, b] as const) : ([b, a] as const)
    const { score } = gapAt(both, curve, { at: a.points[at], size }, setting)
    found[side] = Math.max(found[side], score)
  }
  return found
}

/** A gap between two shares is off by that much at least: as many trials as make it up are in one alone. */
function highestScore(size: number, count: number, { independent = SURELY }: Setting): number {
  return scoreOf(size, Math.sqrt((size * (1 - size)) / count), independent)
}

/** The error of the gap between two curves at a value, and how far beyond it the gap is. */
function gapAt(
  [a, b]: readonly [Curves, Curves],
  curve: 'below' | 'short',
  { at, size }: Peak,
  { replicate, mask, certain, independent = SURELY }: Setting,
): { readonly error: number | null; readonly score: number } {
  const count = a.sorted.length
  if (count < 2) return { error: null, score: 0 }
  const gaps = new Float64Array(a.values.length)
  let sum = 0
  for (let trial = 0; trial < gaps.length; trial++) {
    if (mask && mask[trial] !== 1) continue
    const [one, other] = [a.values[trial], b.values[trial]]
    gaps[trial] =
      curve === 'below'
        ? Number(one <= at) - Number(other <= at)
        : Math.max(0, at - one) - Math.max(0, at - other)
    sum += gaps[trial]
  }
  for (let trial = 0; trial < gaps.length; trial++) {
    if (!mask || mask[trial] === 1) gaps[trial] -= sum / count
  }
  const [design, alone] = [replicate, 1].map((of) => standardErrorOf(gaps, of, count) ?? 0)
  // Trials that are all alike leave open what the next would be: of few of them nothing is sure.
  const least = Math.max(alone, size / Math.sqrt(count))
  const score = Math.min(scoreOf(size, design, certain), scoreOf(size, least, independent))
  return { error: Math.max(design, alone), score }
}

/** A gap in parts of so many of its errors. */
function scoreOf(size: number, error: number, errors: number): number {
  if (size === 0) return 0
  return error * errors === 0 ? Infinity : size / (error * errors)
}
