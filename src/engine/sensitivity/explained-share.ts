import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { NOWHERE, type ValueParts } from './value-parts.ts'

/** How much of the variance of one column goes with another. */
export interface ExplainedShare {
  /** Of the variance, about 0 to 1; below 0 where chance alone would have brought more. */
  readonly value: number
  readonly error: number | null
  /** What a column that means nothing comes to: one standard deviation of it. */
  readonly noise: number
}

/** Sums over one part. */
interface Line {
  n: number
  x: number
  y: number
  xx: number
  xy: number
}

/**
 * The first-order index of a column, given data: 1 − E[Var(Y|X)] / Var(Y), with a straight line of
 * Y on X in every part of X. Corrected for what so many lines take from a column that means nothing.
 *
 * @param values X by trial
 * @param target Y by trial
 * @param parts of X; what is in none does not count
 * @returns null where the target does not vary, or trials are fewer than ten a coefficient
 */
export function explainedShare(
  values: Float64Array,
  target: Float64Array,
  parts: ValueParts,
  replicate: Replicate,
): ExplainedShare | null {
  const lines = linesOf(values, target, parts)
  const trials = lines.reduce((sum, { n }) => sum + n, 0)
  const mean = lines.reduce((sum, { n, y }) => sum + n * y, 0) / trials
  const slopes = lines.map(({ xx, xy }) => (xx > 0 ? xy / xx : 0))
  const coefficients = lines.length + slopes.filter((slope) => slope !== 0).length
  if (trials < 10 * coefficients) return null
  const deviations = new Float64Array(values.length)
  const rests = new Float64Array(values.length)
  let [total, rest] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const part = parts.of[i]
    if (part === NOWHERE) continue
    const { x, y } = lines[part]
    const residual = target[i] - y - slopes[part] * (values[i] - x)
    const off = target[i] - mean
    deviations[i] = off * off
    rests[i] = residual * residual
    total += deviations[i]
    rest += rests[i]
  }
  if (!(total > 0)) return null
  const left = (rest / (trials - coefficients)) * ((trials - 1) / total)
  const scale = rest > 0 ? (left * total) / rest : 0
  for (let i = 0; i < values.length; i++) {
    deviations[i] = left * deviations[i] - scale * rests[i]
  }
  const error = standardErrorOf(deviations, replicate, total)
  const noise = Math.sqrt(2 * Math.max(1, coefficients - 1)) / trials
  return { value: 1 - left, error, noise }
}

function linesOf(values: Float64Array, target: Float64Array, { of, count }: ValueParts): Line[] {
  const lines = Array.from(count, (): Line => ({ n: 0, x: 0, y: 0, xx: 0, xy: 0 }))
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    const line = lines[of[i]]
    line.n++
    line.x += (values[i] - line.x) / line.n
    line.y += (target[i] - line.y) / line.n
  }
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    const line = lines[of[i]]
    const off = values[i] - line.x
    line.xx += off * off
    line.xy += off * (target[i] - line.y)
  }
  return lines
}
