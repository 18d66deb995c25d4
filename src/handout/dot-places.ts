/**
 * Where dots stand so that none lies over another: each at its own place along the axis, in the lowest
 * row that has room.
 *
 * @param pixels along the axis, rising
 * @param apart the least between the middles of two in one row
 */
export function placedDots(
  pixels: readonly number[],
  apart: number,
): { readonly x: number; readonly row: number }[] {
  const taken: number[] = []
  return pixels.map((x) => {
    const free = taken.findIndex((last) => x - last >= apart)
    const row = free < 0 ? taken.length : free
    taken[row] = x
    return { x, row }
  })
}
