/** Sum of numbers with what rounding drops carried along (Neumaier 1974). */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

/** Arithmetic mean of at least one number. */
export function meanOf(values: ArrayLike<number>): number {
  return sumOf(values) / values.length
}

/**
 * Sample variance about a known mean (divisor n − 1), by two passes with the mean's own rounding
 * taken out (Chan, Golub and LeVeque 1983).
 *
 * @param values at least two
 */
export function varianceOf(values: ArrayLike<number>, mean: number): number {
  const count = values.length
  let sum = 0
  let lost = 0
  let drift = 0
  for (let i = 0; i < count; i++) {
    const off = values[i] - mean
    const square = off * off
    const next = sum + square
    lost += sum >= square ? sum - next + square : square - next + sum
    sum = next
    drift += off
  }
  return Math.max(0, sum + lost - (drift * drift) / count) / (count - 1)
}
