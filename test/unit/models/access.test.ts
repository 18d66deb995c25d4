import { expect, it } from 'vitest'
import { type AssumptionId, market } from '../../../models/index.ts'
import { AWS, OPENAI } from '../../../models/notation.ts'
import type { Overrides } from '../../../src/engine/model.ts'
import { drawn, marketPlan, settings } from './market-plan.ts'

const QUARTERS = 40
const constant = (value: number) => ({ kind: 'constant', value }) as const

/** What AWS's models have gained on the start, by quarter, where an edge settles so fast. */
function gained(accessEdgeHalfLife: number): { edge: number[]; access: number[] } {
  const beliefs = {
    signingDraw: constant(0),
    regulatorDraw: constant(0.99999),
    rightsReleased: constant(1),
    anthropicConflict: constant(0),
    leadershipVolatility: constant(0),
    openaiDrift: constant(0),
    rampHalfLife: constant(0.5),
    accessEdgeHalfLife: constant(accessEdgeHalfLife),
  } satisfies Partial<Record<AssumptionId, Overrides[string]>>
  const [{ inputs, shocks }] = drawn(marketPlan({ beliefs, quarters: QUARTERS }), 1)
  const simulator = market.simulator('2025-12', QUARTERS)
  simulator.load(inputs, 0, shocks, 0)
  simulator.runReference()
  simulator.run(settings.exclusive)
  // The last quarter takes no step, and asks for no models.
  const quarters = simulator.world.quarters.slice(0, -1)
  const [first] = quarters
  return {
    edge: quarters.map(({ portfolio }) => portfolio[AWS] - first.portfolio[AWS]),
    access: quarters.map(({ addedAccess, w }) => addedAccess * w[OPENAI]),
  }
}

it('an edge in models settles, while the access stays', () => {
  const { edge, access } = gained(1)
  const peak = Math.max(...edge)
  expect(peak).toBeGreaterThan(0.05)
  expect(edge.at(-1)).toBeLessThan(0.03 * peak)
  expect(access.at(-1)).toBeGreaterThan(peak)
})

it('it halves in its half-life once access has stopped rising', () => {
  const years = 2
  const { edge } = gained(years)
  const [from, to] = [QUARTERS - 2 - 4 * years, QUARTERS - 2]
  expect(edge[to] / edge[from]).toBeCloseTo(0.5, 2)
})

it('it is nearly all there where it hardly settles', () => {
  const { edge, access } = gained(50)
  edge.forEach((value, t) => {
    expect(value).toBeLessThanOrEqual(access[t])
    expect(value).toBeGreaterThanOrEqual(0.87 * access[t])
  })
})
