import { normalQuantile } from '../math.ts'
import type { Family, Piece } from './family.ts'

export interface Triangular {
  readonly kind: 'triangular'
  readonly min: number
  readonly mode: number
  readonly max: number
}

export const triangular: Family<Triangular> = {
  kind: 'triangular',
  label: 'Triangular',
  description: 'A lowest, a likeliest and a highest value, joined by straight lines.',
  parameters: [
    { id: 'min', label: 'Lowest', description: 'No value is lower.' },
    { id: 'mode', label: 'Likeliest', description: 'The peak: values near it come most often.' },
    { id: 'max', label: 'Highest', description: 'No value is higher.' },
  ],
  discrete: false,
  check: ({ min, mode, max }) => checkPeak('triangular', min, mode, max),
  quantile: (d) => (p) => solve(d, p, 1 - p),
  density({ min, mode, max }, x) {
    if (!(x >= min && x <= max)) return 0
    const height = 2 / (max - min)
    if (x === mode) return height
    return x < mode ? (height * (x - min)) / (mode - min) : (height * (max - x)) / (max - mode)
  },
  cumulative({ min, mode, max }, x) {
    if (x <= min) return 0
    if (x >= max) return 1
    const width = max - min
    if (x <= mode) return ((x - min) / (mode - min)) * ((x - min) / width)
    return 1 - ((max - x) / (max - mode)) * ((max - x) / width)
  },
  mean: ({ min, mode, max }) => min + (mode - min + (max - min)) / 3,
  standardDeviation({ min, mode, max }) {
    const width = max - min
    const peak = (mode - min) / width
    return width * Math.sqrt((1 - peak + peak * peak) / 18)
  },
  support: ({ min, max }) => [min, max],
  scoring: (d) => ({ kind: 'pieces', pieces: pieces(d) }),
  breaks: ({ mode }) => [mode],
}

/** Throws unless min ≤ mode ≤ max and min < max; for families described by those three. */
export function checkPeak(kind: string, min: number, mode: number, max: number): void {
  if (min <= mode && mode <= max && min < max) return
  const hint = min === mode && mode === max ? '; use constant for a value without spread' : ''
  const rule = hint ? 'min < max' : 'min <= mode <= max'
  throw new Error(`${kind} needs ${rule}, got ${min}, ${mode}, ${max}${hint}`)
}

function solve({ min, mode, max }: Triangular, lower: number, upper: number): number {
  const width = max - min
  return lower * width <= mode - min
    ? min + Math.sqrt(lower * width * (mode - min))
    : max - Math.sqrt(upper * width * (max - mode))
}

/** One piece a side of the peak, where the density has its kink. */
function pieces(d: Triangular): readonly Piece[] {
  const { min, mode, max } = d
  const density = (x: number) => triangular.density(d, x)
  const rising: Piece = {
    until: normalQuantile((mode - min) / (max - min)),
    solve: (lower) => min + Math.sqrt(lower * (max - min) * (mode - min)),
    density,
    logSlope: (x) => 1 / (x - min),
  }
  const falling: Piece = {
    until: Infinity,
    solve: (_lower, upper) => max - Math.sqrt(upper * (max - min) * (max - mode)),
    density,
    logSlope: (x) => -1 / (max - x),
  }
  if (mode === min) return [falling]
  return mode === max ? [{ ...rising, until: Infinity }] : [rising, falling]
}
