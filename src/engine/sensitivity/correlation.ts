import { NOWHERE } from './value-parts.ts'

/**
 * The correlation of two columns over trials that count.
 *
 * @param of by trial: `NOWHERE` where it does not count
 * @returns −1 to 1, 0 where one of the two does not vary; and how many trials count
 */
export function correlationWhere(
  x: ArrayLike<number>,
  y: Float64Array,
  of: Uint8Array,
): { readonly value: number; readonly count: number } {
  let [n, mx, my, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    if (of[i] === NOWHERE) continue
    n++
    const [dx, dy] = [x[i] - mx, y[i] - my]
    mx += dx / n
    my += dy / n
    xx += dx * (x[i] - mx)
    yy += dy * (y[i] - my)
    xy += dx * (y[i] - my)
  }
  return { value: xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0, count: n }
}
