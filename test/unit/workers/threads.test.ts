import type { Analyses, AnalysisId, RequestOf } from '../../../src/analyses/index.ts'
import { ALL, CLOSES } from '../../../src/engine/selection.ts'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeRunner } from '../../../src/workers/node-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import type { Runner } from '../../../src/workers/runner.ts'
import { basePlan } from '../../plans.ts'
import { marketRunner } from '../models/bundled.ts'

const script = new URL('../../../build/node-worker.js', import.meta.url)
const plan = basePlan({ trials: 700, quarters: 8 })

/** Threads started since the test began. */
let threads: Worker[] = []
const gone = new WeakSet<Worker>()
const onThread = (worker: Worker) => {
  threads.push(worker)
  worker.once('exit', () => gone.add(worker))
}
const alive = () => threads.filter((worker) => !gone.has(worker)).length
let runner: Runner | undefined

beforeEach(() => {
  threads = []
  process.on('worker', onThread)
})
afterEach(() => {
  process.off('worker', onThread)
  runner?.dispose()
  runner = undefined
})

function start(workers: number, from = script): Runner {
  runner = createNodeRunner({ workers, script: from })
  return runner
}

let known: Promise<RunResults> | undefined
/** The same in this thread. */
const here = () => (known ??= marketRunner().run(plan))

describe('worker threads', () => {
  it.each([1, 2, 3])('as many as asked for (%i) give the digest of one thread', async (workers) => {
    const there = await start(workers).run(plan)
    expect(threads).toHaveLength(workers)
    expect(there.digest).toBe((await here()).digest)
    expect(there.cases.map(({ digest }) => digest)).toEqual(
      (await here()).cases.map(({ digest }) => digest),
    )
  })

  it('that die in the middle of a run are replaced, and the digest is the same', async () => {
    const long = basePlan({ trials: 2000, quarters: 8 })
    const calm = await start(2).run(long)
    const fresh = createNodeRunner({ workers: 2, script })
    const before = threads.length
    const killed: number[] = []
    const onProgress = (done: number, total: number) => {
      if (done !== 3 && done !== 6) return
      expect(done).toBeLessThan(total)
      killed.push(done)
      void threads[before + (done === 3 ? 0 : 1)].terminate()
    }
    const results = await fresh.run(long, { onProgress })
    expect(killed).toEqual([3, 6])
    expect(threads.length - before).toBe(4)
    expect(results.digest).toBe(calm.digest)
    fresh.dispose()
  })

  it('answer questions about columns as this thread does', async () => {
    const [there, inline] = [start(2), marketRunner()]
    const results = await there.run(plan)
    const [, a, b] = results.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
    const both = async <Id extends AnalysisId>(id: Id, request: RequestOf<Analyses[Id]>) =>
      expect(await there.ask(id, results, request)).toEqual(await inline.ask(id, results, request))
    await both('shapes', { cases: [a, b], outcome: 'npv', selection: CLOSES })
    await both('pair', { a, b, outcome: 'npv', selection: ALL })
    await both('drivers', { case: a, outcome: 'npv', selection: ALL })
    expect(await there.replay(plan, 699)).toEqual(await inline.replay(plan, 699))
  })

  it('end when the runner is put away, also those still loading', async () => {
    await start(2).run({ ...plan, trials: 1 })
    const hasty = createNodeRunner({ workers: 2, script })
    const running = hasty.run(plan)
    const refused = expect(running).rejects.toThrow('the calculation has been shut down')
    hasty.dispose()
    await refused
    runner?.dispose()
    await expect.poll(alive).toBe(0)
    // A run of one block starts one.
    expect(threads).toHaveLength(3)
  })
})

const text = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)

describe('a worker that cannot load says why, soon', () => {
  it.each([
    ['is not there', new URL('file:///nowhere/worker.js'), /Cannot find module/],
    ['throws', text('throw new Error("no room")'), /no room/],
    ['is no JavaScript', text('this is not'), /Unexpected|identifier/],
    ['ends at once', text('process.exit(0)'), /it ended/],
  ])('if its file %s', async (_what, from, reason) => {
    const running = start(2, from).run(plan)
    await expect(running).rejects.toThrow(/^the calculation could not start: /)
    // Not by running out of patience, which has words of its own.
    await expect(running).rejects.toThrow(reason)
    await expect.poll(alive).toBe(0)
  })
})
