import { describe, expect, test } from 'vitest'
import { exactWeights, weighedBy } from '../../../src/analyses/shapley.ts'
import type { Distribution } from '../../../src/engine/distributions/index.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import {
  beliefsWith,
  bridged,
  bridgeEnd,
  CORRELATIONS,
  entriesOf,
  leversWith,
} from '../../../src/study/bridge.ts'
import { planOf, resolveStudy, type Study } from '../../../src/study/index.ts'
import { market } from '../../../models/index.ts'
import { bridge, type BridgeAnswer } from '../../../src/workers/bridge.ts'
import type { BridgeSide } from '../../../src/workers/bridge-side.ts'
import { watchedRunner } from './links.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const constant = (value: number): Distribution => ({ kind: 'constant', value })
const changes: Readonly<Record<string, Distribution>> = {
  wacc: constant(0.11),
  taxRate: constant(0.25),
  openaiDistress: { kind: 'bernoulli', probability: 0.4 },
  signingRate: constant(0.5),
  trainingAdvantage: constant(0.05),
  commitmentFulfilment: constant(0.6),
  aiCorrection: { kind: 'bernoulli', probability: 0.5 },
  inferenceAdvantage: constant(0.05),
  openaiReturn: constant(0.05),
}
const first = (count: number) => Object.fromEntries(Object.entries(changes).slice(0, count))

function planWith(study: Partial<Study>, beliefs: number, trials = 300): RunPlan {
  return planOf(
    resolveStudy({
      trials,
      horizonQuarters: 8,
      scenarios: ['base', { id: 'mine', overrides: first(beliefs) }],
      ...study,
    }),
  )
}

function between(plan: RunPlan, a: string, b: string) {
  const [from, to] = [a, b].map((name) => {
    const [strategy, scenario] = name.split('@')
    return bridgeEnd(plan, { strategy, scenario })
  })
  return bridged(plan, from, to)
}

const ask = { outcome: 'npv', negligible: 0.5 }
const sum = (bars: readonly { readonly value: number }[]) =>
  bars.reduce((all, { value }) => all + value, 0)

/** All levels add up. */
function expectExact(answer: BridgeAnswer, over: ReturnType<typeof between>) {
  const { from, to, difference, decide, believe, together, terms, beliefs } = answer
  expect(to.value - from.value).toBeCloseTo(difference.value, 10)
  expect(decide.value + believe.value + together.value).toBeCloseTo(difference.value, 10)
  const sides = [
    [over.decide, terms, decide],
    [over.believe, beliefs, believe],
  ] as const
  for (const [groups, side, whole] of sides) {
    const found = side as BridgeSide
    expect(found.isDone).toBe(true)
    expect(found.entries.map(({ id }) => id)).toEqual(entriesOf(groups))
    if (groups.length === 0) continue
    expect(sum(found.entries)).toBeCloseTo(whole.value, 10)
    expect(sum(found.groups)).toBeCloseTo(whole.value, 10)
    for (const { id, entries } of groups) {
      const mine = found.entries.filter((one) => entries.includes(one.id))
      expect(found.groups.find((one) => one.id === id)?.value).toBeCloseTo(sum(mine), 10)
    }
  }
}

describe('a bridge adds up at every level', () => {
  test.each([
    ['exclusive@base', 'exclusive@mine', 3],
    ['exclusive@base', 'deepTechnical@base', 0],
    ['deepTechnical@mine', 'nonExclusive@base', 4],
    ['none@base', 'exclusive@mine', 2],
    ['exclusive@mine', 'none@base', 2],
  ])('%s to %s', async (a, b, beliefs) => {
    const over = between(planWith({}, beliefs), a, b)
    const answer = await bridge(runner, over, ask)
    expectExact(answer, over)
    expect(answer.terms?.orders).toBe(0)
    expect(answer.trials).toBe(300)
  })

  test('with sampled orders', async () => {
    const over = between(planWith({}, 9, 256), 'deepTechnical@base', 'deepTechnical@mine')
    const known: BridgeAnswer[] = []
    const parts: number[] = []
    const answer = await bridge(runner, over, {
      ...ask,
      onUpdate: (one) => known.push(one),
      onProgress: (part) => parts.push(part),
    })
    expectExact(answer, over)
    expect(answer.beliefs?.orders).toBeGreaterThanOrEqual(16)
    // Two bars at once, then the terms, then beliefs over more and more orders: all of them add up.
    expect(known[0]).toMatchObject({ terms: null, beliefs: null })
    expect(known[1]).toMatchObject({ beliefs: null })
    expect(known.length).toBeGreaterThanOrEqual(6)
    for (const { beliefs, believe } of known) {
      if (beliefs) expect(sum(beliefs.entries)).toBeCloseTo(believe.value, 10)
    }
    expect(Math.min(...parts)).toBeGreaterThan(0)
    expect(Math.max(...parts)).toBeLessThanOrEqual(1)
  })
})

