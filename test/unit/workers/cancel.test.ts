import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/engine/model.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const plan = toyPlan({ trials: 3000 })
const reason = new Error('enough')

/** Some turns of the thread, in which work that goes on would go on. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
}

/** The shop, telling of each trial that it is loaded with. */
function counting(onTrial: () => void): Model {
  return {
    ...toyModel,
    simulator(vantage, quarters) {
      const shop = toyModel.simulator(vantage, quarters)
      const load = shop.load.bind(shop)
      shop.load = (...draws) => {
        onTrial()
        load(...draws)
      }
      return shop
    },
  }
}

describe.each([1, 2, 3])('cancelling a run on %i workers', (workers) => {
  it.each([0, 1, 7, 20])('at work item %i rejects with the reason and stops', async (nth) => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    const control = new AbortController()
    let updates = 0
    watch.before = (method, call) => {
      if (method === 'work' && call === nth) control.abort(reason)
    }
    const onUpdate = () => void updates++
    const stages = [2560]
    const running = runner.run(plan, { signal: control.signal, stages, onUpdate })
    await expect(running).rejects.toBe(reason)
    const { calls } = structuredClone({ calls: watch.calls })
    // What each worker had in hand, and nothing after.
    expect(calls.work).toBeLessThanOrEqual(nth + workers)
    await quiet()
    expect(watch.calls).toEqual(calls)
    expect(updates).toBe(0)
  })

  it('in the middle of a block is heard before its end', async () => {
    const control = new AbortController()
    let trials = 0
    const { runner } = watchedRunner(
      counting(() => {
        if (++trials === 300) control.abort(reason)
      }),
      workers,
    )
    await expect(runner.run(plan, { signal: control.signal })).rejects.toBe(reason)
    await quiet()
    // Each worker ends the step it is in.
    expect(trials).toBeLessThan(300 + 100 * workers)
  })

  it('while the figures are made still rejects', async () => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    const control = new AbortController()
    watch.before = (method) => method === 'summarise' && control.abort(reason)
    await expect(runner.run(plan, { signal: control.signal })).rejects.toBe(reason)
  })

  it('before it begins asks nobody', async () => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    await expect(runner.run(plan, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(watch.started).toBe(0)
  })

  it('leaves another run alone, and what was computed to the next', async () => {
    const { runner, watch } = watchedRunner(toyModel, workers)
    const control = new AbortController()
    watch.before = (method, call) => {
      if (method === 'work' && call === 12) control.abort(reason)
    }
    const other = { ...plan, seed: 'another' }
    const [cancelled, kept] = await Promise.allSettled([
      runner.run(plan, { signal: control.signal }),
      runner.run(other),
    ])
    expect(cancelled).toEqual({ status: 'rejected', reason })
    const afresh = createInlineRunner(toyModel)
    expect(kept).toMatchObject({ value: { digest: (await afresh.run(other)).digest } })
    const again = await runner.run(plan)
    expect(again.digest).toBe((await afresh.run(plan)).digest)
    expect(again.reused).toBeGreaterThan(0)
  })
})

it('after the end changes nothing', async () => {
  const control = new AbortController()
  const { digest } = await createInlineRunner(toyModel).run(plan, { signal: control.signal })
  control.abort(reason)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
})
