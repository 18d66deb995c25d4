import { describe, expect, test } from 'vitest'
import { meanOf, sumOf, varianceOf } from '../../../src/engine/statistics/moments.ts'
import { normals, shuffled } from './numbers.ts'

const deviationOf = (values: readonly number[]) => Math.sqrt(varianceOf(values, meanOf(values)))

/** NIST's hard sets by their rule: a middle value, then one above and one below in turn. */
const swinging = (middle: number, swing: number, pairs: number) => [
  middle,
  ...Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? middle - swing : middle + swing)),
]

describe('sumOf', () => {
  test.each([
    [[1, 1e100, 1, -1e100], 2],
    [[1e16, 1, 1, -1e16], 2],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[], 0],
  ])('of %j is %d', (values, sum) => {
    expect(sumOf(values)).toBe(sum)
  })

  test('does not depend on the order to the last 15 digits', () => {
    const values = Array.from(normals('sum', 1000), (z, i) => z * (i % 7 === 0 ? 1e12 : 1))
    const sum = sumOf(values)
    for (const name of ['a', 'b', 'c']) {
      expect(Math.abs(sumOf(shuffled(values, name)) / sum - 1)).toBeLessThan(1e-15)
    }
  })
})

describe('meanOf and varianceOf', () => {
  test.each([
    ['three whole numbers', [10000001, 10000003, 10000002], 10000002, 1],
    ['1e9 and little more', [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4], 1e9 + 2.5, Math.sqrt(5 / 3)],
    ['1e15 and little more', [1e15 + 1, 1e15 + 2, 1e15 + 3], 1e15 + 2, 1],
    ['one seventh apart', [1, 2, 3, 4, 5, 6, 7, 8], 4.5, Math.sqrt(6)],
    ['equal numbers', [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 0.1, 0],
  ])('are right for %s', (_what, values, mean, deviation) => {
    expect(meanOf(values)).toBe(mean)
    expect(deviationOf(values)).toBeCloseTo(deviation, 14)
  })

  test.each([
    ['1.2', 1.2, 13],
    ['a million', 1e6 + 0.2, 9],
    ['ten million', 1e7 + 0.2, 8],
  ])('hold for a thousand numbers that swing by 0.1 about %s', (_what, middle, digits) => {
    const values = swinging(middle, 0.1, 500)
    expect(meanOf(values)).toBeCloseTo(middle, digits)
    expect(deviationOf(values)).toBeCloseTo(0.1, digits)
  })

  test('varianceOf forgives a mean that is off by rounding', () => {
    const values = Float64Array.from(normals('variance', 500), (z) => 1e6 + z)
    const mean = meanOf(values)
    expect(varianceOf(values, mean + 1e-3) / varianceOf(values, mean)).toBeCloseTo(1, 9)
  })

  test('varianceOf is never below 0 and grows with the square of the scale', () => {
    const values = Array.from(normals('scale', 300))
    const variance = varianceOf(values, meanOf(values))
    expect(variance).toBeGreaterThan(0)
    const larger = values.map((z) => 1024 * z)
    expect(varianceOf(larger, meanOf(larger))).toBe(1024 * 1024 * variance)
  })
})
