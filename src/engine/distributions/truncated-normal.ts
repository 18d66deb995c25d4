import { normalCumulative, normalDensity, normalQuantile } from '../math.ts'
import { integrate } from '../quadrature.ts'
import type { Family, Piece } from './family.ts'

export interface TruncatedNormal {
  readonly kind: 'truncatedNormal'
  readonly mean: number
  readonly standardDeviation: number
  readonly min: number
  readonly max: number
}

/** Of the whole bell, what must be left between the bounds. */
const LEAST_MASS = 1e-9
/** Scores past which nothing of the bell counts. */
const FAR = 39

export const truncatedNormal: Family<TruncatedNormal> = {
  kind: 'truncatedNormal',
  label: 'Truncated normal',
  description: 'A bell curve cut off where no value can be.',
  parameters: [
    { id: 'mean', label: 'Middle of the bell', description: 'The mean before it is cut off.' },
    {
      id: 'standardDeviation',
      label: 'Spread of the bell',
      description: 'The standard deviation before it is cut off.',
      above: 0,
    },
    { id: 'min', label: 'Lowest', description: 'No value is lower.' },
    { id: 'max', label: 'Highest', description: 'No value is higher.' },
  ],
  discrete: false,
  check(d) {
    const { min, max } = d
    if (!(min < max)) {
      const hint = min === max ? '; use constant for a value without spread' : ''
      throw new Error(`truncatedNormal needs min < max, got ${min}, ${max}${hint}`)
    }
    if (massOf(d) >= LEAST_MASS) return
    throw new Error(
      `truncatedNormal needs at least a billionth of its bell between ${min} and ${max}; ` +
        `of one with mean ${d.mean} and standard deviation ${d.standardDeviation} there is less`,
    )
  },
  quantile(d) {
    const { solve } = piece(d)
    return (p) => solve(p, 1 - p)
  },
  density(d, x) {
    if (!(x >= d.min && x <= d.max)) return 0
    return normalDensity((x - d.mean) / d.standardDeviation) / (d.standardDeviation * massOf(d))
  },
  cumulative(d, x) {
    if (x <= d.min) return 0
    if (x >= d.max) return 1
    const { from, to } = scores(d)
    const at = (x - d.mean) / d.standardDeviation
    const mass = between(from, to)
    const below = between(from, at) / mass
    return below <= 0.5 ? below : 1 - between(at, to) / mass
  },
  mean: (d) => d.mean + d.standardDeviation * centreOf(d),
  standardDeviation(d) {
    const centre = centreOf(d)
    return d.standardDeviation * Math.sqrt(momentOf(d, (z) => (z - centre) * (z - centre)))
  },
  support: ({ min, max }) => [min, max],
  scoring: (d) => ({ kind: 'pieces', pieces: [piece(d)] }),
}

function scores({ mean, standardDeviation, min, max }: TruncatedNormal): {
  readonly from: number
  readonly to: number
} {
  return { from: (min - mean) / standardDeviation, to: (max - mean) / standardDeviation }
}

/** Probability of a standard normal number between two, as exact where it is small. */
function between(from: number, to: number): number {
  // A difference of two near numbers would lose what they share.
  if (to - from < 1) return integrate(normalDensity, from, to)
  return from > 0
    ? normalCumulative(-from) - normalCumulative(-to)
    : normalCumulative(to) - normalCumulative(from)
}

function massOf(d: TruncatedNormal): number {
  const { from, to } = scores(d)
  return between(from, to)
}

/** The mean of a function of the score, over the part that is left. */
function momentOf(d: TruncatedNormal, f: (z: number) => number): number {
  const { from, to } = scores(d)
  const low = Math.max(from, -FAR)
  const high = Math.min(to, FAR)
  const parts = Math.max(1, Math.ceil(high - low))
  return integrate((z) => f(z) * normalDensity(z), low, high, parts) / between(from, to)
}

function centreOf(d: TruncatedNormal): number {
  const { from, to } = scores(d)
  // Counted from the middle of a narrow range, whose own place would drown it.
  const anchor = Math.max(from, Math.min(to, 0))
  return anchor + momentOf(d, (z) => z - anchor)
}

function piece(d: TruncatedNormal): Piece {
  const { mean, standardDeviation, min, max } = d
  const { from, to } = scores(d)
  const mass = between(from, to)
  return {
    until: Infinity,
    solve(lower, upper) {
      if (!(lower > 0)) return lower === 0 ? min : NaN
      if (!(upper > 0)) return max
      let z = firstGuess(from, to, lower * mass, upper * mass)
      for (let turn = 0; turn < 2; turn++) {
        const miss = lower < upper ? between(from, z) - lower * mass : upper * mass - between(z, to)
        const step = miss / normalDensity(z)
        // Halley's term for a bell, whose slope bends by its score.
        z = Math.min(to, Math.max(from, z - step / (1 + 0.5 * step * z)))
      }
      return Math.min(max, Math.max(min, mean + standardDeviation * z))
    },
    density: (x) => normalDensity((x - mean) / standardDeviation) / (standardDeviation * mass),
    logSlope: (x) => (mean - x) / (standardDeviation * standardDeviation),
  }
}

/** By the tail that is the smaller of the two. */
function firstGuess(from: number, to: number, below: number, above: number): number {
  const lower = normalCumulative(from) + below
  const z = lower < 0.5 ? normalQuantile(lower) : -normalQuantile(normalCumulative(-to) + above)
  return Math.min(to, Math.max(from, z))
}
