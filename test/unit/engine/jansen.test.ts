import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../../../src/engine/normal-curve.ts'
import type { SobolIndex } from '../../../src/engine/sensitivity/jansen.ts'
import { type Fn, indicesOf } from './indices-of.ts'

function expectIndices(
  found: readonly SobolIndex[],
  first: readonly number[],
  total: readonly number[],
) {
  for (const [k, one] of found.entries()) {
    expect(Math.abs(one.first.value - first[k])).toBeLessThan(4 * one.first.error + 1e-9)
    expect(Math.abs(one.total.value - total[k])).toBeLessThan(4 * one.total.error + 1e-9)
  }
}

describe('known indices are found within their bootstrap errors', () => {
  test('of Ishigami’s function', () => {
    const x = (u: number) => Math.PI * (2 * u - 1)
    const f: Fn = ([a, b, c]) => Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
    expectIndices(indicesOf(f, [x, x, x]), [0.3139, 0.4424, 0], [0.5576, 0.4424, 0.2437])
  })
  test('of Sobol’s G function', () => {
    const a = [0, 1, 4.5, 9]
    const f: Fn = (x) =>
      x.reduce((all, one, k) => (all * (Math.abs(4 * one - 2) + a[k])) / (1 + a[k]), 1)
    const own = a.map((one) => 1 / (3 * (1 + one) ** 2))
    const all = own.reduce((product, one) => product * (1 + one), 1) - 1
    const total = own.map((one) => (one * (1 + all)) / (1 + one) / all)
    expectIndices(
      indicesOf(
        f,
        a.map(() => (u: number) => u),
      ),
      own.map((one) => one / all),
      total,
    )
  })
  test('of a straight line of normals, where both are the squared coefficients and add up to 1', () => {
    const found = indicesOf(([a, b]) => 2 * a - b, Array(3).fill(normalQuantile))
    expectIndices(found, [0.8, 0.2, 0], [0.8, 0.2, 0])
  })
  test('of an event times how hard it hits', () => {
    // Comes in 3 of 10, and then takes 1 + normal: its variance is 0.3·(1 + 1) − 0.09 = 0.51.
    const event = (u: number) => (u < 0.3 ? 1 : 0)
    const found = indicesOf(([e, s]) => e * (1 + s), [event, normalQuantile])
    expectIndices(found, [0.21 / 0.51, 0.09 / 0.51], [0.42 / 0.51, 0.3 / 0.51])
  })
  test('of a pure interaction: nothing alone, everything together', () => {
    const found = indicesOf(([a, b]) => a * b, [normalQuantile, normalQuantile])
    expectIndices(found, [0, 0], [1, 1])
  })
})

test('intervals cover what is known in about 95 of 100', () => {
  const seeds = 20
  let held = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const found = indicesOf(([a, b]) => 2 * a - b, [normalQuantile, normalQuantile], {
      points: 1024,
      seed,
    })
    for (const [k, known] of [0.8, 0.2].entries()) {
      if (found[k].total.low <= known && known <= found[k].total.high) held++
    }
  }
  expect(held).toBeGreaterThanOrEqual(34)
})

test('an outcome that is the same everywhere has no indices', () => {
  expect(indicesOf(() => 3, [(u) => u], { points: 64 })).toEqual([])
})
