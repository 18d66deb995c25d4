import { normalCumulative } from '../math.ts'
import type { Family } from './family.ts'

export interface Empirical {
  readonly kind: 'empirical'
  /** What was observed, in any order. */
  readonly values: readonly number[]
}

/**
 * Observed numbers joined by straight lines: the quantile function runs through the k-th lowest of
 * n values at (k − 1)/(n − 1) (type 7 of Hyndman and Fan 1996). Draws fall between observations,
 * never beyond them; where values are equal, that value has probability of its own.
 */
export const empirical: Family<Empirical> = {
  kind: 'empirical',
  label: 'Observed values',
  description: 'As it has been before: draws spread as your data do, and not beyond them.',
  parameters: [
    {
      id: 'values',
      label: 'Values',
      description: 'A column of numbers, in any order.',
      type: 'numbers',
      least: 2,
      most: 5000,
    },
  ],
  discrete: false,
  check({ values }) {
    if (values.some((value) => value !== values[0])) return
    throw new Error(
      `empirical needs values that differ, got ${values.length} times ${values[0]}; ` +
        'use constant for a value without spread',
    )
  },
  quantile(d) {
    const sorted = sortedOf(d)
    return (p) => interpolated(sorted, p, 1 - p)
  },
  density(d, x) {
    const sorted = sortedOf(d)
    const last = sorted.length - 1
    if (!(x >= sorted[0] && x <= sorted[last])) return 0
    const at = Math.min(last - 1, Math.max(0, countUpTo(sorted, x) - 1))
    const width = sorted[at + 1] - sorted[at]
    return width > 0 ? 1 / (width * last) : Infinity
  },
  cumulative(d, x) {
    const sorted = sortedOf(d)
    const last = sorted.length - 1
    if (x < sorted[0]) return 0
    if (x >= sorted[last]) return 1
    const at = countUpTo(sorted, x) - 1
    return (at + (x - sorted[at]) / (sorted[at + 1] - sorted[at])) / last
  },
  mean: (d) => averaged(d, (a, b) => a + (b - a) / 2),
  standardDeviation(d) {
    const mean = empirical.mean(d)
    return Math.sqrt(
      averaged(d, (x, y) => {
        const [a, b] = [x - mean, y - mean]
        return (a * a + a * b + b * b) / 3
      }),
    )
  },
  support(d) {
    const sorted = sortedOf(d)
    return [sorted[0], sorted[sorted.length - 1]]
  },
  scoring(d) {
    const sorted = sortedOf(d)
    return {
      kind: 'formula',
      value: (z) => interpolated(sorted, normalCumulative(z), normalCumulative(-z)),
    }
  },
  breaks: ({ values }) => values,
}

const known = new WeakMap<Empirical, Float64Array>()

function sortedOf(d: Empirical): Float64Array {
  const sorted = known.get(d) ?? Float64Array.from(d.values).sort()
  known.set(d, sorted)
  return sorted
}

/** From the nearer end, so that either is met exactly. */
function interpolated(sorted: Float64Array, lower: number, upper: number): number {
  const last = sorted.length - 1
  const at = lower < upper ? lower * last : last - upper * last
  const below = Math.min(last - 1, Math.max(0, Math.floor(at)))
  const [low, high] = [sorted[below], sorted[below + 1]]
  return high === low ? low : low + (at - below) * (high - low)
}

/** How many are not above x. */
function countUpTo(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= x) low = middle + 1
    else high = middle
  }
  return low
}

/** The mean over the pieces between neighbours, which are equally likely. */
function averaged(d: Empirical, piece: (low: number, high: number) => number): number {
  const sorted = sortedOf(d)
  let sum = 0
  for (let i = 1; i < sorted.length; i++) sum += piece(sorted[i - 1], sorted[i])
  return sum / (sorted.length - 1)
}
