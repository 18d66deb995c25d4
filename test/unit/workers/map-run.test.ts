import { describe, expect, it } from 'vitest'
import { vantages } from '../../../models/index.ts'
import type { PointsAsk } from '../../../src/analyses/points.ts'
import { ALL, CLOSES } from '../../../src/engine/selection.ts'
import { kindsAmong } from '../../../src/findings/map-levels.ts'
import { checkLevers } from '../../../models/levers.ts'
import { defaultStudy, paidBy, planOf, resolveStudy } from '../../../src/study/index.ts'
import { withStrategies } from '../../plans.ts'
import {
  axisValues,
  gridLevers,
  isOffer,
  leversAtPoint,
  offered,
} from '../../../src/study/lever-grid.ts'
import { heldOnFresh } from '../../../src/workers/fresh-futures.ts'
import { frontierRun, type FrontierTask } from '../../../src/workers/frontier-run.ts'
import { type MapPoints, mapRun, type MapTask } from '../../../src/workers/map-run.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const study = resolveStudy({ ...defaultStudy(), trials: 640, horizonQuarters: 8 })
const plan = planOf(study)
const exclusive = study.strategies.find(({ id }) => id === 'exclusive')?.levers ?? {}
const ask: PointsAsk = {
  outcome: 'npv',
  means: ALL,
  counted: CLOSES,
  target: 0,
  side: 'atLeast',
  alongside: ['peakCashAtRisk'],
}
const values = (id: string, most: number) => {
  const lever = gridLevers(plan.vantage).find((one) => one.id === id)
  return { id, values: lever ? axisValues(lever, most) : [] }
}
const task: MapTask = {
  plan,
  base: offered(plan.vantage, exclusive),
  x: values('upfront', 9),
  y: values('exclusivity', 7),
  ask,
  kindsOf: kindsAmong(0.6),
}

describe('a map', () => {
  it('ends whole, every point on all futures, and says what a run of the same levers says', async () => {
    const seen: MapPoints[] = []
    const progress: number[] = []
    const points = await mapRun(runner, task, {
      onUpdate: (some) => seen.push(some),
      onProgress: (done) => progress.push(done),
    })
    expect(points).toHaveLength(63)
    expect(points.every((one) => one?.trials === 640)).toBe(true)
    // A first picture stands on few points and few futures.
    const first = seen[0].filter((one) => one !== null)
    expect(first.length).toBeLessThanOrEqual(36)
    expect(first.every(({ trials }) => trials === 512)).toBe(true)
    expect(progress.at(-1)).toBeCloseTo(1)
    expect(progress.every((one, at) => at === 0 || one >= progress[at - 1] - 1e-9)).toBe(true)

    const at = 3 * 9 + 7
    const levers = leversAtPoint(task, at)
    expect(levers).toMatchObject({ upfront: task.x.values[7], exclusivity: task.y.values[3] })
    const own = withStrategies(plan, [{ id: 'one', label: 'One', levers }])
    const { summary } = (await runner.run(own)).cases[0]
    const { mean, misses, worstTenth, closes, alongside } = points[at] ?? {}
    expect(mean).toEqual({
      value: summary.outcomes.npv.mean,
      error: summary.outcomes.npv.standardError,
    })
    expect(misses?.value).toBeCloseTo(summary.condition.outcomes.npv?.below0 ?? -1, 12)
    expect(worstTenth?.value).toBeCloseTo(summary.condition.outcomes.npv?.p10 ?? -1, 12)
    expect(closes?.value).toBeCloseTo(summary.condition.fraction, 12)
    expect(alongside?.[0].value).toBeCloseTo(
      summary.condition.outcomes.peakCashAtRisk?.mean ?? -1,
      9,
    )
  })

  it('stops when it is cancelled', async () => {
    const stop = new AbortController()
    const other = { ...task, plan: { ...plan, seed: 'cancelled' } }
    const run = mapRun(runner, other, { signal: stop.signal, onUpdate: () => stop.abort() })
    await expect(run).rejects.toThrow(/abort/i)
  })
})

