import { meanOf } from '../engine/statistics/moments.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import {
  standardErrorOf,
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import type { Estimate } from './estimates.ts'

/** Which side of an outcome is better; neither where it is neutral. */
export type Better = 'higher' | 'lower' | 'neutral'

/** The share of futures that the worst tenth is beyond, and that the worst twentieth is. */
const TENTH = 0.1
const TWENTIETH = 0.05

/** A figure of a distribution, and what every future adds to its error. */
export interface Measured {
  readonly value: number
  /** By trial, with a mean of 0: their `standardErrorOf` is the figure's error. */
  readonly influence: Float64Array
  /** The figure's error; null where fewer than two trials count. */
  readonly error: number | null
}

/** One outcome of a case, the futures that count, and their design. */
export interface Counted {
  readonly values: Float64Array
  /** 1 where a trial counts; null where all do. At least one does. */
  readonly mask: Uint8Array | null
  readonly replicate: Replicate
}

/** The average of the futures that count. */
export function meanMeasured({ values, mask, replicate }: Counted): Measured {
  const chosen = chosenOf(values, mask)
  const value = meanOf(chosen)
  const influence = spreadOver(values, mask, chosen.length, (one) => one - value)
  return { value, influence, error: errorOf(influence, chosen.length, replicate) }
}

/** The share of futures on the wrong side of 0: below it, or above it where lower is better. */
export function lossMeasured(counted: Counted, better: Better): Measured {
  const { values } = counted
  const isLoss = (x: number) => (better === 'lower' ? x > 0 : x < 0)
  return meanMeasured({ ...counted, values: values.map((one) => (isLoss(one) ? 1 : 0)) })
}

/** What one future in ten is worse than. */
export function worstTenthMeasured({ values, mask, replicate }: Counted, better: Better): Measured {
  const p = better === 'lower' ? 1 - TENTH : TENTH
  const sorted = chosenOf(values, mask).sort()
  const value = quantileOf(sorted, p)
  const where = mask ?? undefined
  const error = standardErrorOfQuantile(values, sorted, p, replicate, where)
  const holds = (trial: number) => values[trial] <= value
  const ofShare = standardErrorOfShare(holds, values.length, replicate, where)
  // A share's error is a quantile's by the slope of the distribution there (Bahadur 1966).
  const slope = error !== null && ofShare !== null && ofShare > 0 ? error / ofShare : 0
  const held = sorted.reduce((sum, one) => sum + (one <= value ? 1 : 0), 0) / sorted.length
  const influence = spreadOver(values, mask, sorted.length, (one) => {
    return slope * (held - (one <= value ? 1 : 0))
  })
  return { value, influence, error }
}

/** The average of the worst twentieth of the futures: expected shortfall, CVaR 5%. */
export function shortfallMeasured({ values, mask, replicate }: Counted, better: Better): Measured {
  const sign = better === 'lower' ? -1 : 1
  const sorted = chosenOf(values, mask)
    .map((one) => sign * one)
    .sort()
  const weight = TWENTIETH * sorted.length
  const whole = Math.floor(weight)
  // From the edge down, so that equal values average to themselves to the last bit.
  const edge = sorted[whole]
  let sum = 0
  for (let i = 0; i < whole; i++) sum += sorted[i] - edge
  const value = sign * (edge + sum / weight)
  const beyond = (one: number) => Math.min(0, sign * one - edge) / TWENTIETH
  const centre = meanOf(chosenOf(values, mask).map(beyond))
  const influence = spreadOver(values, mask, sorted.length, (one) => sign * (beyond(one) - centre))
  return { value, influence, error: errorOf(influence, sorted.length, replicate) }
}

/** A figure as it is told. */
export function estimateOf({ value, error }: Measured): Estimate {
  return { value, error }
}

function chosenOf(values: Float64Array, mask: Uint8Array | null): Float64Array {
  return mask ? values.filter((_, trial) => mask[trial] === 1) : values.slice()
}

/** Residuals of a ratio: what does not count adds nothing. */
function spreadOver(
  values: Float64Array,
  mask: Uint8Array | null,
  count: number,
  residual: (value: number) => number,
): Float64Array {
  const scale = values.length / count
  return values.map((one, trial) => (mask && mask[trial] !== 1 ? 0 : residual(one) * scale))
}

function errorOf(influence: Float64Array, count: number, replicate: Replicate): number | null {
  return count < 2 ? null : standardErrorOf(influence, replicate)
}
