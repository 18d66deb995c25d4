import { describe, expect, it } from 'vitest'
import { type AssumptionId, leversFrom, market } from '../../../models/index.ts'
import { at } from '../../../models/assumptions/index.ts'
import { CLOSED, REMEDIED } from '../../../models/notation.ts'
import { outcomeAt, type OutcomeId } from '../../../models/outcomes.ts'
import { vantages } from '../../../models/vantages.ts'
import type { Levers } from '../../../src/engine/model.ts'
import { drawn, marketPlan, settings } from './market-plan.ts'

const QUARTERS = 24
const simulator = market.simulator('2026-10', QUARTERS)
const [future] = drawn(marketPlan({ vantage: '2026-10' }), 1)
const signed = settings.asSigned

/** All outcomes under some levers where the luck of the talks is bad, and nothing else happens. */
function seen(levers: Levers, values: Partial<Record<AssumptionId, number>> = {}): number[] {
  const inputs = future.inputs.slice()
  const luck = { signingDraw: 1, regulatorDraw: 0.9999, conditionalPaid: 1, openaiDistress: 0 }
  for (const [id, value] of Object.entries({ ...luck, ...values })) {
    inputs[at[id as AssumptionId]] = value
  }
  simulator.load(inputs, 0, future.shocks, 0)
  simulator.runReference()
  simulator.run(levers)
  return [...simulator.outcomes]
}

const asSigned = seen(signed)
const outcome = (found: readonly number[], id: OutcomeId) => found[outcomeAt[id]]

describe('where the deal was signed, with the worst luck in talks,', () => {
  it.each([
    ['commitment', 105],
    ['access', 0.9],
    ['exclusivity', 0.15],
  ])('more %s alone is not agreed to, and all that was signed holds', (lever, more) => {
    expect(seen({ ...signed, [lever]: more })).toEqual(asSigned)
    // Money goes with the rest.
    expect(seen({ ...signed, [lever]: more, conditional: 50, codesign: 1 })).toEqual(asSigned)
    const lucky = { signingDraw: 0 }
    expect(seen({ ...signed, [lever]: more }, lucky)).not.toEqual(seen(signed, lucky))
  })

  it.each([
    ['commitment', 60],
    ['access', 0.5],
    ['exclusivity', 0],
    ['codesign', 0.2],
    ['codesign', 1],
    ['conditional', 20],
    ['commitmentYears', 10],
    ['commitmentYears', 5],
  ])('%s of %d needs no consent', (lever, value) => {
    expect(seen({ ...signed, [lever]: value })).not.toEqual(asSigned)
  })

  it('what is paid is paid', () => {
    expect(seen({ ...signed, upfront: 0 })).toEqual(asSigned)
    expect(outcome(asSigned, 'npvOutlay')).toBe(50)
    expect(outcome(seen(settings.none), 'npvOutlay')).toBe(0)
    const [upfront] = leversFrom(vantages[2].constants.signed).filter(({ id }) => id === 'upfront')
    expect(upfront).toMatchObject({ min: 50, default: 50, max: 50 })
    expect(leversFrom(vantages[0].constants.signed)).toBe(market.levers)
  })

  it('the deal closed at the start: nothing blocks it, and a remedy holds from there on', () => {
    const reviewed = { regulatorDraw: 0, remedyDraw: 0, interventionRate: 0.5, blockShare: 1 }
    for (const [values, state] of [
      [{}, CLOSED],
      [reviewed, REMEDIED],
    ] as const) {
      const found = seen(signed, values)
      expect(outcome(found, 'dealOutcome')).toBe(state)
      expect(outcome(found, 'closeQuarter')).toBe(0)
      expect(outcome(found, 'npvAbort')).toBe(0)
    }
  })

  it('months become quarters with halves rounded up', () => {
    const { world } = simulator
    const first = (deliveryMonths: number) => {
      seen(signed, { deliveryMonths })
      return world.deal.contract.first
    }
    expect([0, 1.4, 1.5, 4.4, 4.5, 7.5].map(first)).toEqual([0, 0, 1, 1, 2, 3])
    const paid = (conditionalMonths: number) => {
      seen({ ...signed, conditional: 20 }, { conditionalMonths })
      return world.quarters.findIndex(
        ({ cash }, t) => t > 0 && cash < world.quarters[t - 1].cash - 10,
      )
    }
    expect([1.5, 4.4, 4.5, 10.5].map(paid)).toEqual([1, 1, 2, 4])
  })
})
