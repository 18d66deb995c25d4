import { describe, expect, test } from 'vitest'
import {
  chanceAtLeast,
  chanceBelow,
  sharedAxis,
  valueAtChance,
} from '../../../src/engine/statistics/chance.ts'
import { ascending, normals, uniforms } from './numbers.ts'

/** Four in ten futures hold 0: a flat step of the distribution. */
const step = Float64Array.of(-2, -1, -1, 0, 0, 0, 0, 3, 5, 9)

describe('chanceBelow and chanceAtLeast', () => {
  test.each([
    [-3, 0],
    [-2, 0],
    [-1, 0.1],
    [-0.5, 0.3],
    [0, 0.3],
    [0.001, 0.7],
    [9, 0.9],
    [10, 1],
  ])('below %d: %d', (x, below) => {
    expect(chanceBelow(step, x)).toBeCloseTo(below, 14)
    expect(chanceAtLeast(step, x)).toBeCloseTo(1 - below, 14)
  })

  test('are shares counted one by one', () => {
    const values = ascending(normals('chance', 777).map((z) => Math.round(4 * z)))
    for (const x of uniforms('targets', 100).map((u) => Math.round(40 * u - 20) / 2)) {
      const below = values.filter((value) => value < x).length / values.length
      expect(chanceBelow(values, x)).toBe(below)
      expect(chanceAtLeast(values, x)).toBeCloseTo(1 - below, 14)
    }
  })

  test('of no future are 0', () => {
    expect(chanceBelow(new Float64Array(), 1)).toBe(0)
    expect(chanceAtLeast(new Float64Array(), 1)).toBe(0)
  })
})

describe('valueAtChance', () => {
  test.each([
    [1, -2],
    [0.9, -1],
    [0.75, -1],
    [0.7, 0],
    [0.5, 0],
    [0.4, 0],
    [0.31, 0],
    [0.3, 3],
    [0.1, 9],
    [0, 9],
  ])('with a chance of %d is %d, on the step where there is one', (chance, value) => {
    expect(valueAtChance(step, chance)).toBe(value)
  })

  test('is reached with the chance asked for, and no higher value is', () => {
    const values = ascending(normals('at chance', 999).map((z) => Math.round(5 * z)))
    for (let percent = 0; percent <= 100; percent++) {
      const chance = percent / 100
      const value = valueAtChance(values, chance)
      expect(chanceAtLeast(values, value)).toBeGreaterThanOrEqual(chance - 1e-11)
      const higher = values.find((one) => one > value)
      if (higher !== undefined) expect(chanceAtLeast(values, higher)).toBeLessThan(chance + 1e-11)
    }
  })

  test('never grows with the chance', () => {
    const values = ascending(normals('falls', 64))
    const found = Array.from({ length: 501 }, (_, i) => valueAtChance(values, i / 500))
    expect(found).toEqual([...found].sort((a, b) => b - a))
  })
})

describe('sharedAxis', () => {
  const axisOf = (...ends: [number, number][]) => sharedAxis(ends.map(([p2, p98]) => ({ p2, p98 })))

  test.each([
    [[[-7, 33]], { min: -10, max: 35 }],
    [
      [
        [-20, 120],
        [3, 41],
      ],
      { min: -20, max: 120 },
    ],
    [
      [
        [0, 0],
        [0, 1.3],
      ],
      { min: 0, max: 1.4 },
    ],
  ] as [[number, number][], { min: number; max: number }][])('for %j is %j', (ends, axis) => {
    const { min, max } = axisOf(...ends)
    expect(min).toBeCloseTo(axis.min, 12)
    expect(max).toBeCloseTo(axis.max, 12)
  })

  test('holds every P2 and P98, which fill more than half of it', () => {
    const ends = uniforms('axis', 800)
    for (let i = 0; i < 800; i += 4) {
      const scale = [1e-6, 1, 1e9][i % 3]
      const [a, b, c, d] = ends.subarray(i, i + 4).map((u) => (u - 0.4) * scale)
      const pairs = [
        [Math.min(a, b), Math.max(a, b)],
        [Math.min(c, d), Math.max(c, d)],
      ] as [number, number][]
      const { min, max } = axisOf(...pairs)
      const [low, high] = [Math.min(a, b, c, d), Math.max(a, b, c, d)]
      const slack = 1e-12 * scale
      expect(min).toBeLessThanOrEqual(low + slack)
      expect(max).toBeGreaterThanOrEqual(high - slack)
      expect(high - low).toBeGreaterThan(0.55 * (max - min))
    }
  })

  test('has a length where nothing varies', () => {
    expect(axisOf([4, 4])).toEqual({ min: 3, max: 5 })
  })
})
