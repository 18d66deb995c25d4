import { ranking } from './ranking.ts'

/** Ranks from 0, equal values sharing the middle of theirs. */
export function midRanks(values: Float64Array): Float64Array {
  const order = ranking(values)
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
