import { exp, normalCumulative, normalDensity } from '../math.ts'
import { rising, type Tangent } from '../root.ts'
import type { Family, Percentile, Piece } from './family.ts'
import {
  curveJet,
  curveOf,
  curveTangent,
  curveValue,
  endSlopes,
  fitCoefficients,
  type MetalogCurve,
  risesEverywhere,
} from './metalog-curve.ts'
import { metalogParameters } from './metalog-parameters.ts'
import { type Scale, scaleOf } from './metalog-scale.ts'
import { remembered } from './remember.ts'

export interface Metalog {
  readonly kind: 'metalog'
  /** At least two, rising; or the coefficients. */
  readonly percentiles?: readonly Percentile[]
  /** Keelin's a1, a2, …; of the logarithms where there is a bound. */
  readonly coefficients?: readonly number[]
  /** Terms to fit to the percentiles; as many as there are, up to five, where it is left out. */
  readonly terms?: number
  readonly lower?: number
  readonly upper?: number
}

const MOST_TERMS = 5
/** Logits past which a share is 0 or 1 for every purpose. */
const FARTHEST = 700

export const metalog: Family<Metalog> = {
  kind: 'metalog',
  label: 'Metalog',
  description: 'A smooth curve through your own percentiles, of any shape they ask for.',
  parameters: metalogParameters,
  discrete: false,
  check(d) {
    checkForm(d)
    const { curve } = shapeOf(d)
    if (!risesEverywhere(curve)) {
      throw new Error(
        'metalog needs percentiles that one smooth curve can rise through; ' +
          'these are too uneven: move one towards the middle of its neighbours, or ask fewer terms',
      )
    }
    checkTails(d, curve)
  },
  quantile(d) {
    const { solve } = piece(d)
    return (p) => solve(p, 1 - p)
  },
  density(d, x) {
    if (!isWithin(d, x)) return 0
    const { curve, scale, logit } = shapeOf(d)
    const [lower, upper] = sharesAt(logit(x))
    return (lower * upper) / scale.jet(curveJet(curve, lower, upper))[1] || 0
  },
  cumulative(d, x) {
    const [lowest, highest] = metalog.support(d)
    if (x <= lowest) return 0
    if (x >= highest) return 1
    return sharesAt(shapeOf(d).logit(x))[0]
  },
  mean: (d) => averaged(d, (x) => x),
  standardDeviation(d) {
    const [start, end] = endSlopes(shapeOf(d).curve)
    const heavy = d.lower !== undefined && d.upper === undefined ? end : start
    const hasOneBound = (d.lower === undefined) !== (d.upper === undefined)
    if (hasOneBound && heavy >= 0.5) return Infinity
    const mean = metalog.mean(d)
    return Math.sqrt(averaged(d, (x) => (x - mean) * (x - mean)))
  },
  support: ({ lower = -Infinity, upper = Infinity }) => [lower, upper],
  scoring: (d) => ({ kind: 'pieces', pieces: [piece(d)] }),
}

function isWithin({ lower = -Infinity, upper = Infinity }: Metalog, x: number): boolean {
  return x > lower && x < upper
}

/** How many terms a metalog of so many percentiles has, unless it says otherwise. */
export function termsOf(percentiles: number, terms?: number): number {
  return terms ?? Math.min(percentiles, MOST_TERMS)
}

function checkForm({ percentiles, coefficients, terms, lower, upper }: Metalog): void {
  if ((percentiles === undefined) === (coefficients === undefined)) {
    throw new Error('metalog needs either percentiles or coefficients')
  }
  if (lower !== undefined && upper !== undefined && !(lower < upper)) {
    throw new Error(`metalog needs lower < upper, got ${lower}, ${upper}`)
  }
  if (percentiles === undefined) {
    if (terms === undefined) return
    throw new Error('metalog needs no terms where it has coefficients')
  }
  if (terms !== undefined && !(Number.isInteger(terms) && terms <= percentiles.length)) {
    throw new Error(
      `metalog needs a whole number of terms, at most one per percentile, ` +
        `got ${terms} for ${percentiles.length}`,
    )
  }
  for (const { p, value } of percentiles) {
    if (isWithin({ kind: 'metalog', lower, upper }, value)) continue
    const range = `${lower ?? 'no lower bound'} and ${upper ?? 'no upper bound'}`
    throw new Error(`metalog needs percentiles between ${range}, got ${value} at p = ${p}`)
  }
}

