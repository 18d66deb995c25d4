import { describe, expect, test } from 'vitest'
import { DrawCache } from '../../../src/engine/sampling/draw.ts'
import { jansenIndices, type SampledIndex } from '../../../src/engine/sensitivity/jansen.ts'
import { type Factor, mixedOutcomes } from '../../../src/engine/sensitivity/mixed-points.ts'
import { varianceSplit } from '../../../src/engine/sensitivity/variance-split.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const [nothing] = toyModel.strategies
const income: Factor = { inputs: [0] }
const gain: Factor = { inputs: [1] }
const shocks: Factor = { inputs: [], shocks: true }

function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function indicesOf(plan: RunPlan, factors: readonly Factor[], points: number): SampledIndex[] {
  const asked = { factors, points }
  const { a, b, mixed } = finished(
    mixedOutcomes(toyModel, plan, [nothing.levers], 0, asked, new DrawCache()),
  )
  return finished(jansenIndices(a, b, mixed))
}

describe.each(['sobol', 'latinHypercube', 'random'] as const)(
  'of a run drawn by %s',
  (sampling) => {
    // Over 8 quarters income brings a variance of 64, and luck one of 8.
    test('intervals of income and luck cover 8/9 and 1/9, and none has a hand in more', () => {
      const seeds = 40
      let held = 0
      for (let seed = 0; seed < seeds; seed++) {
        const plan = toyPlan({ sampling, seed: `seed ${seed}`, trials: 256 })
        const [own, idle, luck] = indicesOf(plan, [income, gain, shocks], 512)
        for (const [one, known] of [[own, 8 / 9] as const, [luck, 1 / 9] as const]) {
          for (const { low, high } of [one.first, one.total]) {
            if (low <= known && known <= high) held++
          }
        }
        expect(idle.total.value).toBe(0)
      }
      // 95% of 160, less three standard errors of what comes in fours.
      expect(held).toBeGreaterThanOrEqual(136)
    })
  },
)

test('what all of an additive outcome does alone and with others adds up, and nothing is joint', () => {
  const plan = toyPlan({ trials: 256 })
  const [own, luck, both] = indicesOf(
    plan,
    [income, shocks, { inputs: [0, 1], shocks: true }],
    1024,
  )
  expect(Math.abs(both.total.value - 1)).toBeLessThan(3 * both.total.error)
  expect(Math.abs(both.first.value - 1)).toBeLessThan(3 * both.first.error)
  const split = varianceSplit([own.samples], luck.samples)
  for (const { value, error } of [split.together, split.both]) {
    expect(Math.abs(value)).toBeLessThan(3 * error)
  }
})

test('a factor has the same bits asked alone and with others, and in a world of other streams other ones', () => {
  const plan = toyPlan({ sampling: 'sobol' })
  const [alone] = indicesOf(plan, [income], 256)
  expect(indicesOf(plan, [shocks, income], 256)[1]).toEqual(alone)
  const elsewhere = toyPlan({ sampling: 'sobol', reseed: { income: 'other' } })
  const [reseeded] = indicesOf(elsewhere, [income], 256)
  expect(reseeded).not.toEqual(alone)
  expect(reseeded.total.value).toBeGreaterThan(0.5)
})
