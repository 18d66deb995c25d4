import { normalCumulative, normalDensity, normalQuantile } from '../math.ts'
import type { Family } from './family.ts'

export interface Normal {
  readonly kind: 'normal'
  readonly mean: number
  readonly standardDeviation: number
}

export const normal: Family<Normal> = {
  kind: 'normal',
  label: 'Normal',
  description: 'The bell curve: likeliest in the middle, equally far to both sides.',
  parameters: [
    { id: 'mean', label: 'Mean', description: 'The middle, and the likeliest value.' },
    {
      id: 'standardDeviation',
      label: 'Standard deviation',
      description: 'About two thirds of values lie this near to the mean.',
      above: 0,
    },
  ],
  discrete: false,
  check() {},
  quantile: (d) => (p) => d.mean + d.standardDeviation * normalQuantile(p),
  density: (d, x) => normalDensity((x - d.mean) / d.standardDeviation) / d.standardDeviation,
  cumulative: (d, x) => normalCumulative((x - d.mean) / d.standardDeviation),
  mean: (d) => d.mean,
  standardDeviation: (d) => d.standardDeviation,
  support: () => [-Infinity, Infinity],
  scoring: ({ mean, standardDeviation }) => ({
    kind: 'formula',
    value: (z) => mean + standardDeviation * z,
  }),
}
