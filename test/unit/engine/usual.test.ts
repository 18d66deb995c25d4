import { describe, expect, test } from 'vitest'
import { replay } from '../../../src/engine/replay.ts'
import { replayUsual, usualDraw } from '../../../src/engine/usual.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 300, quarters: 6, correlations: [['income', 'gain', -0.6]] })
const numbers = (values: readonly number[]) =>
  toyModel.outcomes.flatMap(({ kind }, o) => (kind === 'number' ? [values[o]] : []))
const came = (outcomes: Readonly<Record<string, number | string>>) =>
  toyModel.outcomes.flatMap(({ id, kind }) => (kind === 'number' ? [outcomes[id]] : []))

/** The plan with a belief that is certain in every world. */
function certain(id: string) {
  const belief = toyModel.assumptions.find((one) => one.id === id)
  if (!belief) throw new Error(id)
  return {
    ...plan,
    worlds: plan.worlds.map((world) => {
      const value = usualDraw(world.distributions[id], belief)
      const distributions = { ...world.distributions, [id]: { kind: 'constant', value } as const }
      return { ...world, distributions }
    }),
  }
}

describe.each([0, 1, 17, 256, 299])('future %i with a draw as usual', (trial) => {
  const found = replayUsual(toyModel, plan, trial, plan.cases)
  const whole = replay(toyModel, plan, trial)

  test('is of the cases asked for, as they came', () => {
    expect(found.map(({ strategy, scenario }) => [strategy, scenario])).toEqual(
      plan.cases.map(({ strategy, scenario }) => [strategy, scenario]),
    )
    const all = whole.scenarios.flatMap(({ cases }) => cases.map(({ outcomes }) => came(outcomes)))
    expect(found.map(({ outcomes }) => numbers(outcomes))).toEqual(all)
    const last = plan.cases[plan.cases.length - 1]
    expect(replayUsual(toyModel, plan, trial, [last])).toEqual([found[found.length - 1]])
  })

  test('is the future of the study that is certain of it', () => {
    toyModel.assumptions.forEach(({ id }, a) => {
      const there = replay(toyModel, certain(id), trial).scenarios.flatMap(({ cases }) => cases)
      found.forEach((one, at) => {
        const instead = one.instead[a] ?? one.outcomes
        expect(numbers(instead)).toEqual(came(there[at].outcomes))
        expect(one.added[a] === null).toBe(one.instead[a] === null)
      })
    })
  })

  test('what draws and shocks add, adds up to what came', () => {
    toyModel.outcomes.forEach(({ kind }, at) => {
      if (kind !== 'number') return
      for (const one of found) {
        const draws = one.added.reduce((sum, by) => sum + (by?.[at] ?? 0), 0)
        expect(one.allUsual[at] + draws + one.shocksAdded[at]).toBeCloseTo(one.outcomes[at], 9)
      }
    })
  })

  test('wealth is a sum of draws and shocks: each adds what it takes away', () => {
    const at = toyModel.outcomes.findIndex(({ id }) => id === 'wealth')
    for (const one of found.filter(({ strategy }) => strategy === toyModel.reference)) {
      one.added.forEach((by, a) => {
        const instead = one.instead[a]
        if (by && instead) expect(by[at]).toBeCloseTo(one.outcomes[at] - instead[at], 9)
      })
      expect(one.shocksAdded[at]).toBeCloseTo(one.outcomes[at] - one.calm[at], 9)
    }
  })
})

test('a draw that is usual lies inside its domain', () => {
  const high = { kind: 'normal', mean: 50, standardDeviation: 1 } as const
  expect(usualDraw(high, { domain: [0, 10] })).toBe(10)
  expect(usualDraw({ kind: 'bernoulli', probability: 0.2 }, { domain: [0, 1] })).toBe(0)
  expect(usualDraw({ kind: 'bernoulli', probability: 0.8 }, { domain: [0, 1] })).toBe(1)
})