/** Refuses a curve whose tail is so heavy that it has no mean. */
function checkTails({ lower, upper }: Metalog, curve: MetalogCurve): void {
  const [start, end] = endSlopes(curve)
  if (lower !== undefined && upper === undefined && !(end < 1)) {
    throw new Error(
      'metalog needs an upper bound as well: with these percentiles its upper tail has no mean',
    )
  }
  if (upper !== undefined && lower === undefined && !(start < 1)) {
    throw new Error(
      'metalog needs a lower bound as well: with these percentiles its lower tail has no mean',
    )
  }
}

interface Shape {
  readonly curve: MetalogCurve
  readonly scale: Scale
  /** The logit at which the value is x; found once where it is asked for twice in turn. */
  readonly logit: (x: number) => number
}

const shapeOf = remembered((d: Metalog): Shape => {
  const scale = scaleOf(d.lower, d.upper)
  const { percentiles = [], coefficients } = d
  const terms = termsOf(percentiles.length, d.terms)
  const inward = percentiles.map(({ p, value }) => ({ p, value: scale.inward(value) }))
  const curve = curveOf(coefficients ?? fitCoefficients(inward, terms))
  let last = NaN
  let found = NaN
  const logit = (x: number) => {
    if (x !== last) {
      found = logitAt(curve, scale.inward(x))
      last = x
    }
    return found
  }
  return { scale, curve, logit }
})

function piece(d: Metalog): Piece {
  const { curve, scale } = shapeOf(d)
  const [lowest, highest] = metalog.support(d)
  const density = (x: number) => metalog.density(d, x)
  return {
    until: Infinity,
    solve(lower, upper) {
      if (lower > 0 && upper > 0) return scale.outward(curveValue(curve, lower, upper))
      return lower === 0 ? lowest : upper === 0 ? highest : NaN
    },
    density,
    logSlope: () => 0,
    jet(z) {
      const [lower, upper] = [normalCumulative(z), normalCumulative(-z)]
      // How fast the logit grows with the score, and how fast that does.
      const rate = normalDensity(z) / (lower * upper)
      const growth = rate * ((lower - upper) * rate - z)
      const [value, first, second] = curveJet(curve, lower, upper)
      return scale.jet([value, first * rate, second * rate * rate + first * growth])
    },
  }
}

function sharesAt(y: number): readonly [lower: number, upper: number] {
  const small = exp(-Math.abs(y))
  return y < 0 ? [small / (1 + small), 1 / (1 + small)] : [1 / (1 + small), small / (1 + small)]
}

/** The logit at which the curve has a value; infinite beyond its ends. */
function logitAt(curve: MetalogCurve, value: number): number {
  const miss = (y: number) => curveValue(curve, ...sharesAt(y)) - value
  if (!(miss(-FARTHEST) < 0)) return -Infinity
  if (!(miss(FARTHEST) > 0)) return Infinity
  const at: [number, number] = [0, 0]
  const tangent = (y: number): Tangent => {
    const [lower, upper] = sharesAt(y)
    curveTangent(curve, lower, upper, at)
    at[0] -= value
    return at
  }
  const start = (value - curve.a[0]) / curve.b[0]
  return rising(tangent, [-FARTHEST, Math.abs(start) < 20 ? start : 0, FARTHEST])
}

/** The mean of a function of the value: a sum over evenly spaced logits, exact for smooth curves. */
function averaged(d: Metalog, f: (x: number) => number): number {
  const { curve, scale } = shapeOf(d)
  const [start, end] = endSlopes(curve)
  const bounded = d.lower !== undefined && d.upper !== undefined
  // Between two bounds a curve may be as steep as a step.
  const step = bounded ? 1 / 64 : 1 / 4
  const heavy = d.lower === undefined ? (d.upper === undefined ? 0 : start) : bounded ? 0 : end
  const reach = Math.min(FARTHEST, 45 / Math.max(1e-3, 1 - 2 * Math.min(0.499, heavy)))
  let sum = 0
  for (let k = -Math.ceil(reach / step); k * step <= reach; k++) {
    const [lower, upper] = sharesAt(k * step)
    sum += lower * upper * f(scale.outward(curveValue(curve, lower, upper)))
  }
  return sum * step
}
