import { describe, expect, test } from 'vitest'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { ranking } from '../../../src/engine/statistics/ranking.ts'
import { Selector } from '../../../src/engine/statistics/select.ts'
import { ascending, normals, uniforms } from './numbers.ts'

const ps = [0, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 1]

describe('quantileOf', () => {
  test.each([
    // R's and NumPy's default for these numbers.
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[15, 20, 35, 40, 50], 0.05, 16],
    [[1, 2, 4, 8, 16, 32], 0.1, 1.5],
    [[7], 0.3, 7],
    [[-5, 5], 1, 5],
    [[-5, 5], 0, -5],
  ])('of %j at %d is %d', (values, p, quantile) => {
    expect(quantileOf(values, p)).toBeCloseTo(quantile, 14)
  })

  test('never decreases as p grows and stays between the ends', () => {
    const sorted = ascending(normals('quantile', 37).map((z) => z * z * z))
    let before = sorted[0]
    for (let i = 0; i <= 2000; i++) {
      const now = quantileOf(sorted, i / 2000)
      expect(now).toBeGreaterThanOrEqual(before)
      before = now
    }
    expect(before).toBe(sorted[36])
  })

  test('looks at the first numbers only where told how many', () => {
    expect(quantileOf([1, 2, 3, 100, 200], 1, 3)).toBe(3)
    expect(quantileOf([1, 2, 3, 100, 200], 0.5, 3)).toBe(2)
  })
})

/** Columns that a model may give, and some that none would. */
const columns: Readonly<Record<string, Float64Array>> = {
  one: Float64Array.of(-3),
  two: Float64Array.of(5, -5),
  'a few': normals('few', 9),
  'as many as fit no bucket': normals('many', 20_000),
  uniform: uniforms('flat', 5000),
  equal: new Float64Array(300).fill(2.5),
  'mostly one value': normals('atom', 3000).map((z, i) => (i % 10 < 9 ? 0 : z)),
  'whole numbers': normals('whole', 3000).map((z) => Math.round(3 * z)),
  'heavy tails': uniforms('tail', 4000).map((u) => (u < 0.5 ? -1 / u : 1 / (1 - u)) * 1e6),
  'one far off': normals('far', 2000).map((z, i) => (i === 700 ? 1e12 : z)),
  'two far off': normals('farther', 2000).map((z, i) => (i % 1000 === 7 ? (i - 1000) * 1e300 : z)),
  'too wide to divide by': Float64Array.of(-1.7e308, 3, 1.7e308, 2, 1),
  denormal: uniforms('denormal', 500).map((u) => u * 1e-310),
  'nearly denormal': uniforms('small', 500).map((u) => u * 1e-300),
  'large and close': uniforms('close', 500).map((u) => 1e15 + Math.floor(u * 9)),
  rising: Float64Array.from({ length: 1000 }, (_, i) => i),
  falling: Float64Array.from({ length: 1000 }, (_, i) => 500 - i),
  'either zero': Float64Array.from({ length: 99 }, (_, i) => [-0, 0, 1][i % 3]),
}

describe('Selector finds the quantiles of the sorted values', () => {
  const selector = new Selector()

  test.each(Object.entries(columns))('%s', (_name, values) => {
    const sorted = ascending(values)
    const before = values.slice()
    // Adding 0 makes both zeros one.
    expect(selector.quantiles(values, ps).map((q) => q + 0)).toEqual(
      ps.map((p) => quantileOf(sorted, p) + 0),
    )
    expect(values).toEqual(before)
  })

  test.each(Object.entries(columns))('%s, as float32', (_name, values) => {
    const short = Float32Array.from(values, (value) => Math.min(3e38, Math.max(-3e38, value)))
    const sorted = ascending(short)
    expect(selector.quantiles(short, ps).map((q) => q + 0)).toEqual(
      ps.map((p) => quantileOf(sorted, p) + 0),
    )
  })

  test('of any number of values from 1 to 200', () => {
    const all = normals('lengths', 200).map((z) => Math.round(20 * z))
    for (let count = 1; count <= 200; count++) {
      const values = all.subarray(0, count)
      const sorted = ascending(values)
      const found = selector.quantiles(values, ps)
      expect(found.map((q) => q + 0)).toEqual(ps.map((p) => quantileOf(sorted, p) + 0))
    }
  })
})

describe('ranking', () => {
  test.each(Object.entries(columns))('%s: rising values, each trial once', (_name, values) => {
    const order = ranking(values)
    expect(new Set(order).size).toBe(values.length)
    for (let rank = 1; rank < order.length; rank++) {
      const [a, b] = [order[rank - 1], order[rank]]
      expect(values[a] < values[b] || (values[a] === values[b] && a < b)).toBe(true)
    }
  })
})