test('the sides are those of the four cases, and errors are paired', async () => {
  const plan = planWith({}, 3)
  const over = between(plan, 'exclusive@base', 'deepTechnical@mine')
  const answer = await bridge(runner, over, ask)
  const results = await runner.run(plan)
  const ref = (strategy: string, scenario: string) => ({ strategy, scenario })
  const of = (...terms: (readonly [string, string, number])[]) =>
    terms.map(([strategy, scenario, weight]) => ({
      case: ref(strategy, scenario),
      outcome: 'npv',
      weight,
    }))
  const sums = [
    of(['deepTechnical', 'base', 1], ['exclusive', 'base', -1]),
    of(['exclusive', 'mine', 1], ['exclusive', 'base', -1]),
    of(
      ['deepTechnical', 'mine', 1],
      ['deepTechnical', 'base', -1],
      ['exclusive', 'mine', -1],
      ['exclusive', 'base', 1],
    ),
  ]
  const found = await runner.ask('contrasts', results, { sums })
  expect([answer.decide, answer.believe, answer.together]).toEqual(found)
})

test('entries are the Shapley values of their game, worked out the long way', async () => {
  const plan = planWith({}, 3)
  const over = between(plan, 'exclusive@base', 'exclusive@mine')
  const { beliefs } = await bridge(runner, over, ask)
  const ids = entriesOf(over.believe)
  const values = new Map<string, number>()
  for (let set = 0; set < 8; set++) {
    const coalition = set.toString(2).padStart(3, '0')
    const moved = new Set(ids.filter((_, at) => coalition[at] === '1'))
    const [world] = plan.worlds
    const { distributions } = beliefsWith(over, moved)
    const [one] = plan.cases.filter(({ strategy }) => strategy === 'exclusive')
    const run = { ...plan, worlds: [{ ...world, distributions }], cases: [one] }
    const results = await runner.run(run)
    values.set(coalition, results.cases[0].summary.outcomes['npv'].mean)
  }
  exactWeights(3).forEach((weights, at) => {
    const value = weighedBy(weights, (one) => values.get(one) ?? Number.NaN)
    expect(beliefs?.entries[at].value).toBeCloseTo(value, 9)
  })
})

test('a belief that does not matter and a term that is not used have nothing, without an error', async () => {
  const scenarios = [
    'base',
    { id: 'mine', overrides: { wacc: constant(0.11), taxRate: constant(0.25) } },
  ]
  const strategies: Study['strategies'] = [
    { id: 'cheap', levers: { invest: true, upfront: 5, access: 0.5 } },
    { id: 'longer', levers: { invest: true, upfront: 9, access: 0.5, commitmentYears: 9 } },
    { id: 'off', levers: { invest: false, upfront: 9, access: 1 } },
  ]
  const plan = planWith({ scenarios, strategies }, 0)
  const years = await bridge(runner, between(plan, 'cheap@base', 'longer@base'), ask)
  // Nothing is committed, so its years change nothing.
  expect(years.terms?.entries.find(({ id }) => id === 'commitmentYears')).toMatchObject({
    error: 0,
  })
  expect(years.terms?.entries.find(({ id }) => id === 'commitmentYears')?.value).toBeCloseTo(0, 12)
  // Without an offer no term counts, and no belief about it.
  const off = await bridge(runner, between(plan, 'off@base', 'cheap@mine'), ask)
  expect(off.believe).toEqual({ value: 0, error: 0 })
  expect(off.decide.value + off.together.value).toBeCloseTo(off.difference.value, 10)
})

