import { describe, expect, it } from 'vitest'
import { type AssumptionId, market } from '../../../models/index.ts'
import { outcomeAt } from '../../../models/outcomes.ts'
import type { Overrides } from '../../../src/engine/model.ts'
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

/** NPV of one future seen to a horizon, of a contract of so many years. */
function npvAt({ inputs, shocks }: Draws, quarters: number, commitmentYears = years): number {
  const simulator = market.simulator('2025-12', quarters)
  simulator.load(inputs, 0, shocks, 0)
  simulator.runReference()
  simulator.run({ ...settings.deepTechnical, commitmentYears })
  return simulator.outcomes[outcomeAt.npv]
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
