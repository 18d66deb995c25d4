import { expect, it } from 'vitest'
import { type AssumptionId, market, offeredAt } from '../../../models/index.ts'
import { idleInputs } from '../../../src/engine/idle.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { marketPlan, settings, vantageIds } from './market-plan.ts'

function idleIn(plan: RunPlan, ids: readonly AssumptionId[]): string[] {
  const steps = idleInputs(market, plan, 0, ids)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const some: AssumptionId[] = ['wacc', 'concentrationEffect', 'signingRate', 'monthsToClose']

it.each(vantageIds)(
  'from %s beliefs that change nothing are told from those that do',
  (vantage) => {
    const offered = offeredAt(vantage).map(({ id }) => [id, settings[id]] as const)
    const strategies = Object.fromEntries(offered)
    const found = idleIn(marketPlan({ vantage, trials: 300, strategies }), some)
    expect(found).not.toContain('wacc')
    // From 2025-12 on hardly a future reaches 1,800 points, above which concentration counts.
    if (vantage !== '2024-03') expect(found).toContain('concentrationEffect')
    // Where the deal has closed nobody waits for it; what goes beyond it still asks for consent.
    expect(found.includes('monthsToClose')).toBe(vantage === '2026-10')
    expect(found).not.toContain('signingRate')
  },
)

it('with nothing but what was signed no consent is asked for', () => {
  const { none, asSigned } = settings
  const plan = marketPlan({ vantage: '2026-10', trials: 40, strategies: { none, asSigned } })
  expect(idleIn(plan, some)).toEqual(['concentrationEffect', 'signingRate', 'monthsToClose'])
})
