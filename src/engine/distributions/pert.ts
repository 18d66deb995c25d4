import { betaShape } from '../special.ts'
import { betaDeviation, betaPiece } from './beta.ts'
import type { Family } from './family.ts'
import { remembered } from './remember.ts'
import { checkPeak } from './triangular.ts'

export interface Pert {
  readonly kind: 'pert'
  readonly min: number
  readonly mode: number
  readonly max: number
  /** How many times the likeliest value counts against either end; 4 where it is left out. */
  readonly weight?: number
}

const WEIGHT = 4

const betaOf = remembered((d: Pert) => {
  const { a, b } = shape(d)
  return betaShape(a, b)
})

export const pert: Family<Pert> = {
  kind: 'pert',
  label: 'PERT',
  description: 'A lowest, a likeliest and a highest value, joined by a smooth curve.',
  parameters: [
    { id: 'min', label: 'Lowest', description: 'No value is lower.' },
    { id: 'mode', label: 'Likeliest', description: 'The peak: values near it come most often.' },
    { id: 'max', label: 'Highest', description: 'No value is higher.' },
    {
      id: 'weight',
      label: 'Weight of the likeliest',
      description: 'How much it counts against either end: 4 is usual, more makes a sharper peak.',
      min: 0,
      max: 1000,
      optional: true,
      default: WEIGHT,
    },
  ],
  discrete: false,
  check: ({ min, mode, max }) => checkPeak('pert', min, mode, max),
  quantile(d) {
    const { a, b } = shape(d)
    const piece = betaPiece(a, b, d.min, d.max)
    return (p) => piece.solve(p, 1 - p)
  },
  density(d, x) {
    const width = d.max - d.min
    return betaOf(d).density((x - d.min) / width) / width
  },
  cumulative(d, x) {
    return betaOf(d).cumulative((x - d.min) / (d.max - d.min))
  },
  mean: ({ min, mode, max, weight = WEIGHT }) =>
    min + (weight * (mode - min) + (max - min)) / (weight + 2),
  standardDeviation(d) {
    const { a, b, width } = shape(d)
    return width * betaDeviation(a, b)
  },
  support: ({ min, max }) => [min, max],
  scoring(d) {
    const { a, b } = shape(d)
    return { kind: 'pieces', pieces: [betaPiece(a, b, d.min, d.max)] }
  },
}

function shape({ min, mode, max, weight = WEIGHT }: Pert): { a: number; b: number; width: number } {
  const width = max - min
  const a = 1 + (weight * (mode - min)) / width
  const b = 1 + (weight * (max - mode)) / width
  return { a, b, width }
}
