import { describe, expect, test } from 'vitest'
import { ishigami, sobolG } from '../../../src/cli/coverage-known.ts'
import { normalQuantile } from '../../../src/engine/normal-curve.ts'
import type { SobolIndex } from '../../../src/engine/sensitivity/jansen.ts'
import { indicesOf } from './indices-of.ts'

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
  test.each([
    ['Ishigami’s function', ishigami],
    ['Sobol’s G function', sobolG],
  ])('of %s', (_name, { of, quantile, first, total }) => {
    expectIndices(
      indicesOf(
        of,
        first.map(() => quantile),
      ),
      first,
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
