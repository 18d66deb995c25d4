import type { Estimate } from '../../findings/estimates.ts'

/** One strategy by horizon. */
export interface HorizonLine {
  readonly label: string
  readonly colour: string
  /** By horizon. */
  readonly means: readonly Estimate[]
}

/**
 * Heights of names that would lie over each other, moved apart: each as near to its own as the order
 * and the room allow.
 *
 * @param heights wanted, in pixels from the top
 * @param gap the least between two
 */
export function apartFrom(
  heights: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = heights.map((_, i) => i).toSorted((a, b) => heights[a] - heights[b])
  const placed = [...heights]
  let free = top
  for (const i of order) {
    placed[i] = Math.max(free, heights[i])
    free = placed[i] + gap
  }
  let limit = bottom
  for (const i of order.toReversed()) {
    placed[i] = Math.min(limit, placed[i])
    limit = placed[i] - gap
  }
  return placed
}
