import { normalCumulative, normalDensity } from '../engine/normal-curve.ts'

/** A function of independent inputs, each with its quantile function, and its indices. */
export interface KnownFunction {
  readonly of: (x: readonly number[]) => number
  /** From a score between 0 and 1 to an input, each alike. */
  readonly quantile: (u: number) => number
  /** First-order and total indices, input by input. */
  readonly first: readonly number[]
  readonly total: readonly number[]
}

/** Ishigami and Homma (1990) with a = 7, b = 0.1; indices by Saltelli and others (2008). */
export const ishigami: KnownFunction = ishigamiBy(7, 0.1)

function ishigamiBy(a: number, b: number): KnownFunction {
  const pi = Math.PI
  const four = pi * pi * pi * pi
  const once = ((1 + (b * four) / 5) * (1 + (b * four) / 5)) / 2
  const second = (a * a) / 8
  const both = b * b * four * four * (1 / 18 - 1 / 50)
  const all = once + second + both
  return {
    of: ([x, y, z]) => {
      const [rise, bow] = [Math.sin(x), Math.sin(y)]
      return rise + a * bow * bow + b * z * z * z * z * rise
    },
    quantile: (u) => pi * (2 * u - 1),
    first: [once / all, second / all, 0],
    total: [(once + both) / all, second / all, both / all],
  }
}

/** Sobol’s G function with 0, 1, 4.5 and 9 (Saltelli and Sobol’ 1995). */
export const sobolG: KnownFunction = sobolGBy([0, 1, 4.5, 9])

function sobolGBy(parts: readonly number[]): KnownFunction {
  const alone = parts.map((part) => 1 / (3 * (1 + part) * (1 + part)))
  const all = alone.reduce((product, one) => product * (1 + one), 1) - 1
  return {
    of: (x) =>
      parts.reduce(
        (product, part, k) => (product * (Math.abs(4 * x[k] - 2) + part)) / (1 + part),
        1,
      ),
    quantile: (u) => u,
    first: alone.map((one) => one / all),
    total: alone.map((one) => (one * (1 + all)) / (1 + one) / all),
  }
}

/**
 * By how much choosing after a normal number is seen, or not choosing for 0, beats choosing by its
 * mean: E max(0, N) − max(0, mean).
 */
export function gainOfSeeing(mean: number, spread: number): number {
  const z = Math.abs(mean) / spread
  return spread * normalDensity(z) - Math.abs(mean) * normalCumulative(-z)
}

/** The mean of a standard normal number in its highest tenth: φ(z)/0.1 at its 90% quantile. */
export const HIGHEST_TENTH = 1.7549833193248685

/** Spearman’s correlation of two normal numbers whose correlation is r (Pearson 1907). */
export function rankCorrelationOfNormals(r: number): number {
  return (6 / Math.PI) * Math.asin(r / 2)
}

/** Steps of the quadrature of δ, to either side. */
const STEPS = 4000

/**
 * Borgonovo’s δ of a normal number and one it is correlated with: half the area between the density
 * and that given the other, on average, by quadrature. The two normal densities cross at the roots of
 * a quadratic, between which the area is known exactly.
 *
 * @param r correlation, not ±1
 */
export function deltaOfNormals(r: number): number {
  if (r === 0) return 0
  const left = 1 - r * r
  let sum = 0
  let weights = 0
  for (let i = -STEPS; i <= STEPS; i++) {
    const x = (8 * i) / STEPS
    const mean = r * x
    // log φ(y) − log of the density given x is 0 where r²y² − 2·mean·y + mean² + left·log(left) is.
    const inner = mean * mean - r * r * (mean * mean + left * Math.log(left))
    const [low, high] = [mean - Math.sqrt(inner), mean + Math.sqrt(inner)].map((y) => y / (r * r))
    const spread = Math.sqrt(left)
    const given = normalCumulative((high - mean) / spread) - normalCumulative((low - mean) / spread)
    const alone = normalCumulative(high) - normalCumulative(low)
    const weight = normalDensity(x)
    sum += weight * (given - alone)
    weights += weight
  }
  return sum / weights
}
