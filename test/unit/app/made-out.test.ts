import { expect, test } from 'vitest'
import { heightOf, partsOfAll } from '../../../src/app/charts/made-out.ts'
import { shape } from '../../../src/engine/statistics/shape.ts'
import { shapeOf, spread } from './shapes.ts'

const all = shapeOf(1000, (k) => (spread(k) < 0.4 ? 0 : 10 * spread(k) - 6))
const made = shape(all.sorted.filter((x) => x === 0 || x >= 1))

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}

test.each([1, 7, 40])(
  'every future on the axis is in one of %i columns, or in a stem',
  (columns) => {
    const parts = partsOfAll(all, made, [-10, 10], columns)
    expect(parts.columns).toHaveLength(columns)
    for (const of of ['all', 'made'] as const) {
      const shown = { all, made }[of]
      const drawn = [...parts.columns, ...parts.stems].map((one) => one[of])
      expect(sum(drawn)).toBe(shown.count)
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    }
    for (const one of [...parts.columns, ...parts.stems]) {
      expect(one.made).toBeLessThanOrEqual(one.all)
    }
  },
)

test('a value that many hold is a stem and in no column, at the end of the axis too', () => {
  const held = all.sorted.filter((x) => x === 0).length
  for (const domain of [
    [-10, 10],
    [0, 4],
    [-4, 0],
  ] as const) {
    const { stems, columns } = partsOfAll(all, made, domain, 8)
    expect(stems).toEqual([{ value: 0, all: held, made: held }])
    const within = all.sorted.filter((x) => x >= domain[0] && x <= domain[1] && x !== 0)
    expect(sum(columns.map((one) => one.all))).toBe(within.length)
  }
  expect(partsOfAll(all, made, [1, 4], 8).stems).toEqual([])
})

test('of no future there is nothing, and one crowded column does not flatten the rest', () => {
  const none = shape(new Float64Array())
  expect(partsOfAll(none, none, [0, 1], 3)).toEqual({
    columns: Array.from({ length: 3 }, () => ({ all: 0, made: 0 })),
    stems: [],
  })
  const of = (all: number) => ({ all, made: 0 })
  expect(heightOf([])).toBe(1)
  expect(heightOf([of(0)])).toBe(1)
  expect(heightOf([900, 30, 20, 10].map(of))).toBe(30)
  expect(heightOf([22, 21, 20, 10].map(of))).toBe(22)
})
