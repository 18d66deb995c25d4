import { expect, test } from 'vitest'
import { everyFuture, type RunCase, type Selection } from '../../../src/engine/selection.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'

const runner = createInlineRunner(toyModel)
const results = await runner.run(toyPlan({ trials: 1200 }))
const scenario = 'base'
const small: RunCase = { strategy: 'small', scenario }
const large: RunCase = { strategy: 'large', scenario }
const none: RunCase = { strategy: 'none', scenario }
const closes: Selection = { kind: 'condition' }
const ids = toyModel.outcomes.map(({ id }) => id)
const summaryOf = ({ strategy }: RunCase) => {
  const found = results.cases.find((one) => one.scenario === scenario && one.strategy === strategy)
  if (!found) throw new Error(`no case of ${strategy}`)
  return found.summary
}

test('over all futures and over those that close a summary is the run’s own, to the bit', async () => {
  const ask = { of: results, case: small, outcomes: ids }
  const all = await runner.ask('summary', { ...ask, selection: everyFuture })
  const { outcomes, categories, condition } = summaryOf(small)
  expect(all).toMatchObject({ outcomes, categories })
  const closed = await runner.ask('summary', { ...ask, selection: closes })
  expect(closed.outcomes).toEqual(condition.outcomes)
  expect(closed.futures).toEqual({ trials: 1200, count: condition.count, isNone: false })
  expect(closed.categories).toEqual({ state: { none: 0, failed: 0, built: 1 } })
})

test('where none closes all are counted, which is said', async () => {
  const ask = { of: results, case: none, outcomes: ids }
  const { outcomes, futures } = await runner.ask('summary', { ...ask, selection: closes })
  expect(outcomes).toEqual(summaryOf(none).outcomes)
  expect(futures).toEqual({ trials: 1200, count: 1200, isNone: true })
})

test.each([everyFuture, closes])(
  'one mean has one value and error, asked anyhow: %j',
  async (selection) => {
    const about = { of: results, outcome: 'extra', selection }
    const term = (one: RunCase, sign: 1 | -1) => ({ case: one, outcome: 'extra', sign })
    const [alone, apart] = await runner.ask('estimates', {
      of: results,
      sums: [
        { selection, terms: [term(small, 1)] },
        { selection, terms: [term(large, 1), term(small, -1)] },
      ],
    })
    const { outcomes } = await runner.ask('summary', { ...about, case: small, outcomes: ['extra'] })
    expect(alone.value).toBe(outcomes.extra.mean)
    expect(alone.error).toBe(outcomes.extra.standardError)
    const [lead] = await runner.ask('leads', { ...about, first: large, others: [small] })
    const { difference } = await runner.ask('pair', { ...about, a: large, b: small })
    const { points } = await runner.ask('convergence', { ...about, a: large, b: small })
    const last = points[points.length - 1]
    for (const { mean, standardError } of [lead, difference, last]) {
      expect([mean, standardError]).toEqual([apart.value, apart.error])
    }
  },
)

test('what is read off a distribution is that of its shape', async () => {
  const about = { of: results, case: small, outcome: 'extra', selection: closes }
  const { sorted, count, futures } = await runner.ask('shape', about)
  const read = await runner.ask('readings', {
    ...about,
    quantiles: [0.5],
    targets: [
      { at: sorted[10], side: 'atLeast' },
      { at: sorted[10], side: 'atMost' },
    ],
  })
  expect(read.futures).toEqual(futures)
  expect(read.quantiles[0].value).toBe(summaryOf(small).condition.outcomes.extra.p50)
  expect(read.chances.map(({ value }) => Math.round(value * count))).toEqual([count - 10, 11])
  for (const { error } of [...read.quantiles, ...read.chances]) expect(error).toBeGreaterThan(0)
})
