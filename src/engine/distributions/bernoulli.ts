import { normalQuantile } from '../math.ts'
import type { Family } from './family.ts'

export interface Bernoulli {
  readonly kind: 'bernoulli'
  readonly probability: number
}

export const bernoulli: Family<Bernoulli> = {
  kind: 'bernoulli',
  label: 'Yes or no',
  description: 'It happens (1) or it does not (0).',
  parameters: [
    {
      id: 'probability',
      label: 'Probability',
      description: 'The share of futures in which it happens.',
      min: 0,
      max: 1,
    },
  ],
  discrete: true,
  check() {},
  quantile: (d) => (p) => happens(d.probability > 0 && p >= 1 - d.probability),
  density: (d, x) => (x === 1 ? d.probability : x === 0 ? 1 - d.probability : 0),
  cumulative: (d, x) => (x < 0 ? 0 : x < 1 ? 1 - d.probability : 1),
  mean: (d) => d.probability,
  standardDeviation: (d) => Math.sqrt(d.probability * (1 - d.probability)),
  support: (d) => [d.probability === 1 ? 1 : 0, d.probability === 0 ? 0 : 1],
  scoring({ probability }) {
    // Infinite at 0 and 1, which is what never and always are.
    const threshold = normalQuantile(1 - probability)
    return { kind: 'formula', value: (z) => happens(z >= threshold) }
  },
}

function happens(yes: boolean): number {
  return yes ? 1 : 0
}
