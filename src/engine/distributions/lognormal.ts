import { exp, expm1, log, normalCumulative, normalDensity, normalQuantile } from '../math.ts'
import type { Family } from './family.ts'

export interface Lognormal {
  readonly kind: 'lognormal'
  readonly median: number
  readonly logStandardDeviation: number
}

export const lognormal: Family<Lognormal> = {
  kind: 'lognormal',
  label: 'Lognormal',
  description:
    'Always positive, as likely to be doubled as to be halved: sizes, prices, waiting times.',
  parameters: [
    {
      id: 'median',
      label: 'Median',
      description: 'Half of all values are lower.',
      above: 0,
    },
    {
      id: 'logStandardDeviation',
      label: 'Spread of the logarithm',
      description: 'At 0.7 about two thirds of values lie between half and twice the median.',
      above: 0,
      max: 10,
    },
  ],
  discrete: false,
  check() {},
  quantile: (d) => (p) => d.median * exp(d.logStandardDeviation * normalQuantile(p)),
  density(d, x) {
    if (!(x > 0)) return 0
    return normalDensity(score(d, x)) / (d.logStandardDeviation * x)
  },
  cumulative: (d, x) => (x > 0 ? normalCumulative(score(d, x)) : 0),
  mean: (d) => d.median * exp(0.5 * d.logStandardDeviation * d.logStandardDeviation),
  standardDeviation(d) {
    const square = d.logStandardDeviation * d.logStandardDeviation
    return d.median * exp(0.5 * square) * Math.sqrt(expm1(square))
  },
  support: () => [0, Infinity],
  scoring: ({ median, logStandardDeviation }) => ({
    kind: 'formula',
    value: (z) => median * exp(logStandardDeviation * z),
  }),
}

// The logarithm of the ratio, not the difference of logarithms, which would lose digits near the median.
function score({ median, logStandardDeviation }: Lognormal, x: number): number {
  return log(x / median) / logStandardDeviation
}
