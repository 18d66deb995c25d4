import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandPath,
  endNames,
  fitted,
  linePath,
  niceDomain,
  yearTicks,
} from '../../../src/app/charts/fan.ts'
import type { Fan } from '../../../src/findings/fans.ts'

const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 })

function flat(label: string, low: number, middle: number, high: number): Fan {
  return {
    id: label,
    label,
    summary: { p5: [low], p25: [low], p50: [middle], p75: [high], p95: [high] },
  }
}

describe('niceDomain(values, fromZero)', () => {
  test('holds every value and is never of zero width', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (all, fromZero) => {
        const [low, high] = niceDomain(all, fromZero)
        expect(high).toBeGreaterThan(low)
        expect(low).toBeLessThanOrEqual(Math.min(...all))
        expect(high).toBeGreaterThanOrEqual(Math.max(...all))
        if (fromZero) expect(low * high).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('leaves out what is no number, and has a range without any', () => {
    expect(niceDomain([Number.NaN, 1, 2, Infinity], false)).toEqual([1, 2])
    expect(niceDomain([], false)).toEqual([0, 1])
    expect(niceDomain([0, 0], true)).toEqual([-1, 1])
  })
})

describe('paths', () => {
  const place = (n: number) => n * 10

  test('bandPath(low, high) and linePath(values) break at a missing value', () => {
    const missing = [1, 2, Number.NaN, 4, 5]
    for (const path of [
      linePath(missing, place, place),
      bandPath(missing, [2, 3, 4, 5, 6], place, place),
    ]) {
      expect(path).not.toContain('NaN')
      expect(path.match(/M/g)).toHaveLength(2)
    }
  })

  test('linePath(values) keeps hundredths of a pixel', () => {
    expect(linePath([1 / 3, 2 / 3], place, place)).toBe('M0,3.33L10,6.67')
  })
})

describe('endNames(fans, y, within)', () => {
  const y = (value: number) => 100 - value

  test('puts the name of the upper fan over both and that of the lower one under both', () => {
    const [a, b] = endNames([flat('low', 10, 20, 30), flat('high', 20, 40, 60)], y, [0, 100])
    expect(a.y).toBeGreaterThan(y(10))
    expect(b.y).toBeLessThan(y(60))
  })

  test('never puts two equal fans’ names on one line, nor outside the frame', () => {
    const [a, b] = endNames([flat('one', 0, 50, 100), flat('two', 0, 50, 100)], y, [12, 88])
    expect(new Set([a.y, b.y])).toEqual(new Set([12, 88]))
  })
})

test('fitted(name, width) keeps a name that fits and never gets longer than one that does not', () => {
  expect(fitted('None', 200)).toBe('None')
  expect(fitted('Deep technical collaboration', 120)).toBe('Deep technical…')
  expect(fitted('None', 0)).toBe('…')
})

test('yearTicks(first, last, width) leaves room for every name', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8000, max: 8100 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 100, max: 2000 }),
      (first, quarters, width) => {
        const ticks = yearTicks(first, first + quarters, width)
        expect(ticks.length * 46).toBeLessThanOrEqual(Math.max(width, 46) + 46)
        for (const { at } of ticks) {
          expect(at).toBeGreaterThanOrEqual(first)
          expect(at).toBeLessThanOrEqual(first + quarters)
        }
      },
    ),
  )
})
