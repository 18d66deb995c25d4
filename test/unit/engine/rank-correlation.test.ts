import { describe, expect, test } from 'vitest'
import {
  midRanks,
  rankCorrelation,
  rankCorrelationOfScores,
} from '../../../src/engine/statistics/rank-correlation.ts'
import { normals, uniforms } from './numbers.ts'
import { column as columnOf } from './wide-model.ts'

const of = (...values: number[]) => Float64Array.from(values)

describe('midRanks', () => {
  test.each([
    [of(30, 10, 20), of(2, 0, 1)],
    [of(10, 20, 20, 30), of(0, 1.5, 1.5, 3)],
    [of(5, 5, 5), of(1, 1, 1)],
    [of(0, -0, 1, -1), of(1.5, 1.5, 3, 0)],
    [of(2, 1, 2, 1, 2), of(3, 0.5, 3, 0.5, 3)],
    [of(7), of(0)],
  ])('of %j are %j', (values, ranks) => {
    expect(midRanks(values)).toEqual(ranks)
  })

  test('sum to n (n − 1) / 2, whatever the ties', () => {
    const values = normals('ties', 501).map((z) => Math.round(2 * z))
    expect(midRanks(values).reduce((sum, rank) => sum + rank, 0)).toBe((501 * 500) / 2)
  })
})

describe('rankCorrelation', () => {
  test.each([
    // Ranks (1 to 5) and (1, 2, 3.5, 5, 3.5): 8 over the root of 10 × 9.5.
    ['one tie', of(1, 2, 3, 4, 5), of(5, 6, 7, 8, 7), 8 / Math.sqrt(95)],
    // Hours before a screen and intelligence, the textbook's ten: 1 − 6 · 194 / 990.
    [
      'no tie',
      of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110),
      of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17),
      -29 / 165,
    ],
    // Ranks (1.5, 1.5, 3.5, 3.5) and (1.5, 3.5, 1.5, 3.5).
    ['ties that cross', of(1, 1, 2, 2), of(1, 2, 1, 2), 0],
    ['an event', of(0, 0, 1, 1), of(1, 2, 3, 4), 2 / Math.sqrt(5)],
    ['a constant', of(1, 2, 3), of(4, 4, 4), 0],
    ['one future', of(1), of(2), 0],
  ])('with %s is known', (_what, a, b, correlation) => {
    expect(rankCorrelation(a, b)).toBeCloseTo(correlation, 14)
    expect(rankCorrelation(b, a)).toBeCloseTo(correlation, 14)
  })

  test('is 1 for what rises with it, −1 for what falls, and blind to the scale', () => {
    const a = normals('a', 300)
    const b = normals('b', 300).map((z, i) => z + a[i])
    expect(
      rankCorrelation(
        a,
        a.map((z) => z * z * z),
      ),
    ).toBeCloseTo(1, 12)
    expect(
      rankCorrelation(
        a,
        a.map((z) => 7 - z),
      ),
    ).toBeCloseTo(-1, 12)
    const stretched = b.map((z) => 1000 * z * Math.abs(z))
    expect(rankCorrelation(a, stretched)).toBe(rankCorrelation(a, b))
    expect(
      rankCorrelation(
        a,
        b.map((z) => -z),
      ),
    ).toBeCloseTo(-rankCorrelation(a, b), 12)
  })

  test('of independent columns is near 0', () => {
    const found = rankCorrelation(uniforms('x', 10_000), uniforms('y', 10_000))
    expect(Math.abs(found)).toBeLessThan(0.04)
  })
})

describe('rankCorrelationOfScores', () => {
  test('is known at 0, a half and 1, and odd', () => {
    expect(rankCorrelationOfScores(0)).toBe(0)
    expect(rankCorrelationOfScores(1)).toBeCloseTo(1, 14)
    expect(rankCorrelationOfScores(0.5)).toBeCloseTo((6 / Math.PI) * Math.asin(0.25), 14)
    expect(rankCorrelationOfScores(-0.8)).toBe(-rankCorrelationOfScores(0.8))
  })

  test.each([-0.9, -0.3, 0.3, 0.5, 0.8])('is what drawn ranks come to, at %d', (asked) => {
    const changes = { trials: 20_000, correlations: [['b', 'd', asked]] as const }
    const [b, d] = ['b', 'd'].map((id) => columnOf(['b', 'd'], id, changes))
    expect(Math.abs(rankCorrelation(b, d) - rankCorrelationOfScores(asked))).toBeLessThan(0.012)
  })
})
