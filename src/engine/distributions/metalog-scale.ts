import { exp, log } from '../math.ts'
import type { CurveJet } from './metalog-curve.ts'

/** Values as seen by a curve: themselves, or their logarithms from a bound or between two. */
export interface Scale {
  /** From a value within the bounds to the curve's own measure. */
  inward(x: number): number
  outward(m: number): number
  /** Value and two derivatives of a curve, carried outward. */
  jet(curve: CurveJet): CurveJet
}

/** The scale of a metalog with these bounds, each of which may be missing. */
export function scaleOf(lower: number | undefined, upper: number | undefined): Scale {
  if (lower !== undefined && upper !== undefined) return bounded(lower, upper)
  if (lower !== undefined) return above(lower)
  return upper === undefined ? unbounded : below(upper)
}

const unbounded: Scale = { inward: (x) => x, outward: (m) => m, jet: (curve) => curve }

function above(lower: number): Scale {
  return {
    inward: (x) => log(x - lower),
    outward: (m) => lower + exp(m),
    jet([m, first, second]) {
      const size = exp(m)
      return [lower + size, size * first, size * (second + first * first)]
    },
  }
}

function below(upper: number): Scale {
  return {
    inward: (x) => -log(upper - x),
    outward: (m) => upper - exp(-m),
    jet([m, first, second]) {
      const size = exp(-m)
      return [upper - size, size * first, size * (second - first * first)]
    },
  }
}

function bounded(lower: number, upper: number): Scale {
  const width = upper - lower
  // From the nearer bound, so that either is met exactly.
  const outward = (m: number) =>
    m < 0 ? lower + (width * exp(m)) / (1 + exp(m)) : upper - (width * exp(-m)) / (1 + exp(-m))
  return {
    inward: (x) => log((x - lower) / (upper - x)),
    outward,
    jet([m, first, second]) {
      const small = exp(-Math.abs(m))
      const low = (m < 0 ? small : 1) / (1 + small)
      const high = (m < 0 ? 1 : small) / (1 + small)
      const slope = width * low * high
      return [outward(m), slope * first, slope * (second + (high - low) * first * first)]
    },
  }
}
