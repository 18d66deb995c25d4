import { expect, test } from 'vitest'
import { roundEnds } from '../../../src/findings/brush.ts'
import { scatterLayout } from '../../../src/app/charts/outcome-scatter.ts'
import { grabbedEdge, movedEdge, reachOf } from '../../../src/app/charts/range-edges.ts'
import {
  boxesOf,
  holdOf,
  movedRanges,
  type ScatterRanges,
} from '../../../src/app/charts/scatter-box.ts'

test.each([
  ['mouse', 100, 'low'],
  ['mouse', 88, 'low'],
  ['mouse', 87, null],
  ['mouse', 112, 'low'],
  ['mouse', 150, null],
  ['mouse', 189, 'high'],
  ['mouse', 213, null],
  ['pen', 213, null],
  ['touch', 77, 'low'],
  ['touch', 75, null],
  ['touch', 176, 'high'],
  ['touch', 224, 'high'],
] as const)('a press with a %s at %i takes hold of %s', (pointer, at, edge) => {
  expect(grabbedEdge(at, [100, 200], reachOf(pointer))).toBe(edge)
  // Upwards, where pixels fall as values rise.
  expect(grabbedEdge(-at, [-100, -200], reachOf(pointer))).toBe(edge)
})

test('of a range narrower than the reach the nearer edge is taken', () => {
  expect(grabbedEdge(99, [100, 106], 12)).toBe('low')
  expect(grabbedEdge(104, [100, 106], 12)).toBe('high')
  expect(grabbedEdge(100, [100, 100], 12)).not.toBeNull()
})

const half = (pixel: number) => pixel / 2
const moved = (low: number | null, high: number | null, edge: 'low' | 'high', to: number) => {
  const { low: from, high: until } = movedEdge({ low, high }, edge, to, [3, 197], half)
  return [from, until]
}

test('the edge that is dragged moves, and the other one stays to the last digit', () => {
  expect(moved(20.123_456, 40.987_654, 'low', 60)).toEqual([30, 40.987_654])
  expect(moved(20.123_456, 40.987_654, 'high', 120)).toEqual([20.123_456, 60])
})

test('an edge may pass the other one, and then they change places', () => {
  expect(moved(20, 40, 'low', 120)).toEqual([40, 60])
  expect(moved(20, 40, 'high', 20)).toEqual([10, 20])
  expect(moved(20, 40, 'low', 80)).toEqual([40, 40])
})

test('at the end of the picture an edge is no limit, and from there it can be taken in again', () => {
  expect(moved(20, 40, 'low', 2)).toEqual([null, 40])
  expect(moved(20, 40, 'high', 200)).toEqual([20, null])
  expect(moved(20, 40, 'low', 200)).toEqual([40, null])
  expect(moved(null, 40, 'low', 30)).toEqual([15, 40])
  expect(moved(20, null, 'high', 150)).toEqual([20, 75])
  expect(moved(20, null, 'low', 0)).toEqual([null, null])
  expect(moved(null, 40, 'high', 1)).toEqual([null, 0.5])
})

test('upwards the same holds', () => {
  const up = (pixel: number) => 100 - pixel / 2
  expect(movedEdge({ low: 20, high: 40 }, 'high', 100, [197, 3], up)).toEqual({ low: 20, high: 50 })
  expect(movedEdge({ low: 20, high: 40 }, 'low', 199, [197, 3], up)).toEqual({
    low: null,
    high: 40,
  })
})

const marks = {
  dots: {
    trials: Int32Array.of(0),
    x: Float64Array.of(3),
    y: Float64Array.of(40),
    marked: Uint8Array.of(0),
  },
  sides: {
    x: { span: [0, 6], step: 0, atom: null },
    y: { span: [0, 100], step: 0, atom: { value: 0, share: 0.3 } },
  },
  bins: [],
  x: { name: 'x', label: 'x', unit: 'quarters', ends: null, isDifference: false },
  y: { name: 'y', label: 'y', unit: 'USD bn', ends: null, isDifference: false },
  isMarked: false,
} as const
const layout = scatterLayout(marks, 600, 400)
const made = { across: { low: 2, high: 4 }, up: { low: 20, high: 60 } }
const [x, y] = [layout.x(3), layout.y(40)]

test('of a box on a scatter an edge is taken along its own axis, a corner along both, and beside it nothing', () => {
  const held = (at: readonly [number, number], ranges: ScatterRanges = made, pointer = 'mouse') => {
    const { x: across, y: up } = holdOf(at, ranges, layout, 0, pointer)
    return [across, up]
  }
  expect(held([x, y])).toEqual([null, null])
  expect(held([layout.x(2) - 5, y])).toEqual(['low', null])
  expect(held([x, layout.y(60) + 5])).toEqual([null, 'high'])
  expect(held([layout.x(4), layout.y(20)])).toEqual(['high', 'low'])
  expect(held([layout.x(2), layout.y(90)])).toEqual([null, null])
  // A finger moves the page up and down, but from a grip in the middle of an edge.
  expect(held([x, layout.y(60) + 20], made, 'touch')).toEqual([null, 'high'])
  expect(held([layout.x(2.5), layout.y(60)], made, 'touch')).toEqual([null, null])
  // Along an axis without a range there is no edge; the other one’s reach from end to end, over the strip too.
  expect(held([layout.x(2), layout.y(90)], { across: made.across, up: null })).toEqual([
    'low',
    null,
  ])
  expect(held([layout.x(2), layout.foot], { across: made.across, up: null })).toEqual(['low', null])
  expect(held([layout.left, layout.y(60)], { across: null, up: made.up })).toEqual([null, 'high'])
})

test('one edge of a box moves and all others stay; a press moves none', () => {
  const hold = holdOf([layout.x(4), y], made, layout, 0, 'mouse')
  const to = (pixel: number) => movedRanges(hold, [pixel, y], made, layout, marks.sides)
  expect(to(layout.x(5))?.up).toBe(made.up)
  expect(to(layout.x(5))?.across?.low).toBe(2)
  expect(to(layout.x(5))?.across?.high).toBeCloseTo(5)
  expect(to(layout.right)?.across).toEqual({ low: 2, high: null })
  expect(to(layout.x(4) + 1)).toBeNull()
  expect(boxesOf(made, layout, marks.sides)).toHaveLength(1)
  expect(boxesOf({ across: made.across, up: null }, layout, marks.sides)).toHaveLength(2)
  expect(boxesOf({ across: null, up: null }, layout, marks.sides)).toEqual([])
})

test('where values are few an edge moves from one to the next', () => {
  const sides = { ...marks.sides, x: { ...marks.sides.x, step: 1 } }
  const hold = holdOf([layout.x(4.5), y], made, layout, 1, 'mouse')
  expect(hold.x).toBe('high')
  const to = [layout.x(5.7), y] as const
  expect(movedRanges(hold, to, made, layout, sides)?.across).toEqual({ low: 2, high: 5 })
})

test('rounding takes no end past the one that stays', () => {
  const before = { low: 5.2, high: 12.34 }
  expect(roundEnds({ low: 12.33, high: 12.34 }, 'USD bn', [0, 100], before)).toEqual({
    low: 12.34,
    high: 12.34,
  })
  expect(roundEnds({ low: 5.2, high: 5.3 }, 'USD bn', [0, 1000], before)).toEqual({
    low: 5.2,
    high: 5.2,
  })
  expect(roundEnds({ low: 2.2, high: 12.34 }, 'USD bn', [0, 100], before).high).toBe(12.34)
})
