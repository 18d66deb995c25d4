import { describe, expect, test } from 'vitest'
import { folds } from '../../../src/engine/folds.ts'
import { designs } from '../../../src/engine/sampling/index.ts'
import { summariseCase } from '../../../src/engine/statistics/index.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { watchedRunner } from '../workers/links.ts'
import { runBlocks, samplings } from './blocks.ts'
import { toyModel, toyPlan } from './toy-model.ts'

describe.each(samplings)('the fold of means, %s', (sampling) => {
  test.each([1, 2, 100, 256, 300, 1000, 1300])('of %i trials is the summary’s', (trials) => {
    const plan = toyPlan({ sampling, trials })
    const { replicate } = designs[sampling]
    const { cases, blocks } = runBlocks(toyModel, plan)
    cases[1].forEach((columns, at) => {
      const { outcomes } = summariseCase(toyModel, columns, replicate)
      const parts = blocks[1].map((one) =>
        folds.means.block(toyModel, one.cases[at].outcomes, one.trials, replicate),
      )
      const found = folds.means.finish(toyModel, parts, replicate)
      expect(Object.keys(found)).toEqual(Object.keys(outcomes))
      for (const [id, { mean, standardError }] of Object.entries(outcomes)) {
        expect(found[id].trials).toBe(trials)
        expect(found[id].mean).toBeCloseTo(mean, 9)
        if (standardError === null) expect(found[id].standardError).toBeNull()
        else expect(found[id].standardError).toBeCloseTo(standardError, 9)
      }
    })
  })
})

test.each([1, 2, 3])('a fold on %i workers is one and the same, also if one dies', async (size) => {
  const plan = toyPlan({ trials: 700 })
  const alone = await createInlineRunner(toyModel).fold(plan, 'means')
  const { runner, watch } = watchedRunner(toyModel, size)
  watch.before = (method, call) => (method === 'fold' && call === 2 ? 'die' : undefined)
  expect(await runner.fold(plan, 'means')).toEqual(alone)
  expect(watch.calls.work).toBe(0)
})

test('a fold that is aborted rejects with the reason', async () => {
  const stop = new AbortController()
  const reason = new Error('enough')
  const folding = createInlineRunner(toyModel).fold(toyPlan(), 'means', {
    signal: stop.signal,
    onProgress: () => stop.abort(reason),
  })
  await expect(folding).rejects.toBe(reason)
})

test('a grid of levers folds as it would be summarised, beside a run on the same worker', async () => {
  const [, small] = toyModel.strategies
  const strategies = Array.from({ length: 70 }, (_, i) => ({
    ...small,
    id: `${i}`,
    levers: { ...small.levers, size: i / 10 },
  }))
  const grid = toyPlan({ trials: 700, strategies })
  const runner = createInlineRunner(toyModel)
  const [folded, beside] = await Promise.all([
    runner.fold(grid, 'means'),
    runner.run(toyPlan({ trials: 600 })),
  ])
  const { cases } = await createInlineRunner(toyModel).run(grid)
  expect(folded).toHaveLength(140)
  cases.forEach(({ summary }, at) => {
    for (const [id, { mean, standardError }] of Object.entries(summary.outcomes)) {
      expect(folded[at][id].mean).toBeCloseTo(mean, 9)
      expect(folded[at][id].standardError).toBeCloseTo(standardError ?? NaN, 9)
    }
  })
  const alone = await createInlineRunner(toyModel).run(toyPlan({ trials: 600 }))
  expect(beside.digest).toBe(alone.digest)
})
