import type { RunScenario } from '../engine/selection.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { ranking } from '../engine/statistics/ranking.ts'
import type { Analysis } from './analysis.ts'

export interface FifthsRequest extends RunScenario {
  readonly pair: readonly [first: string, second: string]
}

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

/** What the second of two inputs is in each fifth of the run's futures by the first. */
export const fifths: Analysis<FifthsRequest, Fifth[]> = {
  id: 'fifths',
  needs: ({ pair, ...of }) => ({ outcomes: [], inputs: pair.map((id) => ({ of, id })) }),
  *steps({ pair: [first, second], ...of }, given) {
    yield 0
    return fifthsOf(given.input(of, first), given.input(of, second))
  },
}

const PARTS = 5

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