it('holds what was found against fresh futures, four times as many, paired', async () => {
  const found = offered(plan.vantage, { ...exclusive, upfront: 5 })
  const held = await heldOnFresh(runner, plan, [found, task.base], task.base, ask)
  expect(held.trials).toBe(4 * 640)
  expect(held.seed).not.toBe(plan.seed)
  const [a, b] = held.figures.map(({ mean }) => mean?.value ?? 0)
  expect(held.leads[0]?.value).toBeCloseTo(a - b, 9)
  expect(held.leads[1]).toEqual({ value: 0, error: 0 })
})

describe('values of levers', () => {
  it('are settings that can be run, at every vantage, and never below what has been paid', () => {
    for (const { id } of vantages) {
      for (const lever of gridLevers(id)) {
        const all = axisValues(lever)
        expect(all.length).toBeLessThanOrEqual(21)
        expect(all[0]).toBe(lever.min)
        expect(all.at(-1)).toBe(lever.max)
        for (const value of all) {
          const setting = offered(id, { invest: false, [lever.id]: value })
          expect(checkLevers(setting)).toEqual([])
          expect(isOffer(setting)).toBe(true)
          expect(setting[lever.id]).toBe(value)
          expect(Number(setting['upfront'])).toBeGreaterThanOrEqual(paidBy(id))
        }
      }
    }
    expect(gridLevers('2026-10').map(({ id }) => id)).not.toContain('upfront')
  })
})

describe('the search of a study', () => {
  const strategies = study.strategies
    .filter((one) => isOffer(one.levers))
    .map(({ levers }) => offered(plan.vantage, levers))
  const search: FrontierTask = {
    plan: { ...plan, trials: 512 },
    strategies,
    ask,
    against: 'worstTenth',
    limits: { cash: null, misses: null },
    evaluations: 48,
  }

  it('finds the same again, orders by what holds on fresh futures, and counts', async () => {
    const found = await frontierRun(runner, search)
    expect(await frontierRun(runner, search)).toEqual(found)
    expect(found.evaluations).toBe(48)
    expect(found.fresh.trials).toBe(4 * 512)
    expect(found.strategies).toHaveLength(strategies.length)
    const listed = found.strategies.map(({ mean }) => mean?.value ?? 0)
    expect(listed[found.rival]).toBe(Math.max(...listed))
    for (const { confirmed, lead } of found.points) {
      expect(lead?.value).toBeCloseTo((confirmed.mean?.value ?? 0) - listed[found.rival], 9)
    }
    const means = found.points.map(({ confirmed }) => confirmed.mean?.value ?? 0)
    expect([...means].sort((a, b) => b - a)).toEqual(means)
    expect(found.points.some(({ isOnFront }) => isOnFront)).toBe(true)
    for (const { levers } of found.points) expect(checkLevers(levers)).toEqual([])
  })

  it('keeps within limits as found, and says what passes them on fresh futures', async () => {
    const limits = { cash: 12, misses: 0.45 }
    const { points } = await frontierRun(runner, { ...search, limits })
    for (const { found, confirmed, isWithin } of points) {
      expect(found.alongside?.[0].value).toBeLessThanOrEqual(12)
      expect(found.misses?.value).toBeLessThanOrEqual(0.45)
      const holds =
        (confirmed.alongside?.[0].value ?? 99) <= 12 && (confirmed.misses?.value ?? 1) <= 0.45
      expect(isWithin).toBe(holds)
    }
    const none = await frontierRun(runner, { ...search, limits: { cash: 0, misses: 0 } })
    expect(none.points).toEqual([])
  })

  it('never pays less than has been paid', async () => {
    const struck = resolveStudy({ ...defaultStudy('2026-10'), trials: 256, horizonQuarters: 8 })
    const { points, rival } = await frontierRun(runner, {
      ...search,
      plan: planOf(struck),
      strategies: [],
      evaluations: 40,
    })
    expect(points.length).toBeGreaterThan(0)
    expect(rival).toBe(-1)
    for (const { levers } of points) expect(levers['upfront']).toBe(paidBy('2026-10'))
  })
})
