import {
  checkDistribution,
  type Distribution,
  families,
  type FamilyId,
  mean,
  quantile,
  standardDeviation,
} from '../../engine/distributions/index.ts'
import type { Role } from '../../engine/model.ts'
import { toDigits } from '../../words/index.ts'

/** The families that suit an assumption, and the one it has now. */
export function familiesFor(role: Role, present: FamilyId): FamilyId[] {
  const ids = Object.keys(families) as FamilyId[]
  return ids.filter((id) => {
    if (id === present || id === 'constant') return true
    return (id === 'bernoulli') === (role === 'event')
  })
}

/** The belief said in another family, as near to what it was as that family can come. */
export function asFamily(kind: FamilyId, d: Distribution): Distribution {
  if (kind === d.kind) return d
  const at = shortly(d)
  const centre = at(null)
  const spread = spreadOf(d)
  const [low, middle, high] = ends(at(0.01), at(0.5), at(0.99), spread)
  switch (kind) {
    case 'constant':
      return { kind, value: d.kind === 'bernoulli' ? Math.round(centre) : centre }
    case 'uniform':
      return { kind, min: low, max: high }
    case 'triangular':
    case 'pert':
      return { kind, min: low, mode: middle, max: high }
    case 'normal':
      return { kind, mean: centre, standardDeviation: spread }
    case 'lognormal':
      return { kind, median: middle > 0 ? middle : 0.1, logStandardDeviation: logSpread(at) }
    case 'truncatedNormal':
      return { kind, mean: centre, standardDeviation: spread, min: low, max: high }
    case 'discrete':
      return threePoints(d)
    case 'empirical':
      return { kind, values: decilesOf(at, spread) }
    case 'metalog':
      return metalogLike(at, spread)
    case 'mixture':
      return eitherOr(d)
    case 'beta':
      return betaLike(centre, spread)
    case 'bernoulli':
      return { kind, probability: Math.min(1, Math.max(0, centre)) }
  }
}

/** Quantiles, and the mean for null, to digits that still tell them apart. */
function shortly(d: Distribution): (p: number | null) => number {
  const exact = quantile(d)
  const width = exact(0.99) - exact(0.01)
  return (p) => {
    const x = p === null ? mean(d) : exact(p)
    const lost = Math.max(0, Math.ceil(Math.log10(Math.abs(x) / width)))
    return Number.isFinite(lost) ? toDigits(x, Math.min(15, 3 + lost)) : short(x)
  }
}

function spreadOf(d: Distribution): number {
  const spread = short(standardDeviation(d))
  return Number.isFinite(spread) && spread > 0 ? spread : Math.abs(mean(d)) * 0.1 || 0.1
}

function ends(low: number, middle: number, high: number, spread: number): [number, number, number] {
  return high > low ? [low, middle, high] : [middle - spread, middle, middle + spread]
}

function logSpread(at: (p: number) => number): number {
  const [middle, high] = [at(0.5), at(0.9)]
  if (!(middle > 0 && high > middle)) return 0.2
  return Math.min(10, toDigits(Math.log(high / middle) / 1.2816, 3))
}

/** P10, P50 and P90 with chances that keep mean and spread about right (Hurst, Brown and Swanson 2000). */
function threePoints(d: Distribution): Distribution {
  const values = [...new Set([0.1, 0.5, 0.9].map(shortly(d)))]
  if (values.length === 3) return { kind: 'discrete', values, probabilities: [0.3, 0.4, 0.3] }
  const even = values.map(() => 1 / values.length)
  return { kind: 'discrete', values, probabilities: even }
}

function decilesOf(at: (p: number) => number, spread: number): number[] {
  const values = Array.from({ length: 11 }, (_, i) => at(Math.min(0.99, Math.max(0.01, i / 10))))
  return values.some((value) => value !== values[0])
    ? values
    : [values[0] - spread, values[0] + spread]
}

function metalogLike(at: (p: number) => number, spread: number): Distribution {
  const [low, middle, high] = [at(0.1), at(0.5), at(0.9)]
  const points = (a: number, b: number, c: number) => [
    { p: 0.1, value: a },
    { p: 0.5, value: b },
    { p: 0.9, value: c },
  ]
  try {
    const d = { kind: 'metalog', percentiles: points(low, middle, high) } as const
    checkDistribution(d)
    return d
  } catch {
    // Too uneven for three terms, or without spread: even about the middle it always can.
    return { kind: 'metalog', percentiles: points(middle - spread, middle, middle + spread) }
  }
}

/** The belief as it is, or something else, evenly: to be said by whoever chose it. */
function eitherOr(d: Distribution): Distribution {
  if (d.kind === 'mixture') return d
  const other = asFamily('constant', d) as Exclude<Distribution, { readonly kind: 'mixture' }>
  return {
    kind: 'mixture',
    branches: [
      { label: 'As before', weight: 0.5, distribution: d },
      { label: 'Otherwise', weight: 0.5, distribution: other },
    ],
  }
}

/** A beta distribution with this mean and spread, where there is one. */
function betaLike(mean: number, spread: number): Distribution {
  const m = Math.min(0.99, Math.max(0.01, mean))
  const weight = Math.min(1e6, Math.max(2, (m * (1 - m)) / spread ** 2 - 1))
  return { kind: 'beta', alpha: short(m * weight), beta: short((1 - m) * weight) }
}

/** To three digits: a starting point, meant to be changed. */
function short(x: number): number {
  return toDigits(x, 3)
}
