import { describe, expect, it } from 'vitest'
import { apartFrom } from '../../../src/app/charts/horizon.ts'

describe('names beside lines', () => {
  const room = [0, 100] as const
  it('stay where they have room', () => {
    expect(apartFrom([10, 60, 30], 15, room)).toEqual([10, 60, 30])
  })
  it.each([[[50, 50, 50]], [[98, 99, 100]], [[0, 0, 0, 0]], [[100, 0, 50, 51, 49]]])(
    'of %j lie apart, in their order, within the room',
    (heights) => {
      const placed = apartFrom(heights, 15, room)
      const order = heights.map((_, i) => i).toSorted((a, b) => heights[a] - heights[b])
      const inOrder = order.map((i) => placed[i])
      expect(Math.min(...inOrder)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...inOrder)).toBeLessThanOrEqual(100)
      inOrder.slice(1).forEach((at, k) => expect(at - inOrder[k]).toBeGreaterThanOrEqual(15))
    },
  )
})
