import { exp, expm1, log, log1p } from '../math.ts'
import { meanOf, varianceOf } from '../statistics/moments.ts'
import { empirical } from './empirical.ts'
import type { Percentile } from './family.ts'
import type { Lognormal } from './lognormal.ts'
import { metalog, type Metalog } from './metalog.ts'
import { fitCoefficients } from './metalog-curve.ts'
import { scaleOf } from './metalog-scale.ts'
import type { Given } from './percentile-pairs.ts'
import type { SimpleDistribution } from './simple.ts'

/** The families that can be fitted to data. */
export const fittedFamilies = ['empirical', 'metalog', 'normal', 'lognormal'] as const
export type FittedFamily = (typeof fittedFamilies)[number]

const MOST_TERMS = 5

/**
 * The distribution of a family that is nearest to observed numbers: the numbers themselves, a
 * metalog by least squares on their cumulative shares (Keelin 2016), or by mean and variance.
 *
 * @param values at least two that differ, in any order
 * @param given bounds of a metalog, and its terms; fewer are used where so many do not rise
 * @throws where the numbers do not allow it, and says why
 */
export function fitData(
  kind: FittedFamily,
  values: readonly number[],
  given: Given = {},
): SimpleDistribution {
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) throw new Error(`data are finite numbers, got ${values[wrong]} at ${wrong + 1}`)
  if (!values.some((value) => value !== values[0])) {
    throw new Error(`data need two numbers that differ, got ${values.length} alike`)
  }
  switch (kind) {
    case 'empirical': {
      const d = { kind, values }
      empirical.check(d)
      return d
    }
    case 'metalog':
      return fitMetalog(values, given)
    case 'normal': {
      const mean = meanOf(values)
      return { kind, mean, standardDeviation: Math.sqrt(varianceOf(values, mean)) }
    }
    case 'lognormal': {
      const low = Math.min(...values)
      if (!(low > 0)) throw new Error(`lognormal needs data above 0, got ${low}`)
      const logs = values.map(log)
      const mean = meanOf(logs)
      return { kind, median: exp(mean), logStandardDeviation: Math.sqrt(varianceOf(logs, mean)) }
    }
  }
}

function fitMetalog(values: readonly number[], { min, max, terms = MOST_TERMS }: Given): Metalog {
  const scale = scaleOf(min, max)
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[0], sorted[sorted.length - 1]]
  if ((min !== undefined && low <= min) || (max !== undefined && high >= max)) {
    throw new Error(
      `metalog needs data between ${min ?? 'no lower bound'} and ${max ?? 'no upper bound'}, ` +
        `got ${low} to ${high}`,
    )
  }
  const points: Percentile[] = sorted.map((value, i) => ({
    p: (i + 0.5) / sorted.length,
    value: scale.inward(value),
  }))
  const bounds = {
    ...(min === undefined ? {} : { lower: min }),
    ...(max === undefined ? {} : { upper: max }),
  }
  for (let count = Math.min(terms, sorted.length); count >= 2; count--) {
    const coefficients = fitCoefficients(points, count)
    const d: Metalog = { kind: 'metalog', coefficients, ...bounds }
    try {
      metalog.check(d)
      return d
    } catch (error) {
      if (count === 2) throw error
    }
  }
  throw new Error('metalog needs at least two terms')
}

/** The lognormal distribution with a mean and a standard deviation, both above 0. */
export function lognormalFromMean(mean: number, standardDeviation: number): Lognormal {
  if (!(mean > 0 && standardDeviation > 0)) {
    throw new Error(
      `lognormal needs mean and standard deviation above 0, got ${mean}, ${standardDeviation}`,
    )
  }
  const ratio = standardDeviation / mean
  const square = log1p(ratio * ratio)
  return {
    kind: 'lognormal',
    median: mean / Math.sqrt(1 + expm1(square)),
    logStandardDeviation: Math.sqrt(square),
  }
}
