import { expect, it } from 'vitest'
import { hasCome, OBSERVED_UNTIL } from '../../../models/observed-until.ts'
import { cameSince, vantages } from '../../../models/index.ts'
import { ALL, type Selection } from '../../../src/engine/selection.ts'
import { defaultStudy, planOf, resolveStudy } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const study = { ...defaultStudy('2024-03'), trials: 512 }
const results = await runner.run(planOf(resolveStudy(study)))
const cases = results.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
const outcomes = ['npv', 'peakCashAtRisk']
const near = (low: number, high: number): Selection => ({
  kind: 'between',
  of: { input: 'awsShare@3' },
  low,
  high,
})

it('says over all futures what the run says', async () => {
  const found = await runner.ask('summaries', results, { cases, outcomes, selection: ALL })
  for (const [index, { summary }] of results.cases.entries()) {
    const { dealOutcome } = summary.categories
    expect(found[index]).toMatchObject({
      trials: 512,
      outcomes: { npv: summary.outcomes.npv },
      categories: { dealOutcome },
      condition: { count: summary.condition.count, fraction: summary.condition.fraction },
    })
    expect(found[index]?.condition.outcomes.npv).toEqual(summary.condition.outcomes.npv)
  }
})

it('says over a part of them what the estimates of that part are', async () => {
  const selection = near(0.29, 0.31)
  const found = await runner.ask('summaries', results, { cases, outcomes, selection })
  const wanted = cases.map((one) => ({ case: one, terms: [['npv', 1]] as const, selection }))
  const means = await runner.ask('estimates', results, { wanted })
  expect(found[0]?.trials).toBeGreaterThan(0)
  expect(found[0]?.trials).toBeLessThan(512)
  for (const [index, { value, error }] of means.entries()) {
    expect(found[index]?.outcomes.npv.mean).toBe(value)
    expect(found[index]?.outcomes.npv.standardError).toBe(error)
  }
})

it('says nothing where no future meets the selection', async () => {
  const none = await runner.ask('summaries', results, { cases, outcomes, selection: near(2, 3) })
  expect(none).toEqual(cases.map(() => null))
})

it('has fans of the same futures', async () => {
  const selection = near(0.29, 0.31)
  const [counted] = await runner.ask('summaries', results, { cases, outcomes, selection })
  const [found] = await runner.series(results, cases.slice(0, 1), { selection })
  const [all] = await runner.series(results, cases.slice(0, 1))
  expect(found.trials).toBe(counted?.trials)
  expect(all.trials).toBe(512)
  const { p5, p95 } = found.series.awsShare
  expect(p5[3]).toBeGreaterThanOrEqual(0.29)
  expect(p95[3]).toBeLessThanOrEqual(0.31)
  expect(found.singles.awsShare).toHaveLength(10)
  for (const one of found.singles.awsShare) expect(Math.abs(one[3] - 0.3)).toBeLessThan(0.0101)
  const none = await runner.series(results, cases.slice(0, 1), { selection: near(2, 3) })
  expect(none).toEqual([{ trials: 0, series: {}, singleTrials: [], singles: {} }])
})

it('drivers are found of the same futures', async () => {
  const selection = near(0.29, 0.31)
  const [, one] = cases
  const drivers = await runner.ask('drivers', results, { case: one, outcome: 'npv', selection })
  expect(drivers.length).toBeGreaterThan(0)
  expect(drivers.some(({ id }) => id.includes('@'))).toBe(false)
})

it('knows without the history from which vantages something has come', () => {
  for (const { id } of vantages) expect(hasCome(id)).toBe(cameSince(id).length > 0)
  expect(cameSince('2024-03').at(-1)?.quarter).toBe(OBSERVED_UNTIL)
})
