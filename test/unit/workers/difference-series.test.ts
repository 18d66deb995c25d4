import { expect, test } from 'vitest'
import type { CaseRef } from '../../../src/engine/plan.ts'
import { summariseDifference } from '../../../src/engine/statistics/series-difference.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { samplings } from '../engine/blocks.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const large: CaseRef = { strategy: 'large', scenario: 'base' }
const none: CaseRef = { strategy: 'none', scenario: 'base' }
const dear: CaseRef = { strategy: 'large', scenario: 'dear' }
const turned = (values: readonly number[]) => values.map((value) => 0 - value)

/** A selection of what is drawn. */
const rich = {
  kind: 'between',
  of: { input: 'income' },
  low: 2,
  high: 100,
} as const

test('four futures of one series in two blocks are summed up by hand', () => {
  // Two quarters and the start: [(t) * rows + row] in blocks of three futures and one.
  const blocks = [Float32Array.of(0, 0, 0, 1, -1, 3, 0, 0, 2), Float32Array.of(0, 5, -2)]
  const steps = summariseDifference(toyModel, 2, blocks, 1)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const { trials, series } = step.value
  expect(trials).toBe(4)
  expect(series.wealth.mean).toEqual([0, 2, 0])
  expect(series.wealth.above).toEqual([0, 0.75, 0.25])
  expect(series.wealth.below).toEqual([0, 0.25, 0.25])
  expect(series.wealth.p50).toEqual([0, 2, 0])
  // Deviations −1, −3, 1, 3: variance 20 / 3, of a mean of four 5 / 3.
  expect(series.wealth.standardError[1]).toBeCloseTo(Math.sqrt(5 / 3), 12)
})

test.each(samplings)('laws of the difference of two cases, %s', async (sampling) => {
  const runner = createInlineRunner(toyModel)
  const of = await runner.run(toyPlan({ sampling, trials: 700 }))
  for (const other of [none, dear]) {
    const ab = await runner.differenceSeries(of, [large, other])
    const ba = await runner.differenceSeries(of, [other, large])
    expect(ab.trials).toBe(700)
    const [one, two] = await runner.series(of, [large, other])
    const { wealth } = ab.series
    expect(turned(ba.series.wealth.mean)).toEqual(wealth.mean)
    expect(ba.series.wealth.standardError).toEqual(wealth.standardError)
    expect(ba.series.wealth.above).toEqual(wealth.below)
    for (const [low, high] of [
      ['p5', 'p95'],
      ['p25', 'p75'],
      ['p50', 'p50'],
    ] as const) {
      ba.series.wealth[low].forEach((value, t) => expect(-value).toBeCloseTo(wealth[high][t], 9))
    }
    wealth.mean.forEach((value, t) =>
      expect(value).toBeCloseTo(one.series.wealth.mean[t] - two.series.wealth.mean[t], 4),
    )
    // At the horizon the series is the outcome, and so is its difference.
    const request = { a: large, b: other, outcome: 'wealth', selection: { kind: 'all' } } as const
    const { difference } = await runner.ask('pair', of, request)
    expect(wealth.mean[8]).toBeCloseTo(difference.mean, 4)
    expect(wealth.standardError[8]).toBeCloseTo(difference.standardError ?? 0, 4)
    expect(wealth.above[8]).toBeCloseTo(difference.wins, 9)
  }
})

test('of a case with itself, and of equal beliefs in two scenarios, it is 0 everywhere', async () => {
  const [world] = toyPlan().worlds
  const plan = toyPlan({ scenarios: [world, { ...world, id: 'twin', label: 'Twin' }], trials: 600 })
  const runner = createInlineRunner(toyModel)
  const of = await runner.run(plan)
  for (const other of [large, { ...large, scenario: 'twin' }]) {
    const { wealth } = (await runner.differenceSeries(of, [large, other])).series
    for (const line of Object.values(wealth)) expect(line).toEqual(Array(9).fill(0))
    const request = { a: large, b: other, outcome: 'extra', selection: { kind: 'all' } } as const
    const { difference } = await runner.ask('pair', of, request)
    expect(difference).toMatchObject({ mean: 0, standardError: 0, ties: 1 })
    expect(await runner.ask('differenceDrivers', of, request)).toEqual([])
  }
})

test('over a selection it is that of its futures, and of none nothing', async () => {
  const runner = createInlineRunner(toyModel)
  const of = await runner.run(toyPlan({ trials: 700 }))
  const all = await runner.differenceSeries(of, [large, none])
  const some = await runner.differenceSeries(of, [large, none], { selection: rich })
  expect(some.trials).toBeGreaterThan(200)
  expect(some.trials).toBeLessThan(500)
  const [one, two] = await runner.series(of, [large, none], { selection: rich })
  expect(some.trials).toBe(one.trials)
  some.series.wealth.mean.forEach((value, t) =>
    expect(value).toBeCloseTo(one.series.wealth.mean[t] - two.series.wealth.mean[t], 4),
  )
  expect(some.series.wealth.mean).not.toEqual(all.series.wealth.mean)
  const never = { ...rich, low: 99 }
  const nothing = await runner.differenceSeries(of, [large, none], { selection: never })
  expect(nothing).toEqual({ trials: 0, series: {}, singles: {} })
})

test('it is known when asked again, survives a worker that dies, and stops when told', async () => {
  const plan = toyPlan({ trials: 700 })
  const alone = createInlineRunner(toyModel)
  const expected = await alone.differenceSeries(await alone.run(plan), [large, dear])
  const { runner, watch } = watchedRunner(toyModel, 2)
  const of = await runner.run(plan)
  watch.before = (method, call) => (method === 'differenceSeries' && call === 1 ? 'die' : undefined)
  expect(await runner.differenceSeries(of, [large, dear])).toEqual(expected)
  const calls = watch.calls.differenceSeries
  await runner.differenceSeries(of, [large, dear])
  expect(watch.calls.differenceSeries).toBe(calls)
  const stop = AbortSignal.abort(new Error('enough'))
  await expect(runner.differenceSeries(of, [none, dear], { signal: stop })).rejects.toThrow(
    'enough',
  )
})
