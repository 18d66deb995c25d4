import { describe, expect, it } from 'vitest'
import { drawnColumns } from '../../../src/engine/reference-series.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { atQuarter, maskOf, type Selection } from '../../../src/engine/selection.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 40_000, sampling: 'sobol' })

function columns(...ids: readonly string[]): ReadonlyMap<string, Float64Array> {
  const steps = drawnColumns(toyModel, plan, 0, ids)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const QUARTER = 4
const wealth = atQuarter('wealth', QUARTER)

describe('futures that agree with what was observed', () => {
  const found = columns('income', wealth)
  const income = found.get('income') ?? new Float64Array()
  const from = {
    trials: plan.trials,
    outcome: () => new Float64Array(),
    input: (id: string) => found.get(id) ?? new Float64Array(),
  }

  it.each([2, 8, 14])('give the posterior that is known: of %d', (observed) => {
    const selection: Selection = {
      kind: 'between',
      of: { input: wealth },
      low: observed - 0.5,
      high: observed + 0.5,
    }
    const mask = maskOf(toyModel, selection, from)
    const chosen = income.filter((_, trial) => mask[trial] === 1)
    const mean = chosen.reduce((sum, x) => sum + x, 0) / chosen.length
    const variance = chosen.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / chosen.length
    // Income is normal(2, 1) before; wealth after four quarters is four incomes and four shocks: the
    // precision is 1 + 4·4/4 = 5 and the mean (2 + observed)/5.
    expect(chosen.length).toBeGreaterThan(400)
    expect(mean).toBeCloseTo((2 + observed) / 5, 1)
    expect(Math.abs(variance - 1 / 5)).toBeLessThan(0.03)
  })

  it('are the same numbers as the series of the reference that was run', async () => {
    const runner = createInlineRunner(toyModel)
    for (const trial of [0, 255, 256, 39_999]) {
      const { scenarios } = await runner.replay(plan, trial)
      const reference = scenarios[0].cases.find(({ strategy }) => strategy === toyModel.reference)
      expect(found.get(wealth)?.[trial]).toBe(reference?.series.wealth[QUARTER])
    }
  })

  it('stand beside the inputs as they were drawn', () => {
    expect(income).toEqual(inputColumn(toyModel, plan, 0, 'income'))
  })
})

it('what is not there is named', () => {
  expect(() => columns('fortune@1')).toThrow('no series fortune')
  expect(() => columns(atQuarter('wealth', 9))).toThrow('from 0 to 8, got 9')
  expect(() => columns('cost@x')).toThrow('no series cost')
})
