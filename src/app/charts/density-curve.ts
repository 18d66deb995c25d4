import {
  cumulative,
  density,
  type Distribution,
  familyOf,
  quantile,
  support,
} from '../../engine/distributions/index.ts'

/** What is drawn of a distribution: a curve, or stems where values have chances of their own. */
export interface DensityCurve {
  /** From lowest to highest; empty for a distribution of single values. */
  readonly curve: readonly (readonly [x: number, height: number])[]
  /** Values with a chance of their own. */
  readonly stems: readonly { readonly value: number; readonly share: number }[]
  /** The part that is worth drawing: all of it, or all but a half percent where a tail is long. */
  readonly low: number
  readonly high: number
  /** Where the curve is highest, not counting ends at which it has no bound. */
  readonly peak: number
}

const TAIL = 0.005

/**
 * The picture of a distribution.
 *
 * @param points of the curve, more for a larger picture
 */
export function densityCurve(d: Distribution, points: number): DensityCurve {
  const at = quantile(d)
  const [low, high] = endsOf(d, at)
  if (familyOf(d).discrete || !(high > low)) return stemsOf(d, at)
  const stems = atomsOf(d)
  if (d.kind === 'empirical') {
    const bars = histogram((x) => cumulative(d, x), low, high, barsFor(d.values.length))
    return { curve: bars, stems, low, high, peak: Math.max(...bars.map(([, height]) => height)) }
  }
  const curve = Array.from({ length: points + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / points
    return [x, density(d, x)] as const
  }).filter(([, height]) => Number.isFinite(height))
  const inner = curve.filter(([x]) => x > at(0.02) && x < at(0.98))
  const peak = Math.max(0, ...(inner.length > 0 ? inner : curve).map(([, height]) => height))
  return { curve, stems, low, high, peak }
}

/** The ends of the support where they are near, else where the tails grow thin. */
function endsOf(d: Distribution, at: (p: number) => number): [number, number] {
  const [lowest, highest] = support(d)
  const [low, high] = [at(TAIL), at(1 - TAIL)]
  const near = 0.3 * (high - low)
  return [low - lowest <= near ? lowest : low, highest - high <= near ? highest : high]
}

/** Bars that show so many numbers: as many as the root of them, within reason. */
export function barsFor(count: number): number {
  return Math.min(40, Math.max(5, Math.ceil(Math.sqrt(count))))
}

/**
 * The outline of a histogram: two points a bar.
 *
 * @param share of all values that are at most x
 */
export function histogram(
  share: (x: number) => number,
  low: number,
  high: number,
  bars: number,
): [x: number, height: number][] {
  const width = (high - low) / bars
  return Array.from({ length: bars }, (_, i): [number, number][] => {
    const [from, until] = [low + i * width, i === bars - 1 ? high : low + (i + 1) * width]
    // What lies on the very first edge belongs to the first bar.
    const height = (share(until) - (i === 0 ? 0 : share(from))) / (until - from)
    return [
      [from, height],
      [until, height],
    ]
  }).flat()
}

/** Values that branches of a mixture give a chance of their own. */
function atomsOf(d: Distribution): { value: number; share: number }[] {
  if (d.kind !== 'mixture') return []
  const total = d.branches.reduce((sum, { weight }) => sum + weight, 0)
  const shares = new Map<number, number>()
  for (const { weight, distribution } of d.branches) {
    if (!familyOf(distribution).discrete) continue
    for (const { value, share } of stemsOf(distribution, quantile(distribution)).stems) {
      shares.set(value, (shares.get(value) ?? 0) + (share * weight) / total)
    }
  }
  return [...shares].map(([value, share]) => ({ value, share })).filter(({ share }) => share > 0)
}

function stemsOf(d: Distribution, at: (p: number) => number): DensityCurve {
  const values = new Set(Array.from({ length: 201 }, (_, i) => at(i / 200)))
  // What happens seldom is a value too.
  if (d.kind === 'bernoulli') values.add(0).add(1)
  const stems = [...values]
    .filter((value) => Number.isFinite(value))
    .toSorted((a, b) => a - b)
    .map((value) => ({ value, share: familyOf(d).discrete ? density(d, value) : 1 }))
  const [first, last] = [stems[0]?.value ?? 0, stems.at(-1)?.value ?? 0]
  return { curve: [], stems, low: first, high: last, peak: 0 }
}
