/** Ranks from 0, equal values sharing the middle of theirs. */
export function midRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort()
  const ranks = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    ranks[i] = (edge(sorted, values[i], false) + edge(sorted, values[i], true) - 1) / 2
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

/** First place whose value is not below x, or (`after`) is above it. */
function edge(sorted: Float64Array, x: number, after: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < x || (after && sorted[middle] === x)) low = middle + 1
    else high = middle
  }
  return low
}
