import { rankingOf } from './ranking.ts'

/** Ranks from 0, equal values sharing the middle of theirs. */
export function midRanks(values: Float64Array): Float64Array {
  const order = rankingOf(values)
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && values[order[end]] === values[order[start]]) end++
    for (let i = start; i < end; i++) ranks[order[i]] = (start + end - 1) / 2
    start = end
  }
  return ranks
}

/** Spearman's rank correlation from two sets of ranks; 0 where either is constant. */
export function correlationOfRanks(a: Float64Array, b: Float64Array): number {
  const middle = (a.length - 1) / 2
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i] - middle
    const y = b[i] - middle
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb)
}

/** Spearman's rank correlation of two columns of equal length, with middle ranks for ties. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  return correlationOfRanks(midRanks(a), midRanks(b))
}
