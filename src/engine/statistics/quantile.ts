/**
 * A quantile of sorted numbers by linear interpolation of order statistics (type 7 of Hyndman and
 * Fan 1996, the default of R and NumPy).
 *
 * @param sorted lowest first, at least one
 * @param p from 0 to 1
 */
export function quantileOf(sorted: ArrayLike<number>, p: number, count = sorted.length): number {
  const at = (count - 1) * p
  const below = Math.floor(at)
  const low = sorted[below]
  if (below + 1 >= count) return low
  const high = sorted[below + 1]
  // The second form is exact where neighbours are equal, and cannot pass either of them.
  return high === low ? low : low + (at - below) * (high - low)
}
