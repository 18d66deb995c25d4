import { ALL } from '../../../src/engine/selection.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createInlineRunner, inlineLink } from '../../../src/workers/inline-pool.ts'
import { Pool } from '../../../src/workers/pool.ts'
import { Runner } from '../../../src/workers/runner.ts'
import { uniforms } from '../engine/numbers.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { type Watch, watchedLink, watchedRunner } from './links.ts'

const plan = toyPlan({ trials: 1500 })
const digest = async () => (await createInlineRunner(toyModel).run(plan)).digest

afterEach(() => {
  vi.useRealTimers()
})

describe.each([1, 2, 3])('a pool of %i whose workers die', (workers) => {
  it.each(['a', 'b', 'c'])('at any of its calls gives the same digest (%s)', async (name) => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    const chances = uniforms(name, 400)
    let deaths = 0
    let call = 0
    watch.before = (method) => {
      if (method === 'ready' || deaths === 3) return undefined
      return chances[call++] < 0.4 && ++deaths > 0 ? 'die' : undefined
    }
    const results = await runner.run(plan)
    expect(deaths).toBe(3)
    expect(results.digest).toBe(await digest())
    expect(watch.started).toBeGreaterThan(deaths)
    // The dead are put away; those that replaced them stay for the next run.
    expect(watch.ended).toBe(deaths)
    expect(await runner.run(plan)).toMatchObject({ computed: 0, digest: results.digest })
  })

  it('answers questions all the same', async () => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    const results = await runner.run(plan)
    const refs = results.cases.slice(0, 2).map(({ strategy, scenario }) => ({ strategy, scenario }))
    watch.before = (method, call) =>
      (method === 'ask' || method === 'replay') && call === 0 ? 'die' : undefined
    const asked = { cases: refs, outcome: 'extra', selection: ALL }
    const [none, small] = await runner.ask('shapes', results, asked)
    expect(none.atoms).toEqual([{ value: 0, share: 1 }])
    expect(small.count).toBe(1500)
    expect((await runner.replay(plan, 7)).trial).toBe(7)
  })

  it('again and again says so, in words and without waiting for ever', async () => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    watch.before = (method) => (method === 'work' ? 'die' : undefined)
    await expect(runner.run(plan)).rejects.toThrow('calculation workers keep stopping')
    expect(watch.ended).toBe(watch.started)
    // It is tried again, and not for long.
    expect(watch.started).toBeGreaterThan(workers)
    expect(watch.started).toBeLessThan(10 * workers)
  })
})

describe('a worker that does not load', () => {
  it('in bounded time is given up, in words', async () => {
    vi.useFakeTimers()
    const { runner, watch } = watchedRunner(toyModel, 2)
    watch.before = (method) => (method === 'ready' ? new Promise(() => {}) : undefined)
    const failing = expect(runner.run(plan)).rejects.toThrow(
      /^the calculation could not start: .*did not load in time$/,
    )
    await vi.advanceTimersByTimeAsync(30_000)
    await failing
    expect(watch.ended).toBe(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is no longer waited for once it has loaded', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { runner } = watchedRunner(toyModel, 2)
    await runner.run(plan)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves the work to the caller’s own thread where that is offered', async () => {
    const { watch } = watchedRunner(toyModel, 0)
    watch.before = (method) => (method === 'ready' ? 'die' : undefined)
    const make = () => watchedLink(toyModel, watch)
    const runner = new Runner(
      toyModel,
      new Pool(make, 3, () => Promise.resolve(inlineLink(toyModel))),
    )
    expect((await runner.run(plan)).digest).toBe(await digest())
    expect([runner.alone, watch.started, watch.ended]).toEqual([true, 3, 3])
  })

  it('is done without one where the browser throws instead of making one', async () => {
    const make = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    const runner = new Runner(
      toyModel,
      new Pool(make, 3, () => Promise.resolve(inlineLink(toyModel))),
    )
    expect((await runner.run(plan)).digest).toBe(await digest())
    expect(runner.alone).toBe(true)
    runner.dispose()
    const none = new Runner(toyModel, new Pool(make, 2))
    await expect(none.run(plan)).rejects.toThrow(
      'the calculation could not start: The operation is insecure.',
    )
  })

  it('is tried afresh by the next run', async () => {
    const { runner, watch } = watchedRunner(toyModel, 1)
    watch.before = (method, call) => (method === 'ready' && call === 0 ? 'die' : undefined)
    await expect(runner.run(plan)).rejects.toThrow(
      'the calculation could not start: a calculation worker stopped: killed by the test',
    )
    expect((await runner.run(plan)).digest).toBe(await digest())
  })
})

describe('a pool that is ended', () => {
  const empty = (): Watch => ({
    started: 0,
    ended: 0,
    calls: {
      ready: 0,
      work: 0,
      fold: 0,
      keep: 0,
      series: 0,
      differenceSeries: 0,
      summarise: 0,
      ask: 0,
      lend: 0,
      replay: 0,
    },
    before: () => undefined,
  })

  it('ends its workers and starts no other', async () => {
    const watch = empty()
    const pool = new Pool(() => watchedLink(toyModel, watch), 2)
    await Promise.all([pool.at(0), pool.at(1)])
    pool.end()
    expect(watch.ended).toBe(2)
    await expect(pool.at(0)).rejects.toThrow('the calculation has been shut down')
    expect(watch.started).toBe(2)
  })

  it('ends a worker that was still loading', async () => {
    const watch = empty()
    let load: (value?: unknown) => void = () => {}
    watch.before = () => new Promise((resolve) => (load = resolve))
    const pool = new Pool(() => watchedLink(toyModel, watch), 1)
    const starting = pool.at(0)
    const refused = expect(starting).rejects.toThrow('the calculation has been shut down')
    pool.end()
    load()
    await refused
    expect(watch.ended).toBe(1)
  })

  it('rejects the run under way, in words', async () => {
    const { runner, watch } = watchedRunner(toyModel, 2)
    watch.before = (method, call) => method === 'work' && call === 3 && runner.dispose()
    await expect(runner.run(plan)).rejects.toThrow('the calculation has been shut down')
    expect(watch.ended).toBe(watch.started)
  })
})
