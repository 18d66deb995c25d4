import { comparisons, history } from './history.ts'

/**
 * What was observed of a series in a quarter, and the range that prints so, where the figures on
 * record are defined as the series is; null where none is.
 */
export function observedIn(
  series: string,
  quarter: string,
): { readonly value: number; readonly low: number; readonly high: number } | null {
  const one = comparisons.find((found) => found.scored && found.series === series)
  const points = history.find(({ id }) => id === one?.observed)?.points ?? []
  const point = points.find(([name]) => name === quarter)
  if (!one || !point) return null
  const value = point[1] * one.scale
  return { value, low: value - one.rounding, high: value + one.rounding }
}
