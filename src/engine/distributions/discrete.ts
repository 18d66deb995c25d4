import { normalQuantile } from '../math.ts'
import type { Family } from './family.ts'

export interface Discrete {
  readonly kind: 'discrete'
  readonly values: readonly number[]
  /** As many, summing to 1. */
  readonly probabilities: readonly number[]
}

/** What rounding may do to a sum of probabilities that were typed. */
const TOLERANCE = 1e-6

export const discrete: Family<Discrete> = {
  kind: 'discrete',
  label: 'Discrete',
  description: 'One of a few values, each with a probability of its own.',
  parameters: [
    {
      id: 'values',
      label: 'Values',
      description: 'The values it can take, each once.',
      type: 'numbers',
      least: 1,
      most: 200,
    },
    {
      id: 'probabilities',
      label: 'Probabilities',
      description: 'One for each value; together they are 1.',
      type: 'numbers',
      min: 0,
      max: 1,
      least: 1,
      most: 200,
    },
  ],
  discrete: true,
  check({ values, probabilities }) {
    if (values.length !== probabilities.length) {
      throw new Error(
        `discrete needs a probability for each value, ` +
          `got ${values.length} values and ${probabilities.length} probabilities`,
      )
    }
    const twice = values.find((value, i) => values.indexOf(value) < i)
    if (twice !== undefined) throw new Error(`discrete needs each value once, got ${twice} twice`)
    const sum = probabilities.reduce((total, p) => total + p, 0)
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new Error(`discrete needs probabilities that sum to 1, got a sum of ${sum}`)
    }
  },
  quantile(d) {
    const { values, below } = steps(d)
    return (p) => values[placeOf(below, p)]
  },
  density(d, x) {
    const { values, chances } = steps(d)
    const at = values.indexOf(x)
    return at < 0 ? 0 : chances[at]
  },
  cumulative(d, x) {
    const { values, below } = steps(d)
    const next = values.findIndex((value) => value > x)
    return next < 0 ? 1 : below[next]
  },
  mean: (d) => expected(d, (x) => x),
  standardDeviation(d) {
    const mean = discrete.mean(d)
    return Math.sqrt(expected(d, (x) => (x - mean) * (x - mean)))
  },
  support(d) {
    const { values } = steps(d)
    return [values[0], values[values.length - 1]]
  },
  scoring(d) {
    const { values, below } = steps(d)
    const scores = below.map(normalQuantile)
    return { kind: 'formula', value: (z) => values[placeOf(scores, z)] }
  },
  breaks: ({ values }) => values,
}

/** Values that can come, lowest first; the chance of each, and of anything lower. */
function steps({ values, probabilities }: Discrete): {
  readonly values: readonly number[]
  readonly chances: readonly number[]
  readonly below: readonly number[]
} {
  const sum = probabilities.reduce((total, p) => total + p, 0)
  const pairs = values
    .map((value, i) => ({ value, chance: probabilities[i] / sum }))
    .filter(({ chance }) => chance > 0)
    .sort((a, b) => a.value - b.value)
  const below: number[] = []
  let total = 0
  for (const { chance } of pairs) {
    below.push(Math.min(1, total))
    total += chance
  }
  return {
    values: pairs.map(({ value }) => value),
    chances: pairs.map(({ chance }) => chance),
    below,
  }
}

/** The last place whose start is not above x; the first begins at the very left. */
function placeOf(starts: readonly number[], x: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle] <= x) low = middle
    else high = middle - 1
  }
  return low
}

function expected(d: Discrete, f: (x: number) => number): number {
  const { values, chances } = steps(d)
  return values.reduce((sum, value, i) => sum + f(value) * chances[i], 0)
}
