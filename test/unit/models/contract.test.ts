import { describe, expect, it } from 'vitest'
import { type AssumptionId, market } from '../../../models/index.ts'
import { outcomeAt } from '../../../models/outcomes.ts'
import type { Levers, Overrides } from '../../../src/engine/model.ts'
import { type Draws, drawn, marketPlan, settings } from './market-plan.ts'

const constant = (value: number) => ({ kind: 'constant', value }) as const

/** Every offer is signed and closes after nine months, and nothing moves by chance. */
const certain = {
  signingDraw: constant(0),
  regulatorDraw: constant(0.99999),
  monthsToClose: constant(9),
  aiCorrection: constant(0),
  demandVolatilityGeneral: constant(0),
  demandVolatilityAi: constant(0),
  executionVolatility: constant(0),
  leadershipVolatility: constant(0),
} satisfies Partial<Record<AssumptionId, Overrides[string]>>

/** The quarter of closing: talks of three quarters from a vantage one quarter after the start. */
const CLOSE = 4
const years = 3

/** A future under other terms. */
function seen({ inputs, shocks }: Draws, levers: Levers, quarters = 24) {
  const simulator = market.simulator('2025-12', quarters)
  simulator.load(inputs, 0, shocks, 0)
  simulator.runReference()
  simulator.run(levers)
  return simulator
}

/** NPV of one future seen to a horizon, of a contract of so many years. */
function npvAt(future: Draws, quarters: number, commitmentYears = years): number {
  const { outcomes } = seen(future, { ...settings.deepTechnical, commitmentYears }, quarters)
  return outcomes[outcomeAt.npv]
}

describe('the net present value of a future', () => {
  const futures = drawn(marketPlan({ beliefs: certain }), 48)
  const bend = (future: Draws, at: number) =>
    Math.abs(npvAt(future, at) - (npvAt(future, at - 1) + npvAt(future, at + 1)) / 2)

  it('is smooth in the horizon across the end of a contract', () => {
    const end = CLOSE + 4 * years
    const bends = futures.map((future) => bend(future, end))
    // Its machines, forgotten at the horizon, were a bend of ten.
    expect(Math.max(...bends)).toBeLessThan(2)
  })
})

describe('co-design that gains nothing', () => {
  const cost = 0.8
  const beliefs = {
    ...certain,
    codesignAdvantageGain: constant(0),
    codesignCeilingGain: constant(0),
    codesignCost: constant(cost),
    taxRate: constant(0.2),
    wacc: constant(0.1),
  }
  const [future] = drawn(marketPlan({ beliefs, quarters: 40 }), 1)
  const lost = (levers: Levers, quarters: number) => {
    const npv = (codesign: number) =>
      seen(future, { ...levers, codesign }, quarters).outcomes[outcomeAt.npv]
    return npv(0) - npv(1)
  }

  // Contracts of whole and of broken years, with compute to buy and without.
  it.each([
    [3, 100],
    [4.7, 100],
    [5.3, 100],
    [8, 0],
  ])(
    'costs as long as a contract of %d years for $%d bn runs, seen to any horizon',
    (length, commitment) => {
      const end = Math.floor(CLOSE + 4 * length)
      let sum = 0
      for (let t = CLOSE + 1; t <= end; t++) sum += (cost / 4) * 0.8 * 1.1 ** (-t / 4)
      const levers = { ...settings.deepTechnical, commitment, commitmentYears: length }
      for (const quarters of [end - 1, end, end + 1, 24]) {
        // After a contract that has ended nothing of it is left to pay.
        expect(lost(levers, quarters)).toBeCloseTo(sum, 9)
      }
    },
  )
})
