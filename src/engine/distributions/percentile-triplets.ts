import { root } from '../root.ts'
import { betaShape } from '../special.ts'
import type { Percentile } from './family.ts'
import type { Given, Interval, Solver } from './percentile-pairs.ts'
import type { SimpleDistribution } from './simple.ts'

/** The quantile of the family between 0 and 1, for a peak anywhere in it. */
type UnitQuantile = (peak: number, p: number, given: Given) => number

/** Rounding of a ratio that still counts as at its limit. */
const ROUNDING = 1e-12

/**
 * A lowest, a likeliest and a highest value from three percentiles: how far apart the upper two
 * are against the lower two decides where the peak lies, and the rest is scale and place.
 */
function tripletSolver(kind: 'triangular' | 'pert', unit: UnitQuantile): Solver {
  const at = (peak: number, points: readonly Percentile[], given: Given) =>
    points.map(({ p }) => unit(peak, p, given))
  const ratioAt = (peak: number, points: readonly Percentile[], given: Given) =>
    ratioOf(at(peak, points, given))
  const limits = (points: readonly Percentile[], given: Given): Interval => [
    ratioAt(1, points, given),
    ratioAt(0, points, given),
  ]
  return {
    needed: 3,
    solve(points, given) {
      const values = points.map(({ value }) => value)
      const ratio = ratioOf(values)
      const [least, most] = limits(points, given)
      if (!(ratio >= least * (1 - ROUNDING) && ratio <= most * (1 + ROUNDING))) return null
      const peak =
        ratio <= least
          ? 1
          : ratio >= most
            ? 0
            : root((c) => ratioAt(c, points, given) - ratio, 0, 1)
      const [low, , high] = at(peak, points, given)
      const width = (values[2] - values[0]) / (high - low)
      const min = values[0] - low * width
      const max = min + width
      const mode = Math.min(max, min + peak * width)
      const weight = kind === 'pert' && given.weight !== undefined ? { weight: given.weight } : {}
      return { kind, min, mode, max, ...weight } satisfies SimpleDistribution
    },
    range(points, index, given) {
      const [low, middle, high] = points.map(({ value }) => value)
      const [least, most] = limits(points, given)
      if (index === 1) {
        const between = (ratio: number) => (high + ratio * low) / (1 + ratio)
        return low < high ? [between(most), between(least)] : null
      }
      const gap = index === 0 ? high - middle : middle - low
      if (!(gap > 0)) return null
      return index === 0
        ? [middle - gap / least, middle - gap / most]
        : [middle + gap * least, middle + gap * most]
    },
  }
}

function ratioOf([low, middle, high]: readonly number[]): number {
  return (high - middle) / (middle - low)
}

/** For P10, P50, P90 the ratio lies between 1/φ and φ, the golden ratio: (√5 − 1)/(3 − √5). */
export const triangularSolver: Solver = tripletSolver('triangular', (peak, p) =>
  p <= peak ? Math.sqrt(p * peak) : 1 - Math.sqrt((1 - p) * (1 - peak)),
)

export const pertSolver: Solver = tripletSolver('pert', (peak, p, { weight = 4 }) =>
  betaShape(1 + weight * peak, 1 + weight * (1 - peak)).solve(p, 1 - p),
)
