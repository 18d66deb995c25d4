import { strategiesOf } from '../../../src/engine/plan.ts'
import { describe, expect, test } from 'vitest'
import { outcomeValue, replay } from '../../../src/engine/replay.ts'
import { drawShocks, DrawCache, inputColumn } from '../../../src/engine/sampling/draw.ts'
import { outcomeOf, runBlocks, samplings, seriesOf } from './blocks.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const trials = [0, 1, 63, 64, 255, 256, 511, 599]

describe.each(samplings)('replaying trials, %s', (sampling) => {
  const plan = toyPlan({
    sampling,
    trials: 600,
    quarters: 10,
    correlations: [['income', 'gain', -0.6]],
    reseed: { cost: 'another' },
  })
  const { cases } = runBlocks(toyModel, plan)

  test.each(trials)('trial %i is the run’s, in every case and scenario', (trial) => {
    const future = replay(toyModel, plan, trial)
    expect(future.trial).toBe(trial)
    expect(future.scenarios.map(({ id }) => id)).toEqual(plan.worlds.map(({ id }) => id))
    future.scenarios.forEach((scenario, s) => {
      expect(scenario.cases.map(({ strategy }) => strategy)).toEqual(
        strategiesOf(plan).map(({ id }) => id),
      )
      scenario.cases.forEach(({ outcomes, series }, index) => {
        const columns = cases[s][index]
        for (const outcome of toyModel.outcomes) {
          const value = outcomeOf(toyModel, columns, outcome.id)[trial]
          expect(outcomes[outcome.id]).toBe(outcomeValue(outcome, value))
        }
        expect(series.wealth.map(Math.fround)).toEqual(seriesOf(toyModel, columns, 10, trial))
      })
    })
  })

  test('inputColumn is the inputs of the replays', () => {
    for (const trial of trials) {
      const { scenarios } = replay(toyModel, plan, trial)
      scenarios.forEach(({ inputs }, s) => {
        expect(Object.keys(inputs)).toEqual(toyModel.assumptions.map(({ id }) => id))
        for (const [id, value] of Object.entries(inputs)) {
          expect(inputColumn(toyModel, plan, s, id)[trial]).toBe(value)
        }
      })
    }
  })

  test('shocks are those of the run, quarter by quarter', () => {
    for (const trial of trials) {
      const block = drawShocks(plan, toyModel, 0, trial >> 8)
      const { shocks } = replay(toyModel, plan, trial)
      toyModel.shocks.forEach((id, s) => {
        const own = Array.from({ length: 10 }, (_, t) => block[((trial & 255) * 10 + t) * 2 + s])
        expect(shocks[id]).toEqual(own)
      })
    }
  })

  test('a cache changes nothing', () => {
    const cache = new DrawCache()
    replay(toyModel, { ...plan, quarters: 30 }, 5, cache)
    for (const trial of trials) {
      expect(replay(toyModel, plan, trial, cache)).toEqual(replay(toyModel, plan, trial))
    }
  })
})

test('events are named where they happen, and states by their name', () => {
  const plan = toyPlan({ trials: 100 })
  const futures = Array.from({ length: 100 }, (_, trial) => replay(toyModel, plan, trial))
  const failing = futures.filter(({ scenarios }) => scenarios[0].events.includes('fails'))
  expect(failing.length).toBeGreaterThan(10)
  expect(failing.length).toBeLessThan(40)
  for (const { scenarios } of futures) {
    const [{ inputs, events, cases }] = scenarios
    expect(events).toEqual(inputs.fails === 1 ? ['fails'] : [])
    expect(cases.map(({ outcomes }) => outcomes.state)).toEqual(
      inputs.fails === 1 ? ['none', 'failed', 'failed'] : ['none', 'built', 'built'],
    )
  }
})

test.each([-1, 100, 0.5, NaN, Infinity])('trial %d of 100 is refused', (trial) => {
  expect(() => replay(toyModel, toyPlan({ trials: 100 }), trial)).toThrow(
    `a future is a whole number from 0 to 99, the trials of this run; got ${trial}`,
  )
})
