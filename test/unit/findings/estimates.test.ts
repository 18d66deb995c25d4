import { ALL } from '../../../src/engine/selection.ts'
import { expect, test } from 'vitest'
import { isClear } from '../../../src/findings/estimates.ts'
import { strategyRows, ranked } from '../../../src/findings/strategy-rows.ts'
import {
  choicePictureOf,
  flipsIn,
  judgedBy,
  verdictOn,
} from '../../../src/app/state/choice-picture.ts'
import { market } from '../../../models/index.ts'
import type { CaseResults } from '../../../src/workers/results.ts'
import { basePlan } from '../../plans.ts'
import { estimateOf, pairedEstimate, runner, splitOf } from './asked.ts'

const plan = basePlan({ trials: 1024 })
const results = await runner.run(plan)
const npv = market.outcomes[0]
const [none, , deep, , exclusive] = results.cases

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

test('every outcome has a verdict that is true of its figures', async () => {
  for (const outcome of market.outcomes) {
    if (outcome.kind !== 'number') continue
    const overAll = ranked(strategyRows(results, outcome, 'all'), outcome.better)
    const of = { study: 'a', overAll, tolerance: null, where: 'condition' } as const
    const picture = await choicePictureOf(runner, results, outcome, of)
    const judged = judgedBy(picture, 0.5)
    if (!judged) throw new Error('nothing was judged')
    const flips = await flipsIn(runner, picture)
    const verdict = verdictOn(judged, { flips, drivers: null, where: 'all' })
    const text = [verdict?.headline, ...(verdict?.rest ?? [])].join(' ')
    expect(text).toMatch(/\.$/)
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/)
    const [first] = overAll
    expect(text).toContain(outcome.better === 'neutral' ? outcome.label.slice(1) : first.label)
    for (const { label, lead } of judged.choice.rivals) {
      const isBest = text.includes('is best') || text.includes(' has the ')
      if (isBest) expect(Math.abs(lead.value), label).toBeGreaterThan(2 * (lead.error ?? 0))
      if (isBest && outcome.unit === 'USD bn') expect(lead.value).toBeGreaterThanOrEqual(0.5)
    }
  }
})
