import { type BetaShape, betaShape } from '../special.ts'
import type { Family, Piece } from './family.ts'
import { remembered } from './remember.ts'

export interface Beta {
  readonly kind: 'beta'
  readonly alpha: number
  readonly beta: number
}

const shapeOf = remembered((d: Beta) => betaShape(d.alpha, d.beta))

export const beta: Family<Beta> = {
  kind: 'beta',
  label: 'Beta',
  description: 'A share between 0 and 1, as if seen alpha times against beta times.',
  parameters: [
    { id: 'alpha', label: 'Alpha', description: 'Weight towards 1.', min: 0.01, max: 1e6 },
    { id: 'beta', label: 'Beta', description: 'Weight towards 0.', min: 0.01, max: 1e6 },
  ],
  discrete: false,
  check() {},
  quantile(d) {
    const shape = shapeOf(d)
    return (p) => shape.solve(p, 1 - p)
  },
  density: (d, x) => shapeOf(d).density(x),
  cumulative: (d, x) => shapeOf(d).cumulative(x),
  mean: (d) => d.alpha / (d.alpha + d.beta),
  standardDeviation: (d) => betaDeviation(d.alpha, d.beta),
  support: () => [0, 1],
  scoring: (d) => ({ kind: 'pieces', pieces: [betaPiece(d.alpha, d.beta, 0, 1)] }),
}

/** Standard deviation of a beta distribution on (0, 1). */
export function betaDeviation(a: number, b: number): number {
  return Math.sqrt((a / (a + b)) * (b / (a + b)) * (1 / (a + b + 1)))
}

/** The quantile function of a beta distribution stretched to `min` and `max`. */
export function betaPiece(a: number, b: number, min: number, max: number): Piece {
  const width = max - min
  const shape: BetaShape = betaShape(a, b)
  return {
    until: Infinity,
    solve(lower, upper, near) {
      const start = near === undefined ? undefined : (near - min) / width
      return min + width * shape.solve(lower, upper, start)
    },
    density: (x) => shape.density((x - min) / width) / width,
    logSlope: (x) => (a - 1) / (x - min) - (b - 1) / (max - x),
  }
}
