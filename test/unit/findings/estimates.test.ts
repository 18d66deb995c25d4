import { ALL } from '../../../src/engine/selection.ts'
import { expect, test } from 'vitest'
import { isClear } from '../../../src/findings/estimates.ts'
import { strategyRows, ranked } from '../../../src/findings/strategy-rows.ts'
import { verdictFor } from '../../../src/findings/verdict-facts.ts'
import { wordsIn } from '../../../src/findings/verdict.ts'
import { market } from '../../../models/index.ts'
import type { CaseResults } from '../../../src/workers/results.ts'
import { basePlan } from '../../plans.ts'
import { estimateOf, pairedEstimate, runner, splitOf } from './asked.ts'

const plan = basePlan({ trials: 1024 })
const results = await runner.run(plan)
const npv = market.outcomes[0]
const [none, , deep, , exclusive] = results.cases
const caseOf = (id: string) => {
  const found = results.cases.find(({ strategy }) => strategy === id)
  if (!found) throw new Error(`no case of ${id}`)
  return found
}

test('the parts of a mean add up to it, over all futures and over those that close', async () => {
  for (const means of ['all', 'condition'] as const) {
    const split = async (one: CaseResults) =>
      [one.strategy, await splitOf(results, one, means)] as const
    const splits = Object.fromEntries(await Promise.all(results.cases.map(split)))
    for (const { mean, parts } of strategyRows(results, npv, means, splits)) {
      const sum = parts.reduce((total, { estimate }) => total + estimate.value, 0)
      expect(sum).toBeCloseTo(mean.value, 9)
    }
  }
})

test('a sum of one outcome is that outcome, error and all', async () => {
  const { summary } = deep
  const all = await estimateOf(results, deep, [['npv', 1]], 'all')
  expect(all.value).toBeCloseTo(summary.outcomes.npv.mean, 12)
  expect(all.error).toBeCloseTo(summary.outcomes.npv.standardError ?? NaN, 12)
  const closed = await estimateOf(results, deep, [['npv', 1]], 'condition')
  expect(closed.value).toBeCloseTo(summary.condition.outcomes.npv.mean, 12)
  expect(closed.error).toBeCloseTo(summary.condition.outcomes.npv.standardError ?? NaN, 12)
})

test('a paired difference is what the workers say, and surer than two means apart', async () => {
  const ours = await pairedEstimate(results, [exclusive, deep], 'npv')
  const { difference } = await runner.ask('pair', results, {
    a: { strategy: 'exclusive', scenario: 'base' },
    b: { strategy: 'deepTechnical', scenario: 'base' },
    outcome: 'npv',
    selection: ALL,
  })
  expect(ours.value).toBeCloseTo(difference.mean, 12)
  expect(ours.error).toBeCloseTo(difference.standardError ?? NaN, 12)
  const apart = Math.hypot(
    exclusive.summary.outcomes.npv.standardError ?? 0,
    deep.summary.outcomes.npv.standardError ?? 0,
  )
  expect(ours.error).toBeLessThan(apart)
})

test('where nothing closes, what is said if it closes is said of all futures', async () => {
  const [row] = strategyRows(results, npv, 'condition')
  expect(row.isReference).toBe(true)
  expect(row.mean).toEqual({ value: 0, error: 0 })
  expect(await estimateOf(results, none, [['npv', 1]], 'condition')).toEqual(row.mean)
})

test('an effect is clear beyond two errors, and never without an error', () => {
  expect(isClear({ value: -2.1, error: 1 })).toBe(true)
  expect(isClear({ value: 2, error: 1 })).toBe(false)
  expect(isClear({ value: 5, error: null })).toBe(false)
})

test('every outcome has a verdict of at most 45 words, made of figures', async () => {
  for (const outcome of market.outcomes) {
    if (outcome.kind !== 'number') continue
    const ranking = ranked(strategyRows(results, outcome, 'all'), outcome.better)
    const [best, next] = ranking.map(({ id }) => caseOf(id))
    const text = verdictFor(
      outcome,
      ranking,
      { isSunk: false, statusQuo: 'none' },
      {
        where: 'all',
        against: null,
        overStatusQuo: null,
        lead: await pairedEstimate(results, [best, next], outcome.id),
        split: await splitOf(results, best, 'all'),
        drivers: null,
      },
    )
    expect(wordsIn(text)).toBeLessThanOrEqual(45)
    expect(text).toMatch(/\.$/)
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/)
  }
})
