import { describe, expect, it } from 'vitest'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const stages = [256, 1024]
const plan = toyPlan({ trials: 5000 })

async function updatesOf(one: RunPlan, workers = 1, asked = stages): Promise<RunResults[]> {
  const updates: RunResults[] = []
  const { runner } = watchedRunner(toyModel, workers)
  await runner.run(one, { stages: asked, onUpdate: (results) => void updates.push(results) })
  return updates
}

describe.each([1, 2, 3])('the stages of a run on %i workers', (workers) => {
  it('come in order and each is the run of so many trials', async () => {
    const updates = await updatesOf(plan, workers)
    expect(updates.map(({ trials }) => trials)).toEqual(stages)
    for (const { trials, total, digest, cases } of updates) {
      expect(total).toBe(5000)
      // Only a finished run has a digest: a first picture is not to be taken for it.
      expect([digest, ...cases.map((one) => one.digest)]).toEqual(Array(7).fill(null))
      const short = await createInlineRunner(toyModel).run({ ...plan, trials })
      expect(cases.map(({ summary }) => summary)).toEqual(short.cases.map((one) => one.summary))
      expect(cases.map(({ columns }) => columns.outcomes)).toEqual(
        short.cases.map(({ columns }) => columns.outcomes),
      )
    }
  })

  it('leave the digest as it is without them', async () => {
    const { runner } = watchedRunner(toyModel, workers)
    const { digest } = await runner.run(plan, { stages, onUpdate: () => {} })
    expect(digest).toBe((await createInlineRunner(toyModel).run(plan)).digest)
  })
})

describe('stages', () => {
  it('as long as the run or longer are left out', async () => {
    const updates = await updatesOf({ ...plan, trials: 1024 }, 1, [256, 1024, 4096])
    expect(updates.map(({ trials }) => trials)).toEqual([256])
  })

  it('are rounded up to whole blocks', async () => {
    const updates = await updatesOf(plan, 1, [1, 100, 700])
    expect(updates.map(({ trials }) => trials)).toEqual([256, 768])
    for (const { trials, cases } of updates) {
      const short = await createInlineRunner(toyModel).run({ ...plan, trials })
      expect(cases.map(({ summary }) => summary)).toEqual(short.cases.map((one) => one.summary))
    }
  })

  it('are none where all is known from before', async () => {
    const runner = createInlineRunner(toyModel)
    const first = await runner.run(plan)
    const updates: RunResults[] = []
    const again = await runner.run(plan, { stages, onUpdate: (one) => void updates.push(one) })
    expect(again.computed).toBe(0)
    expect(again.digest).toBe(first.digest)
    expect(updates).toEqual([])
  })
})

describe('progress', () => {
  it('counts every block of every scenario once, up to all', async () => {
    const seen: [number, number][] = []
    const onProgress = (done: number, total: number) => void seen.push([done, total])
    await watchedRunner(toyModel, 3).runner.run({ ...plan, trials: 1000 }, { onProgress })
    expect(seen).toEqual(Array.from({ length: 8 }, (_, i) => [i + 1, 8]))
  })
})
