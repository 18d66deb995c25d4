import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/engine/model.ts'
import { strategiesOf } from '../../../src/engine/plan.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { strictShop } from '../engine/strict-shop.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const plan = toyPlan({ trials: 1000 })
const income = inputColumn(toyModel, plan, 0, 'income')
const [first, ...rest] = toyModel.assumptions
const narrow: Model = { ...toyModel, assumptions: [{ ...first, domain: [0.5, 3] }, ...rest] }
const outside = (trials: number) =>
  income.subarray(0, trials).filter((x) => x < 0.5 || x > 3).length

describe.each([1, 2, 3])('with %i workers', (workers) => {
  it('draws moved to their bound are counted in every scenario', async () => {
    const { moved } = await watchedRunner(narrow, workers).runner.run(plan)
    expect(moved).toEqual(
      plan.worlds.map(({ id }) => ({ scenario: id, id: 'income', count: outside(1000) })),
    )
  })

  it('and are those of this run, whatever was run before', async () => {
    const { runner } = watchedRunner(narrow, workers)
    for (const trials of [1000, 256, 300, 1000, 100]) {
      const { moved } = await runner.run({ ...plan, trials })
      expect(moved.map(({ count }) => count)).toEqual([outside(trials), outside(trials)])
    }
  })

  it('and those of a first picture are those of its trials', async () => {
    const seen: [number, number][] = []
    await watchedRunner(narrow, workers).runner.run(
      { ...plan, trials: 4000 },
      {
        stages: [256, 1024],
        onUpdate: ({ trials, moved }) => void seen.push([trials, moved[0].count]),
      },
    )
    const all = inputColumn(toyModel, { ...plan, trials: 1024 }, 0, 'income')
    const count = (trials: number) => all.subarray(0, trials).filter((x) => x < 0.5 || x > 3).length
    expect(seen).toEqual([
      [256, count(256)],
      [1024, count(1024)],
    ])
  })

  it('checks name the first failing trial, in the first scenario and strategy that has it', async () => {
    const failing = new Map([
      [income[700], 3],
      [income[290], NaN],
      [income[999], 1],
    ])
    const dear = inputColumn(toyModel, plan, 1, 'cost')
    const model = strictShop((drawn, building, cost) => {
      // An earlier trial, and the reference fails too, but in the second scenario.
      if (cost === dear[5]) return 2
      return building ? (failing.get(drawn) ?? 0) : 0
    })
    const { runner, watch } = watchedRunner(model, workers)
    // The second worker comes late with the earlier block.
    watch.before = (method, _call, worker) =>
      method === 'work' && worker === 1 && new Promise((resolve) => setTimeout(resolve, 30))
    for (const again of [false, true]) {
      // The second time all is known from before, and tested all the same.
      const { checks, computed } = await runner.run({ ...plan, check: true })
      expect([computed, again]).toEqual([24, again])
      expect(checks.map(({ id, trials }) => [id, trials])).toEqual([
        ['adds-up', 6000],
        ['told', 6000],
      ])
      expect(checks[0]).toMatchObject({ failures: 0, firstFailing: null })
      expect(checks[1]).toMatchObject({
        failures: 12 + 3,
        worst: Number.MAX_VALUE,
        firstFailing: { scenario: 'base', strategy: 'small', trial: 290 },
      })
    }
  })

  it('a run that asks for no checks reports none', async () => {
    expect((await watchedRunner(toyModel, workers).runner.run(plan)).checks).toEqual([])
  })

  it('cases come scenario by scenario, strategies in the order of the plan', async () => {
    const { cases } = await watchedRunner(toyModel, workers).runner.run(plan)
    expect(cases.map(({ scenario, strategy }) => [scenario, strategy])).toEqual(
      plan.worlds.flatMap((s) => strategiesOf(plan).map((one) => [s.id, one.id])),
    )
  })
})

it('an edit runs again what it touches, and the same digest as afresh follows', async () => {
  const { runner } = watchedRunner(toyModel, 2)
  await runner.run(plan)
  const dearer = {
    ...plan,
    worlds: plan.worlds.map((one) =>
      one.id === 'dear'
        ? {
            ...one,
            distributions: {
              ...one.distributions,
              cost: { kind: 'constant', value: 6 } as const,
            },
          }
        : one,
    ),
  }
  const edited = await runner.run(dearer)
  expect([edited.computed, edited.reused]).toEqual([3 * 4, 3 * 4])
  const afresh = await watchedRunner(toyModel, 1).runner.run(dearer)
  expect(edited.digest).toBe(afresh.digest)
  const longer = await runner.run({ ...dearer, trials: 2000 })
  // The last block of the shorter run was cut, so it is run again whole.
  expect([longer.computed, longer.reused]).toEqual([6 * 5, 6 * 3])
})
