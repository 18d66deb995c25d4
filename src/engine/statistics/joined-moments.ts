import { meanOf, varianceOf } from './moments.ts'

/** Of some numbers: how many, their mean, and the sum of squares about it. */
export interface Moments {
  readonly count: number
  readonly mean: number
  readonly squares: number
}

/** Count, mean and sum of squares about it, in this order. */
export function momentsOf(values: Float64Array): [count: number, mean: number, squares: number] {
  const count = values.length
  if (count === 0) return [0, 0, 0]
  const mean = meanOf(values)
  return [count, mean, count < 2 ? 0 : varianceOf(values, mean) * (count - 1)]
}

/** Moments of all numbers from those of parts, one after another (Chan, Golub and LeVeque 1983). */
export function joinedMoments(parts: readonly Moments[]): Moments {
  return parts.reduce((a, b) => {
    const count = a.count + b.count
    if (count === 0) return a
    const off = b.mean - a.mean
    return {
      count,
      mean: a.mean + (off * b.count) / count,
      squares: a.squares + b.squares + (off * off * a.count * b.count) / count,
    }
  })
}