test('a case against itself, or with an offer switched off at both ends, differs in nothing', async () => {
  const strategies: Study['strategies'] = [
    { id: 'off', levers: { invest: false } },
    { id: 'alsoOff', levers: { invest: false, upfront: 20 } },
  ]
  const plan = planWith({ strategies }, 0)
  const over = between(plan, 'off@base', 'alsoOff@mine')
  expect([over.decide, over.believe]).toEqual([[], []])
  const answer = await bridge(runner, over, ask)
  expect(answer.difference).toEqual({ value: 0, error: 0 })
  expect([answer.terms?.entries, answer.beliefs?.entries]).toEqual([[], []])
})

test('pairs of beliefs that move together are one entry, on the same futures', async () => {
  const before = planWith({}, 2)
  const after = planWith({ correlations: [['openaiReturn', 'openaiDistress', -0.6]] }, 2)
  const ref = { strategy: 'exclusive', scenario: 'mine' }
  const over = bridged(after, bridgeEnd(before, ref), bridgeEnd(after, ref))
  expect(entriesOf(over.believe)).toEqual([CORRELATIONS])
  const answer = await bridge(runner, over, ask)
  const means = await Promise.all(
    [before, after].map(async (plan) => {
      const { cases } = await runner.run(plan)
      const found = cases.find(
        ({ strategy, scenario }) => strategy === ref.strategy && scenario === ref.scenario,
      )
      return found?.summary.outcomes['npv'].mean ?? Number.NaN
    }),
  )
  expect(answer.from.value).toBeCloseTo(means[0], 10)
  expect(answer.to.value).toBeCloseTo(means[1], 10)
  expect(answer.beliefs?.entries[0].value).toBeCloseTo(means[1] - means[0], 10)
  const mixed = bridged(
    after,
    bridgeEnd(before, { ...ref, scenario: 'base' }),
    bridgeEnd(after, ref),
  )
  expectExact(await bridge(runner, mixed, ask), mixed)
})

test('terms and beliefs that have moved are those of the second end, the others of the first', () => {
  const over = between(planWith({}, 3), 'exclusive@base', 'deepTechnical@mine')
  const { from, to } = over
  expect(leversWith(over, new Set())).toEqual(from.levers)
  expect(leversWith(over, new Set(entriesOf(over.decide)))).toEqual(to.levers)
  expect(leversWith(over, new Set(['upfront']))).toEqual({ ...from.levers, upfront: 15 })
  expect(beliefsWith(over, new Set())).toEqual(
    expect.objectContaining({ distributions: from.distributions }),
  )
  expect(beliefsWith(over, new Set(entriesOf(over.believe))).distributions).toEqual(
    to.distributions,
  )
  expect(over.decide.map(({ label }) => label)).toEqual([
    'Money offered',
    'Exclusivity',
    'Compute bought',
    'Co-design and access',
  ])
})

test('an abort ends it with its reason, and nothing known is run again', async () => {
  const { runner: watched, watch } = watchedRunner(market, 2)
  const over = between(planWith({}, 2), 'exclusive@base', 'exclusive@mine')
  const stop = new AbortController()
  const reason = new Error('enough')
  const stopped = bridge(watched, over, {
    ...ask,
    signal: stop.signal,
    onUpdate: () => stop.abort(reason),
  })
  await expect(stopped).rejects.toBe(reason)
  const answer = await bridge(watched, over, ask)
  const calls = watch.calls.keep
  expect(await bridge(watched, over, ask)).toEqual(answer)
  expect(watch.calls.keep).toBe(calls)
})

test('entries on fewer futures, carried over to more, are surer than those of the few alone', async () => {
  const plan = planWith({ sampling: 'random' }, 0, 3000)
  const over = between(plan, 'deepTechnical@base', 'exclusive@base')
  const all = await bridge(runner, over, ask)
  const few = await bridge(runner, { ...over, plan: { ...plan, trials: 2048 } }, ask)
  expect([all.terms?.trials, few.terms?.trials]).toEqual([2048, 2048])
  expectExact(all, over)
  const errors = (one: BridgeAnswer) => one.terms?.entries.map(({ error }) => error ?? 0) ?? []
  const [carried, plainly] = [errors(all), errors(few)]
  for (const at of carried.keys()) expect(carried[at]).toBeLessThan(plainly[at] * 1.001)
  expect(Math.max(...carried)).toBeLessThan(Math.max(...plainly))
  // Nowhere surer than so many futures can be.
  for (const at of carried.keys()) {
    expect(carried[at]).toBeGreaterThan(plainly[at] * Math.sqrt(2048 / 3000) * 0.95)
  }
})
