import { expect, test } from 'vitest'
import { BeliefDraft } from '../../../src/app/belief/draft.svelte.ts'
import { MomentDraft } from '../../../src/app/belief/moments.svelte.ts'
import {
  type Distribution,
  mean,
  quantile,
  standardDeviation,
} from '../../../src/engine/distributions/index.ts'

const start: Distribution = { kind: 'lognormal', median: 2, logStandardDeviation: 0.5 }

function drafted() {
  const draft = new BeliefDraft(start, () => null)
  const moments = new MomentDraft(draft)
  return { draft, moments }
}

test('shows the mean and deviation of the belief', () => {
  const { moments } = drafted()
  // exp(0.125) and its square times (exp(0.25) - 1)
  expect(Number(moments.texts.mean)).toBeCloseTo(2.266, 3)
  expect(Number(moments.texts.deviation)).toBeCloseTo(1.208, 3)
})

test('typing both gives the belief that has them; a field left alone holds', () => {
  const { draft, moments } = drafted()
  moments.type('mean', '3')
  expect(mean(draft.good)).toBeCloseTo(3, 12)
  expect(standardDeviation(draft.good)).toBeCloseTo(standardDeviation(start), 12)
  moments.type('deviation', '1,5')
  expect(mean(draft.good)).toBeCloseTo(3, 12)
  expect(standardDeviation(draft.good)).toBeCloseTo(1.5, 12)
  expect(moments.texts).toEqual({ mean: '3', deviation: '1,5' })
  // The median is the mean over the root of 1 plus the squared ratio.
  expect(quantile(draft.good)(0.5)).toBeCloseTo(3 / Math.sqrt(1.25), 12)
})

test('what cannot be is said, and the last good belief stays', () => {
  const { draft, moments } = drafted()
  moments.type('deviation', '')
  expect(moments.problem).toBe('Standard deviation is a number, got nothing')
  moments.type('deviation', '-1')
  expect(moments.problem).toMatch(/above 0, got .*−1/)
  expect(draft.good).toEqual(start)
  moments.type('deviation', '1')
  expect(moments.problem).toBeNull()
})

test('follows the belief where it was changed elsewhere, and only where it is lognormal', () => {
  const { moments } = drafted()
  moments.type('mean', 'x')
  moments.sync({ kind: 'uniform', min: 0, max: 1 })
  expect(moments.texts.mean).toBe('x')
  moments.sync({ ...start, median: 4 })
  expect(Number(moments.texts.mean)).toBeCloseTo(4.533, 3)
  expect(moments.problem).toBeNull()
})
