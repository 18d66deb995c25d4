import { meanOf } from '../engine/statistics/moments.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { analysis, needsOf } from './analysis.ts'
import { uniqueCases, weighedSum, type Weighed } from './contrasts.ts'
import { type Estimate, meanWithError } from './estimates.ts'

export interface PartsRequest {
  /** Each is one sum, future by future; all together they are the whole. */
  readonly parts: readonly (readonly Weighed[])[]
  /** Parts that are added up, by their places. */
  readonly groups: readonly (readonly number[])[]
  /** The mean of the whole as more futures tell it; null where these futures are all there are. */
  readonly whole: Estimate | null
}

export interface Parts {
  readonly parts: readonly Estimate[]
  readonly groups: readonly Estimate[]
}

/**
 * What parts of a whole are on average, and their errors. Where more futures are known of the whole
 * than of its parts, each part is carried over to them by how it goes with the whole, future by future:
 * the slopes of all parts add up to 1, so that parts add up to the mean of the whole over all
 * futures, and each is as exact as what is left of it beside the whole.
 */
export const parts = analysis({
  needs({ parts: all }: PartsRequest) {
    const terms = all.flat()
    return needsOf(
      uniqueCases(terms.map((one) => one.case)),
      terms.map(({ outcome }) => outcome),
      { outcomes: [], inputs: [] },
    )
  },
  *steps({ parts: all, groups, whole }, { replicate, cases }): Generator<number, Parts> {
    const refs = uniqueCases(all.flat().map((one) => one.case))
    const values: Float64Array[] = []
    for (const terms of all) {
      values.push(weighedSum(terms, refs, cases))
      yield values.length / (2 * all.length)
    }
    const total = new Float64Array(cases[0]?.trials ?? 0)
    for (const part of values) for (let t = 0; t < total.length; t++) total[t] += part[t]
    const mean = meanOf(total)
    const slopes = slopesOf(values, total, mean)
    const estimate = (places: readonly number[]): Estimate => {
      const sum = new Float64Array(total.length)
      for (const at of places) for (let t = 0; t < sum.length; t++) sum[t] += values[at][t]
      const here = meanWithError(sum, replicate, null)
      if (!whole) return here
      const slope = places.reduce((all, at) => all + slopes[at], 0)
      const rest = sum.map((one, t) => one - here.value - slope * (total[t] - mean))
      const error = standardErrorOf(rest, replicate)
      return {
        value: here.value + slope * (whole.value - mean),
        error:
          error === null || whole.error === null ? null : Math.hypot(error, slope * whole.error),
      }
    }
    const found: Estimate[] = []
    for (const places of [...all.map((_, at) => [at]), ...groups]) {
      found.push(estimate(places))
      yield 0.5 + (found.length / (all.length + groups.length)) * 0.5
    }
    return { parts: found.slice(0, all.length), groups: found.slice(all.length) }
  },
})

/** By how much each part rises with the whole; where that is the same in every future, as much as others. */
function slopesOf(values: readonly Float64Array[], total: Float64Array, mean: number): number[] {
  let squares = 0
  for (const one of total) squares += (one - mean) ** 2
  if (!(squares > 0)) return values.map(() => 1 / values.length)
  return values.map((part) => {
    let products = 0
    for (let t = 0; t < total.length; t++) products += part[t] * (total[t] - mean)
    return products / squares
  })
}
