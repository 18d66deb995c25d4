import { describe, expect, test } from 'vitest'
import { pairedDifference } from '../../../src/analyses/pair.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { ascending, normals } from '../engine/numbers.ts'

const a = normals('a', 500).map((z) => Math.round(2 * z))
const b = a.map((value, i) => (i % 3 === 0 ? value : value - 1 + (i % 2) * 3))

describe('pairedDifference', () => {
  test('of four futures is known', () => {
    const found = pairedDifference(Float64Array.of(3, 1, 2, 5), Float64Array.of(1, 1, 4, 2), 1)
    expect(found).toMatchObject({ trials: 4, mean: 0.75, wins: 0.5, losses: 0.25, ties: 0.25 })
    expect(found.p50).toBe(1)
    expect(found.p10).toBeCloseTo(-1.4, 14)
    expect(found.standardDeviation).toBeCloseTo(Math.sqrt(14.75 / 3), 14)
  })

  test('wins, losses and ties are counted one by one and add to 1', () => {
    const { wins, losses, ties, trials } = pairedDifference(a, b, 1)
    expect(trials).toBe(500)
    expect(wins).toBe(a.filter((value, i) => value > b[i]).length / 500)
    expect(ties).toBe(a.filter((value, i) => value === b[i]).length / 500)
    expect(wins + losses + ties).toBeCloseTo(1, 14)
    expect(Math.min(wins, losses, ties)).toBeGreaterThan(0.1)
  })

  test('a less b is b less a turned over', () => {
    const [ab, ba] = [pairedDifference(a, b, 1), pairedDifference(b, a, 1)]
    expect(ba.mean).toBe(-ab.mean)
    expect([ba.wins, ba.losses, ba.ties]).toEqual([ab.losses, ab.wins, ab.ties])
    expect(ba.standardDeviation).toBe(ab.standardDeviation)
    expect(ba.standardError).toBe(ab.standardError)
    expect(ba.p5).toBeCloseTo(-ab.p95, 12)
    expect(ba.p10).toBeCloseTo(-ab.p90, 12)
    expect(ba.p50).toBeCloseTo(-ab.p50, 12)
  })

  test('has the quantiles of the differences, not the differences of quantiles', () => {
    const other = normals('other', 500)
    const sorted = ascending(a.map((value, i) => value - other[i]))
    const found = pairedDifference(a, other, 1)
    expect([found.p5, found.p50, found.p95]).toEqual(
      [0.05, 0.5, 0.95].map((p) => quantileOf(sorted, p)),
    )
  })

  test('of a case with itself is nothing but ties', () => {
    const found = pairedDifference(a, a, 1)
    expect(found).toMatchObject({ mean: 0, standardError: 0, wins: 0, losses: 0, ties: 1 })
  })

  test('takes out what both share: a constant gain has no error', () => {
    const noise = normals('noise', 500).map((z) => Math.round(1000 * z))
    const gain = noise.map((value) => value + 2)
    expect(pairedDifference(gain, noise, 1)).toMatchObject({ mean: 2, standardError: 0, wins: 1 })
  })

  test('of a mask is that of its futures alone', () => {
    const mask = Uint8Array.from(a, (value) => (value > 0 ? 1 : 0))
    const other = normals('other', 500)
    const pick = (values: Float64Array) => values.filter((_, i) => mask[i] === 1)
    const { standardError: _own, ...found } = pairedDifference(a, other, 1, mask)
    expect(pairedDifference(pick(a), pick(other), 1)).toMatchObject(found)
  })

  test('of one future has neither error nor spread', () => {
    const found = pairedDifference(Float64Array.of(3), Float64Array.of(5), 1)
    expect(found).toMatchObject({ mean: -2, standardError: null, standardDeviation: null })
  })

  test('refuses columns of different length and a condition that no future meets', () => {
    expect(() => pairedDifference(a, b.subarray(1), 1)).toThrow('got 500 and 499')
    expect(() => pairedDifference(a, b, 1, new Uint8Array(500))).toThrow(
      'no future meets the condition',
    )
  })
})
