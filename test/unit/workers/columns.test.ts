import { expect, test } from 'vitest'
import { outcomeColumn } from '../../../src/engine/columns.ts'
import { caseOf } from '../../../src/engine/plan.ts'
import { joined } from '../../../src/workers/joined.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { samplings } from '../engine/blocks.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const ids = toyModel.outcomes.filter(({ kind }) => kind === 'number').map(({ id }) => id)
const last = ids[ids.length - 1]
const placeOf = (id: string) => toyModel.outcomes.findIndex((one) => one.id === id)

test.each(samplings)('columns that are kept are those of a run, %s', async (sampling) => {
  const plan = toyPlan({ sampling, trials: 700 })
  const whole = await createInlineRunner(toyModel).run(plan)
  const kept = await createInlineRunner(toyModel).columns(plan, [last, ids[0]])
  for (const one of kept.cases) {
    expect(one.key).toBe(caseOf(whole, one).key)
    for (const id of [ids[0], last]) {
      expect(outcomeColumn(one.columns, placeOf(id))).toEqual(
        outcomeColumn(caseOf(whole, one).columns, placeOf(id)),
      )
    }
  }
})

test('an outcome that was not kept is refused, and one the model does not have', async () => {
  const runner = createInlineRunner(toyModel)
  const kept = await runner.columns(toyPlan(), [ids[0]])
  expect(() => outcomeColumn(kept.cases[0].columns, placeOf(last))).toThrow(/was not kept/)
  await expect(runner.columns(toyPlan(), ['nothing'])).rejects.toThrow(
    'the model has no outcome nothing',
  )
})

test('what is known is not run again: kept before, kept whole, or twice in one plan', async () => {
  const { runner, watch } = watchedRunner(toyModel, 2)
  const plan = toyPlan({ trials: 700 })
  const first = await runner.columns(plan, [ids[0]])
  const calls = watch.calls.keep
  expect(calls).toBeGreaterThan(0)
  const again = await runner.columns(plan, [ids[0]])
  expect(watch.calls.keep).toBe(calls)
  expect(again.cases.map(({ columns }) => columns)).toEqual(
    first.cases.map(({ columns }) => columns),
  )

  const whole = toyPlan({ trials: 500 })
  await runner.run(whole)
  await runner.columns(whole, [last])
  expect(watch.calls.keep).toBe(calls)

  const [one] = plan.cases
  const twice = { ...toyPlan({ trials: 300 }), cases: [one, { ...one, strategy: 'twin' }] }
  const twins = await runner.columns(twice, [ids[0]])
  expect(watch.calls.keep).toBe(calls + 2)
  expect(twins.cases[1].columns).toBe(twins.cases[0].columns)
})

test.each([1, 2, 3])('columns from %i workers are the same, also if one dies', async (size) => {
  const plan = toyPlan({ trials: 700 })
  const alone = await createInlineRunner(toyModel).columns(plan, [ids[0]])
  const { runner, watch } = watchedRunner(toyModel, size)
  watch.before = (method, call) => (method === 'keep' && call === 2 ? 'die' : undefined)
  expect((await runner.columns(plan, [ids[0]])).cases).toEqual(alone.cases)
})

test('columns whose run is aborted reject with the reason', async () => {
  const stop = new AbortController()
  const reason = new Error('enough')
  const run = createInlineRunner(toyModel).columns(toyPlan(), [ids[0]], {
    signal: stop.signal,
    onProgress: () => stop.abort(reason),
  })
  await expect(run).rejects.toBe(reason)
})

test('contrasts over joined scenarios are sums of means, and their errors are paired', async () => {
  const runner = createInlineRunner(toyModel)
  const plan = toyPlan({ trials: 1000 })
  const parts = await Promise.all(
    plan.worlds.map((world) =>
      runner.columns(
        {
          ...plan,
          worlds: [world],
          cases: plan.cases.filter(({ scenario }) => scenario === world.id),
        },
        [ids[0]],
      ),
    ),
  )
  const all = joined(parts)
  expect(all.cases).toHaveLength(plan.cases.length)
  const term = (at: number, weight: number) => ({ case: all.cases[at], outcome: ids[0], weight })
  const ref = ({ strategy, scenario }: { strategy: string; scenario: string }) => ({
    strategy,
    scenario,
  })
  const sums = [
    [term(1, 1)],
    [term(2, 1)],
    [term(1, 0.25), term(2, -0.75)],
    [term(1, 1), term(1, -1)],
  ].map((terms) => terms.map((one) => ({ ...one, case: ref(one.case) })))
  const [a, b, mix, nothing] = await runner.ask('contrasts', all, { sums })
  expect(mix.value).toBeCloseTo(0.25 * a.value - 0.75 * b.value, 12)
  expect(nothing).toEqual({ value: 0, error: 0 })
  expect(() => joined([parts[0], { ...parts[0], trials: 5 }])).toThrow(/cannot be joined/)
})
