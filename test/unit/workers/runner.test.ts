import { describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { type Link, lossOf } from '../../../src/workers/link.ts'
import { createNodeRunner } from '../../../src/workers/node-pool.ts'
import { Pool } from '../../../src/workers/pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import { Runner } from '../../../src/workers/runner.ts'
import { Service } from '../../../src/workers/service.ts'
import { basePlan } from '../../plans.ts'
import { marketRunner } from '../models/bundled.ts'

const plan = basePlan({ trials: 1000, quarters: 8 })
const script = new URL('../../../build/node-worker.js', import.meta.url)

/** A link into this thread whose worker dies when asked for its nth piece of work. */
function mortalLink(deaths: { left: number }, method: 'work' | 'summarise'): Link {
  const { lost, lose } = lossOf()
  const service = new Service(market)
  const remote = new Proxy(service, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        if (name !== method || deaths.left === 0) return value.apply(target, args) as unknown
        deaths.left--
        lose('killed by the test')
        return new Promise(() => {})
      }
    },
  })
  return { remote: remote as unknown as Link['remote'], lost, end: () => {} }
}

function editLevers(from: RunPlan): RunPlan {
  const cases = from.cases.map((one) =>
    one.strategy === 'exclusive' ? { ...one, levers: { ...one.levers, upfront: 30 } } : one,
  )
  return { ...from, cases }
}

let known: Promise<RunResults> | undefined
/** The plan's results as a runner gives them that has run nothing else. */
const afresh = () => (known ??= marketRunner().run(plan))

const summariesOf = ({ cases }: RunResults) => cases.map(({ summary }) => summary)

describe('a run', () => {
  it('has one digest and the same summaries in this thread and with four workers', async () => {
    const here = await afresh()
    expect(here.digest).toMatch(/^[0-9a-f]{64}$/)
    const runner = createNodeRunner({ workers: 4, script })
    const there = await runner.run(plan)
    runner.dispose()
    expect(there.digest).toBe(here.digest)
    expect(summariesOf(there)).toEqual(summariesOf(here))
  })

  it('gives first pictures that are the runs of so many trials', async () => {
    const updates: RunResults[] = []
    const onUpdate = (results: RunResults) => void updates.push(results)
    await marketRunner().run(plan, { stages: [256, 512], onUpdate })
    expect(updates.length).toBeGreaterThan(0)
    for (const update of updates) {
      const short = await marketRunner().run({ ...plan, trials: update.trials })
      expect(summariesOf(update)).toEqual(summariesOf(short))
    }
  })

  it('computes again only the cases that an edit of levers touches', async () => {
    const runner = marketRunner()
    await runner.run(plan)
    const edited = await runner.run(editLevers(plan))
    expect(edited.computed).toBe(4)
    expect(edited.reused).toBe(16)
    const back = await runner.run(plan)
    expect(back.computed).toBe(0)
    expect(edited.digest).toBe((await marketRunner().run(editLevers(plan))).digest)
  })

  it('digests the outcomes its plan names, whatever was run before', async () => {
    const runner = marketRunner()
    const ids = market.outcomes.map(({ id }) => id)
    const { digest } = await runner.run(plan)
    const reversed = await runner.run({ ...plan, digestOf: ids.toReversed() })
    expect(reversed.digest).not.toBe(digest)
    expect((await runner.run({ ...plan, digestOf: ids })).digest).toBe(digest)
    await expect(runner.run({ ...plan, digestOf: ['charm'] })).rejects.toThrow(/got charm/)
  })

  it('stops when aborted and leaves the runner usable', async () => {
    const runner = marketRunner()
    const control = new AbortController()
    const onProgress = () => control.abort(new Error('enough'))
    await expect(runner.run(plan, { signal: control.signal, onProgress })).rejects.toThrow('enough')
    await expect(runner.run(plan, { signal: control.signal })).rejects.toThrow('enough')
    const again = await runner.run(plan)
    expect(again.digest).toBe((await afresh()).digest)
  })

  it('keeps summaries alone where the columns would be too many', async () => {
    const whole = await afresh()
    const lean = await marketRunner().run(plan, { summariesOnly: true })
    expect(lean.digest).toBe(whole.digest)
    expect(summariesOf(lean)).toEqual(summariesOf(whole))
    expect(lean.cases.every(({ columns }) => columns.outcomes.every((c) => c.length === 0))).toBe(
      true,
    )
  })

  it.each(['work', 'summarise'] as const)(
    'survives workers that die at %s, with the same digest',
    async (method) => {
      const deaths = { left: 3 }
      const runner = new Runner(market, new Pool(() => mortalLink(deaths, method), 2))
      const results = await runner.run(plan)
      expect(deaths.left).toBe(0)
      expect(results.digest).toBe((await afresh()).digest)
    },
  )

  it('says in words that workers cannot be loaded', async () => {
    const runner = createNodeRunner({ workers: 2, script: new URL('file:///nowhere/worker.js') })
    await expect(runner.run(plan)).rejects.toThrow(/calculation could not start/)
    runner.dispose()
  })

  it('tests every check on every trial of every case and reports none failing', async () => {
    const { checks } = await marketRunner().run({ ...plan, trials: 300, check: true })
    expect(checks.length).toBe(market.checks.length)
    for (const check of checks) {
      expect(check).toMatchObject({ trials: 300 * 5, failures: 0, firstFailing: null })
    }
  })
})

describe('replaying a trial', () => {
  it('gives the very outcomes that the run has in that place', async () => {
    const runner = marketRunner()
    const results = await runner.run(plan)
    for (const trial of [0, 255, 256, 999]) {
      const future = await runner.replay(plan, trial)
      for (const { strategy, columns } of results.cases) {
        const replayed = future.scenarios[0].cases.find((one) => one.strategy === strategy)
        market.outcomes.forEach((outcome, o) => {
          if (outcome.kind === 'category') return
          const block = columns.outcomes[trial >> 8]
          const trials = block.length / market.outcomes.length
          expect(replayed?.outcomes[outcome.id]).toBe(block[o * trials + (trial & 255)])
        })
      }
    }
  })

  it('refuses a trial that the run does not have', async () => {
    const runner = marketRunner()
    await expect(runner.replay(plan, 1000)).rejects.toThrow(/0 to 999.*got 1000/)
  })
})
