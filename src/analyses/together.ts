import { analysis } from './analysis.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { ranking } from '../engine/statistics/ranking.ts'

/** Futures cut into five equal parts by one input, and what another one is there. */
export interface Fifth {
  /** Of the first input: the lowest and highest value in the part. */
  readonly from: number
  readonly to: number
  /** Of the second, in those futures. */
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/** How two inputs move together in a run. */
export interface Together {
  /** Spearman's rank correlation over all trials; 0 where one of them does not vary. */
  readonly correlation: number
  /** Whether both vary at all. */
  readonly varies: boolean
  /** Both in the first trials: what a scatter shows. */
  readonly x: Float64Array
  readonly y: Float64Array
}

const PARTS = 5

/**
 * How pairs of inputs move together, pair by pair. Yields between columns and pairs.
 *
 * @param columns by id and trial
 * @param pairs ids of the two
 * @param shown trials kept for a scatter
 * @throws where a column is missing
 */
export function* togetherOf(
  columns: ReadonlyMap<string, Float64Array>,
  pairs: readonly (readonly [first: string, second: string])[],
  shown: number,
): Generator<void, Together[]> {
  const known = new Map<string, Ranked>()
  for (const [id, values] of columns) {
    known.set(id, { values, ranks: midRanks(values), varies: spreads(values) })
    yield
  }
  const found: Together[] = []
  for (const [first, second] of pairs) {
    const a = known.get(first)
    const b = known.get(second)
    if (!a || !b) throw new Error(`no column was given for ${a ? second : first}`)
    found.push({
      correlation: correlationOfRanks(a.ranks, b.ranks),
      varies: a.varies && b.varies,
      x: a.values.slice(0, shown),
      y: b.values.slice(0, shown),
    })
    yield
  }
  return found
}

interface Ranked {
  readonly values: Float64Array
  readonly ranks: Float64Array
  readonly varies: boolean
}

/**
 * The rank correlation of two inputs whose normal scores are correlated, where both are continuous
 * (Pearson 1907): 6/π·asin(r/2). It says what can be expected of Spearman's, which is a little less.
 *
 * @param coefficient of the scores, -1 to 1
 */
export function rankCorrelationOfScores(coefficient: number): number {
  return (6 / Math.PI) * arcsine(coefficient / 2)
}

/** For |x| up to a half, by its series: `Math.asin` may differ from browser to browser. */
function arcsine(x: number): number {
  let term = x
  let sum = x
  for (let k = 1; k < 40; k++) {
    term *= (x * x * (2 * k - 1) * (2 * k - 1)) / (2 * k * (2 * k + 1))
    sum += term
  }
  return sum
}

function spreads(values: Float64Array): boolean {
  return values.some((value) => value !== values[0])
}

/**
 * What the second input is where the first is low, and so on up: futures in five equal parts.
 *
 * @param a first input by trial
 * @param b second, of the same trials
 * @returns by the first input, lowest first; empty with fewer than five trials
 */
export function fifthsOf(a: Float64Array, b: Float64Array): Fifth[] {
  if (a.length < PARTS) return []
  const order = ranking(a)
  return Array.from({ length: PARTS }, (_, part) => {
    const start = Math.floor((part * a.length) / PARTS)
    const end = Math.floor(((part + 1) * a.length) / PARTS)
    const values = Float64Array.from(order.subarray(start, end), (trial) => b[trial]).sort()
    return {
      from: a[order[start]],
      to: a[order[end - 1]],
      p10: quantileOf(values, 0.1),
      p50: quantileOf(values, 0.5),
      p90: quantileOf(values, 0.9),
    }
  })
}

export interface TogetherRequest {
  readonly scenario: string
  readonly pairs: readonly (readonly [first: string, second: string])[]
  /** Trials kept for a scatter. */
  readonly shown: number
}

/** How pairs of inputs move together in a run's own draws. */
export const together = analysis({
  needs: ({ scenario, pairs }: TogetherRequest) => ({
    cases: [],
    outcomes: [],
    inputs: [...new Set(pairs.flat())],
    scenario,
  }),
  *steps({ pairs, shown }, { inputs }): Generator<void, Together[]> {
    return yield* togetherOf(inputs, pairs, shown)
  },
})

export interface FifthsRequest {
  readonly scenario: string
  readonly pair: readonly [first: string, second: string]
}

/** What the second of two inputs is in each fifth of a run's futures by the first. */
export const fifths = analysis({
  needs: ({ scenario, pair }: FifthsRequest) => ({
    cases: [],
    outcomes: [],
    inputs: [...new Set(pair)],
    scenario,
  }),
  *steps({ pair }, { inputs }): Generator<void, Fifth[]> {
    yield
    const [a, b] = pair.map((id) => inputs.get(id) ?? new Float64Array())
    return fifthsOf(a, b)
  },
})
