import { describe, expect, it } from 'vitest'
import { worldKey } from '../../../src/engine/cases.ts'
import { caseOf, type RunPlan, strategiesOf } from '../../../src/engine/plan.ts'
import { lossOf } from '../../../src/workers/link.ts'
import { PlanReceiver } from '../../../src/workers/plan-receiver.ts'
import { PlanSender } from '../../../src/workers/plan-sender.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { watchedRunner } from './links.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { withReseed, withStrategies } from '../../plans.ts'

const plan = toyPlan({ trials: 600 })
const link = () => ({ ...lossOf(), remote: {} as never, end: () => {} })
const sent = (sender: PlanSender, to: ReturnType<typeof link>, one: RunPlan) =>
  sender.pack(to, one).worlds.map(({ content }) => content !== null)

describe('a plan is sent', () => {
  it('with its worlds once to each worker', () => {
    const sender = new PlanSender()
    const [a, b] = [link(), link()]
    expect(sent(sender, a, plan)).toEqual([true, true])
    expect(sent(sender, a, { ...plan, trials: 7 })).toEqual([false, false])
    const moved = withStrategies(plan, strategiesOf(plan).slice(1))
    expect(sent(sender, a, moved)).toEqual([false, false])
    expect(sent(sender, b, moved)).toEqual([true, true])
    expect(sent(sender, a, withReseed(plan, { gain: 'x' }))).toEqual([true, true])
    expect(sent(sender, a, plan)).toEqual([false, false])
  })

  it('with what is to be forgotten, never what it names', () => {
    const sender = new PlanSender()
    const to = link()
    const worker = new Set<string>()
    for (let round = 0; round < 120; round++) {
      const { worlds, forget } = sender.pack(to, { ...plan, seed: `${round % 50}` })
      for (const { key, content } of worlds) {
        if (content) worker.add(key)
        expect(worker.has(key)).toBe(true)
      }
      for (const key of forget) worker.delete(key)
      expect(worker.size).toBeLessThanOrEqual(66)
    }
  })
})

describe('series', () => {
  it('are worked out when asked for, once, and are those of the first trials', async () => {
    const { runner, watch } = watchedRunner(toyModel, 2)
    const results = await runner.run(plan)
    expect(watch.calls.series).toBe(0)
    const [first] = await runner.series(results, results.cases.slice(0, 1))
    expect(first.trials).toBe(600)
    expect(first.singles.wealth).toHaveLength(10)
    const future = await runner.replay(plan, 3)
    const own = future.scenarios[0].cases[0].series.wealth
    expect(first.singles.wealth[3]).toEqual(own.map(Math.fround))
    await runner.series(await runner.run({ ...plan }), results.cases.slice(0, 1))
    expect(watch.calls.series).toBe(1)
  })

  it('are no longer worked out once they are taken back', async () => {
    const { runner, watch } = watchedRunner(toyModel, 2)
    const results = await runner.run(plan)
    const stop = new AbortController()
    watch.before = (method) => method === 'series' && stop.abort()
    const asked = runner.series(results, results.cases.slice(0, 2), { signal: stop.signal })
    await expect(asked).rejects.toThrow('was stopped')
    await runner.idle()
    // What comes next is none the worse for it.
    watch.before = () => undefined
    expect((await runner.series(results, results.cases)).length).toBe(6)
  })

  it('of a worker that dies are asked of another', async () => {
    const { runner, watch } = watchedRunner(toyModel, 2)
    const results = await runner.run(plan)
    watch.before = (method, call) => (method === 'series' && call === 0 ? 'die' : undefined)
    const [found] = await runner.series(results, [{ strategy: 'large', scenario: 'dear' }])
    const calm = createInlineRunner(toyModel)
    const alone = await calm.run(plan)
    expect([found]).toEqual(await calm.series(alone, [caseOf(alone, results.cases[5])]))
  })
})

describe('a plan is received', () => {
  it('whole, whatever the worker was told before', () => {
    const [sender, receiver, to] = [new PlanSender(), new PlanReceiver(), link()]
    for (let round = 0; round < 200; round++) {
      const one = withReseed({ ...plan, seed: `${(round * 7) % 90}` }, { gain: `${round % 3}` })
      const received = receiver.receive(structuredClone(sender.pack(to, one)))
      expect(received).toMatchObject(structuredClone(one))
      expect(worldKey(received, 1)).toBe(worldKey(one, 1))
    }
  })

  it('or is refused where a world of it was never sent', () => {
    const sender = new PlanSender()
    const to = link()
    sender.pack(to, plan)
    expect(() => new PlanReceiver().receive(sender.pack(to, plan))).toThrow('never sent')
  })
})

describe('digestOf', () => {
  const ids = toyModel.outcomes.map(({ id }) => id)

  it('names the outcomes that digests cover, and their order', async () => {
    const digestOf = async (covered?: readonly string[]) => {
      const one = covered ? { ...plan, digestOf: covered } : plan
      return (await createInlineRunner(toyModel).run(one)).digest
    }
    const all = await digestOf()
    expect(await digestOf(ids)).toBe(all)
    expect(await digestOf([...ids].reverse())).not.toBe(all)
    expect(await digestOf(ids.slice(1))).not.toBe(all)
    const narrow = { ...toyModel, outcomes: toyModel.outcomes.slice(0, 3) }
    expect(await digestOf(ids)).toBe((await createInlineRunner(narrow).run(plan)).digest)
    await expect(digestOf(['weather'])).rejects.toThrow(
      'digests cover outcomes of the model, got weather',
    )
  })

  it('keeps runs that cover other outcomes apart', async () => {
    const runner = createInlineRunner(toyModel)
    const [all, few] = [await runner.run(plan), await runner.run({ ...plan, digestOf: ['extra'] })]
    expect(few.digest).not.toBe(all.digest)
    expect((await runner.run(plan)).digest).toBe(all.digest)
  })
})

it('a plan is any list of cases, with worlds of their own seeds', async () => {
  const [base] = plan.worlds
  const worlds = [
    base,
    { ...base, id: 'gain', reseed: { gain: 'B' } },
    { ...base, id: 'luck', reseed: { 'shock:luck': 'B' } },
  ]
  const [none, small] = strategiesOf(plan)
  const cases = [
    { ...small, strategy: 'small', scenario: 'luck' },
    { ...none, strategy: 'none', scenario: 'base' },
    { ...small, strategy: 'small', scenario: 'gain' },
    { ...none, strategy: 'none', scenario: 'gain' },
  ].map(({ strategy, scenario, label, levers }) => ({ strategy, scenario, label, levers }))
  const results = await createInlineRunner(toyModel).run({ ...plan, worlds, cases })
  expect(results.cases.map(({ strategy, scenario }) => [strategy, scenario])).toEqual(
    cases.map(({ strategy, scenario }) => [strategy, scenario]),
  )
  const digest = (strategy: string, scenario: string) =>
    caseOf(results, { strategy, scenario }).digest
  expect(digest('none', 'gain')).toBe(digest('none', 'base'))
  const usual = await createInlineRunner(toyModel).run(plan)
  const before = caseOf(usual, { strategy: 'small', scenario: 'base' }).digest
  expect(digest('small', 'gain')).not.toBe(before)
  expect(digest('small', 'luck')).not.toBe(before)
  expect(() => caseOf(results, { strategy: 'none', scenario: 'luck' })).toThrow(
    'no case none in luck',
  )
})
