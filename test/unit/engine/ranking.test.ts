import { expect, test } from 'vitest'
import { ranking, rankingOf } from '../../../src/engine/statistics/ranking.ts'
import { normals, uniforms } from './numbers.ts'

/** By comparing, as slowly as may be. */
const compared = (values: Float64Array) =>
  Int32Array.from(Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b))

test.each([
  ['normal numbers', normals('ranking', 3000)],
  ['ties', normals('ties', 3000).map((one) => Math.round(one * 3))],
  ['an event', uniforms('event', 3000).map((one) => (one < 0.2 ? 1 : 0))],
  ['0 and −0', Float64Array.of(0, -0, 1, -0, 0, -1)],
  // These have all but their lowest bits in common, in any order.
  ['numbers that hardly differ', uniforms('low', 3000).map((one) => 1 + one * 2 ** -40)],
  [
    'a few that hardly differ',
    normals('few', 3000).map((one, i) => (i % 100 ? one : 1 + one * 2 ** -45)),
  ],
  ['numbers that fall', Float64Array.from({ length: 3000 }, (_, i) => 1 - i * 2 ** -50)],
  [
    'numbers on both sides of 0 that hardly differ',
    normals('both', 3000).map((one) => Math.sign(one) * (1 + one * 2 ** -48)),
  ],
  ['one', Float64Array.of(7)],
  ['a few that are far from all others', normals('far', 3000).map((one) => Math.sinh(4 * one))],
  ['numbers too far apart to subtract', Float64Array.of(1e308, -1e308, 3, 1e308, -2)],
  ['infinite ones', Float64Array.of(1, Infinity, -Infinity, 0, -1e-320, 1e-320)],
  ['none', new Float64Array(0)],
])('trials of %s are in the order of their values, equal ones in their own', (_what, values) => {
  expect(ranking(values)).toEqual(compared(values))
})

test('an order that is remembered is that of its column', () => {
  const values = normals('kept', 500)
  const order = rankingOf(values)
  expect(order).toEqual(compared(values))
  expect(rankingOf(values)).toBe(order)
  expect(rankingOf(values.slice())).not.toBe(order)
})
