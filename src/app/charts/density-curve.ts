import {
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
  const curve = Array.from({ length: points + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / points
    return [x, density(d, x)] as const
  }).filter(([, height]) => Number.isFinite(height))
  const inner = curve.filter(([x]) => x > at(0.02) && x < at(0.98))
  const peak = Math.max(0, ...(inner.length > 0 ? inner : curve).map(([, height]) => height))
  return { curve, stems: [], low, high, peak }
}

/** The ends of the support where they are near, else where the tails grow thin. */
function endsOf(d: Distribution, at: (p: number) => number): [number, number] {
  const [lowest, highest] = support(d)
  const [low, high] = [at(TAIL), at(1 - TAIL)]
  const near = 0.3 * (high - low)
  return [low - lowest <= near ? lowest : low, highest - high <= near ? highest : high]
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
