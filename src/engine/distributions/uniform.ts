import type { Family } from './family.ts'

export interface Uniform {
  readonly kind: 'uniform'
  readonly min: number
  readonly max: number
}

export const uniform: Family<Uniform> = {
  kind: 'uniform',
  label: 'Uniform',
  description: 'Anything between two values, none likelier than another.',
  parameters: [
    { id: 'min', label: 'Lowest', description: 'No value is lower.' },
    { id: 'max', label: 'Highest', description: 'No value is higher.' },
  ],
  discrete: false,
  check({ min, max }) {
    if (min < max) return
    const hint = min === max ? '; use constant for a value without spread' : ''
    throw new Error(`uniform needs min < max, got ${min}, ${max}${hint}`)
  },
  quantile: (d) => (p) => between(d, p, 1 - p),
  density: ({ min, max }, x) => (x >= min && x <= max ? 1 / (max - min) : 0),
  cumulative: ({ min, max }, x) => Math.min(1, Math.max(0, (x - min) / (max - min))),
  mean: ({ min, max }) => min + (max - min) / 2,
  standardDeviation: ({ min, max }) => (max - min) / Math.sqrt(12),
  support: ({ min, max }) => [min, max],
  scoring: (d) => ({
    kind: 'pieces',
    pieces: [
      {
        until: Infinity,
        solve: (lower, upper) => between(d, lower, upper),
        density: () => 1 / (d.max - d.min),
        logSlope: () => 0,
      },
    ],
  }),
}

// From the nearer end, so that either end is met exactly.
function between({ min, max }: Uniform, lower: number, upper: number): number {
  return lower < upper ? min + (max - min) * lower : max - (max - min) * upper
}
