import { type FittedFamily, fittedFamilies, fitData } from '../../engine/distributions/fit.ts'
import { cumulative, type Distribution } from '../../engine/distributions/index.ts'
import { rounded } from './form.ts'
import { wordsOf } from '../../words/index.ts'

/** A family fitted to data, or why it cannot be. */
export type Fit =
  | { readonly kind: FittedFamily; readonly belief: Distribution; readonly gap: number }
  | { readonly kind: FittedFamily; readonly problem: string }

/** Every family that can be fitted, with the belief it makes of the numbers. */
export function fitsOf(values: readonly number[], domain: readonly [number, number]): Fit[] {
  return fittedFamilies.map((kind) => {
    try {
      const belief = fitted(kind, values, domain)
      return { kind, belief, gap: gapOf(belief, values) }
    } catch (error) {
      return { kind, problem: wordsOf(error) }
    }
  })
}

/** A curve ends where the assumption's domain does, if the data lie inside. */
function fitted(
  kind: FittedFamily,
  values: readonly number[],
  [min, max]: readonly [number, number],
): Distribution {
  if (kind !== 'metalog') return short(fitData(kind, values))
  const isInside = values.every((value) => value > min && value < max)
  if (!isInside) return fitData(kind, values)
  try {
    return fitData(kind, values, { min, max })
  } catch {
    return fitData(kind, values)
  }
}

function short(d: Distribution): Distribution {
  if (d.kind === 'normal') {
    return { ...d, mean: rounded(d.mean), standardDeviation: rounded(d.standardDeviation) }
  }
  if (d.kind !== 'lognormal') return d
  return {
    ...d,
    median: rounded(d.median),
    logStandardDeviation: rounded(d.logStandardDeviation),
  }
}

/** The largest difference between the data's cumulative shares and the curve's (Kolmogorov and Smirnov). */
export function gapOf(d: Distribution, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  return sorted.reduce((gap, value, i) => {
    const below = cumulative(d, value)
    return Math.max(gap, (i + 1) / n - below, below - i / n)
  }, 0)
}
