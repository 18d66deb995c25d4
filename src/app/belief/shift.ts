import { type Distribution, mean, quantile, support } from '../../engine/distributions/index.ts'
import { toDigits } from '../../words/index.ts'

type Metalog = Extract<Distribution, { readonly kind: 'metalog' }>
type SimpleDistribution = Exclude<Distribution, { readonly kind: 'mixture' }>

/** The one number a belief is moved by: its likeliest, middle or mean value, or its probability. */
export function centreOf(d: Distribution): number {
  switch (d.kind) {
    case 'constant':
      return d.value
    case 'uniform':
      return (d.min + d.max) / 2
    case 'triangular':
    case 'pert':
      return d.mode
    case 'normal':
    case 'truncatedNormal':
      return d.mean
    case 'lognormal':
      return d.median
    case 'bernoulli':
      return d.probability
    case 'beta':
    case 'discrete':
    case 'empirical':
    case 'metalog':
    case 'mixture':
      return mean(d)
  }
}

/** What `centreOf` gives, in words. */
export function centreName(d: Distribution): string {
  switch (d.kind) {
    case 'constant':
      return 'value'
    case 'uniform':
      return 'middle'
    case 'triangular':
    case 'pert':
      return 'likeliest'
    case 'truncatedNormal':
      return 'middle'
    case 'normal':
    case 'beta':
    case 'discrete':
    case 'empirical':
    case 'metalog':
    case 'mixture':
      return 'mean'
    case 'lognormal':
      return 'median'
    case 'bernoulli':
      return 'chance'
  }
}

/** The belief moved as a whole so that its centre is `to`; how sure it is stays the same. */
export function movedTo(d: Distribution, to: number): Distribution {
  const by = to - centreOf(d)
  switch (d.kind) {
    case 'constant':
      return { ...d, value: to }
    case 'uniform':
      return { ...d, min: tidy(d.min + by), max: tidy(d.max + by) }
    case 'triangular':
    case 'pert':
      return { ...d, min: tidy(d.min + by), mode: to, max: tidy(d.max + by) }
    case 'normal':
    case 'truncatedNormal':
      return { ...d, mean: to }
    case 'lognormal':
      return { ...d, median: to }
    case 'beta': {
      const weight = d.alpha + d.beta
      return { ...d, alpha: tidy(to * weight), beta: tidy((1 - to) * weight) }
    }
    case 'bernoulli':
      return { ...d, probability: to }
    case 'discrete':
    case 'empirical':
      return { ...d, values: d.values.map((value) => tidy(value + by)) }
    case 'metalog':
      return movedMetalog(d, by)
    case 'mixture':
      return {
        ...d,
        branches: d.branches.map((branch) => ({
          ...branch,
          distribution: movedTo(
            branch.distribution,
            centreOf(branch.distribution) + by,
          ) as SimpleDistribution,
        })),
      }
  }
}

/** Bounds move with the percentiles; with a bound the coefficients are of logarithms and stay. */
function movedMetalog(d: Metalog, by: number): Metalog {
  const { lower, upper, percentiles, coefficients } = d
  const bounded = lower !== undefined || upper !== undefined
  return {
    ...d,
    ...(lower === undefined ? {} : { lower: tidy(lower + by) }),
    ...(upper === undefined ? {} : { upper: tidy(upper + by) }),
    ...(percentiles
      ? { percentiles: percentiles.map(({ p, value }) => ({ p, value: tidy(value + by) })) }
      : {}),
    ...(coefficients && !bounded
      ? { coefficients: coefficients.map((a, i) => (i === 0 ? tidy(a + by) : a)) }
      : {}),
  }
}

export interface Track {
  readonly min: number
  readonly max: number
  readonly step: number
}

/**
 * How far a slider moves a belief: some widths of the default around it, as far as the whole of the
 * belief stays inside what the assumption may be.
 */
export function trackOf(
  d: Distribution,
  inherited: Distribution,
  domain: readonly [number, number],
): Track {
  const centre = centreOf(d)
  if (d.kind === 'bernoulli') return { min: 0, max: 1, step: 0.01 }
  const at = quantile(inherited)
  const inheritedCentre = inherited.kind === 'bernoulli' ? centre : centreOf(inherited)
  const width = at(0.99) - at(0.01) || Math.abs(inheritedCentre) || 1
  const room = roomOf(d, domain)
  const low = Math.min(centre, Math.max(room[0], inheritedCentre - 1.5 * width))
  const high = Math.max(centre, Math.min(room[1], inheritedCentre + 1.5 * width))
  const step = niceStep((high - low) / 100)
  const min = Math.ceil(low / step - 1e-9) * step
  const max = Math.floor(high / step + 1e-9) * step
  return { min: tidy(Math.min(min, centre)), max: tidy(Math.max(max, centre)), step }
}

/** Where the centre may lie so that nothing of the belief leaves the domain. */
function roomOf(d: Distribution, [low, high]: readonly [number, number]): [number, number] {
  switch (d.kind) {
    case 'uniform':
      return [low + (d.max - d.min) / 2, high - (d.max - d.min) / 2]
    case 'triangular':
    case 'pert':
      return [low + (d.mode - d.min), high - (d.max - d.mode)]
    case 'beta':
      return [Math.max(low, 0.01), Math.min(high, 0.99)]
    case 'lognormal':
      return [Math.max(low, 1e-6), high]
    case 'truncatedNormal':
      return [Math.max(low, d.min), Math.min(high, d.max)]
    case 'discrete':
    case 'empirical':
    case 'metalog':
    case 'mixture': {
      const [lowest, highest] = support(d)
      const centre = centreOf(d)
      return [
        Number.isFinite(lowest) ? low + (centre - lowest) : low,
        Number.isFinite(highest) ? high - (highest - centre) : high,
      ]
    }
    case 'constant':
    case 'normal':
    case 'bernoulli':
      return [low, high]
  }
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10)
}

/** Without the last digits that adding in binary leaves behind. */
function tidy(x: number): number {
  return toDigits(x, 12)
}
