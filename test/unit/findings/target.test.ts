import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf, firstTarget, targetAt } from '../../../src/findings/target.ts'

const sides = ['atLeast', 'atMost'] as const
const values = fc
  .array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 200 })
  .map((list) => Float64Array.from(list).sort())
const chances = fc.double({ min: 0, max: 1, noNaN: true })

test.each(sides)('the target found is reached at least as often as asked: %s', (side) => {
  fc.assert(
    fc.property(values, chances, (sorted, chance) => {
      const { target, chance: found } = targetAt(sorted, chance, side)
      expect(found).toBeCloseTo(chanceOf(sorted, target, side), 12)
      expect(found).toBeGreaterThanOrEqual(chance - 1e-8)
    }),
  )
})

test.each(sides)('no harder value is reached as often as asked: %s', (side) => {
  fc.assert(
    fc.property(values, chances, (sorted, chance) => {
      const { target } = targetAt(sorted, chance, side)
      const harder = sorted.filter((x) => (side === 'atLeast' ? x > target : x < target))
      for (const x of harder) expect(chanceOf(sorted, x, side)).toBeLessThan(chance + 1e-8)
    }),
  )
})

test('both sides together count everything, and a value at the target twice', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: -20, max: 20 }), (sorted, target) => {
      const at = sorted.filter((x) => x === target).length / sorted.length
      const both = chanceOf(sorted, target, 'atLeast') + chanceOf(sorted, target, 'atMost')
      expect(both).toBeCloseTo(1 + at, 12)
    }),
  )
})

test('a chance inside a flat step goes to the step and says so', () => {
  const sorted = Float64Array.from({ length: 100 }, (_, k) => (k < 30 ? k - 30 : k < 70 ? 0 : k))
  expect(targetAt(sorted, 0.5, 'atLeast')).toEqual({ target: 0, chance: 0.7, onStep: true })
  expect(targetAt(sorted, 0.7, 'atLeast').onStep).toBe(false)
  expect(targetAt(sorted, 0.2, 'atLeast').onStep).toBe(false)
})

test('a target starts at 0 where that is in view', () => {
  expect(firstTarget([-3, 8])).toBe(0)
  expect(firstTarget([0.16, 0.32])).toBe(0.24)
})
