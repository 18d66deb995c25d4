import { describe, expect, it } from 'vitest'
import { bestShares, regrets } from '../../../src/analyses/regret.ts'
import type { StrategyTableRequest, TableFigure } from '../../../src/analyses/strategy-table.ts'
import { ALL, CLOSES } from '../../../src/engine/selection.ts'
import { meanOf } from '../../../src/engine/statistics/moments.ts'
import { quantileFields } from '../../../src/engine/statistics/summary.ts'
import { defaultStudy, planOf, resolveStudy } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const results = await runner.run(planOf(resolveStudy({ ...defaultStudy(), trials: 1024 })))
const cases = results.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
const states = ['none', 'collapsed', 'blocked', 'pending', 'remedied', 'closed']

function ask(figures: readonly TableFigure[], changes: Partial<StrategyTableRequest> = {}) {
  const request = {
    cases,
    choices: cases,
    outcome: 'npv',
    better: 'higher' as const,
    figures,
    selection: ALL,
    means: ALL,
    shared: ALL,
    ...changes,
  }
  return runner.ask('strategyTable', results, request)
}

describe('regret', () => {
  const choices = [
    [1, 5, 0],
    [2, 5, -4],
    [0, 1, 0],
  ].map((one) => Float64Array.from(one))

  it('is what the best of each future is worth more, worked out by hand', () => {
    expect(regrets(choices, 'higher').map((one) => [...one])).toEqual([
      [1, 0, 0],
      [0, 0, 4],
      [2, 4, 0],
    ])
    expect(regrets(choices, 'lower').map((one) => [...one])).toEqual([
      [1, 4, 4],
      [2, 4, 0],
      [0, 0, 4],
    ])
    expect(regrets(choices, 'neutral')).toEqual([])
  })

  it('equals share a future', () => {
    expect(bestShares(choices, 'higher').map((one) => [...one])).toEqual([
      [0, 0.5, 0.5],
      [1, 0.5, 0],
      [0, 0, 0.5],
    ])
  })
})

describe('the table of strategies', () => {
  it('says of one strategy what a run says of it', async () => {
    const ps = Object.entries(quantileFields)
    const figures: TableFigure[] = [
      { kind: 'mean' },
      ...ps.map(([, p]): TableFigure => ({ kind: 'quantile', p })),
      { kind: 'reached', target: { at: 0, side: 'atLeast' } },
      { kind: 'missed', target: { at: 0, side: 'atLeast' } },
      ...states.map((state): TableFigure => ({ kind: 'ended', state })),
    ]
    const rows = await ask(figures)
    for (const [at, { summary }] of results.cases.entries()) {
      const { mean, standardError, below0, ...quantiles } = summary.outcomes.npv
      const [average, ...others] = rows[at]
      expect(average?.value).toBeCloseTo(mean, 12)
      expect(average?.error).toBeCloseTo(standardError ?? NaN, 12)
      for (const [i, [field]] of ps.entries()) {
        expect(others[i]?.value).toBeCloseTo(quantiles[field as 'p10'], 12)
      }
      const [reached, missed, ...ends] = others.slice(ps.length)
      expect(missed?.value).toBeCloseTo(below0, 12)
      expect((reached?.value ?? 0) + (missed?.value ?? 0)).toBeCloseTo(1, 12)
      for (const [i, state] of states.entries()) {
        expect(ends[i]?.value).toBeCloseTo(summary.categories.dealOutcome[state], 12)
      }
    }
  })

  it('over futures that close says what the readings of them are', async () => {
    const quantiles = [0.1, 0.5]
    const request = { cases, outcome: 'npv', selection: CLOSES, quantiles, targets: [] }
    const readings = await runner.ask('readings', results, request)
    const rows = await ask(
      quantiles.map((p) => ({ kind: 'quantile', p })),
      { selection: CLOSES },
    )
    for (const [at, row] of rows.entries()) {
      for (const [i, one] of row.entries()) {
        expect(one).toEqual(readings[at].quantiles[i])
      }
    }
  })

  it('has differences that are the paired ones', async () => {
    const [against, other] = cases.slice(1)
    const [[found]] = await ask([{ kind: 'mean' }], { cases: [other], against })
    const wanted = [{ case: other, less: against, terms: [['npv', 1]] as const, selection: ALL }]
    const [paired] = await runner.ask('estimates', results, { wanted })
    expect(found?.less?.value).toBeCloseTo(paired.value, 12)
    expect(found?.less?.error).toBeCloseTo(paired.error ?? NaN, 12)
    const [row] = await ask(
      [{ kind: 'mean' }, { kind: 'quantile', p: 0.1 }, { kind: 'shortfall', share: 0.05 }],
      { cases: [against], against },
    )
    for (const one of row) expect(one?.less).toEqual({ value: 0, error: 0 })
  })

  it('the least average regret is what knowing the future is worth', async () => {
    const rows = await ask([{ kind: 'meanRegret' }, { kind: 'mean' }, { kind: 'worstRegret' }])
    const means = rows.map(([, mean]) => mean?.value ?? NaN)
    const regret = rows.map(([one]) => one?.value ?? NaN)
    // Regrets and means add up to the same in every row: the mean of the best of each future.
    const sums = regret.map((one, at) => one + means[at])
    for (const sum of sums) expect(sum).toBeCloseTo(sums[0], 9)
    expect(regret.indexOf(Math.min(...regret))).toBe(means.indexOf(Math.max(...means)))
    for (const [mean, , worst] of rows) {
      expect(worst?.value).toBeGreaterThanOrEqual(mean?.value ?? NaN)
      expect(worst?.error).toBeNull()
    }
  })

  it('shares of futures best add up to all, and what is no choice has none', async () => {
    const rows = await ask([{ kind: 'best' }, { kind: 'meanRegret' }], { choices: cases.slice(1) })
    expect(rows[0]).toEqual([null, null])
    expect(
      meanOf(Float64Array.from(rows.slice(1), ([one]) => one?.value ?? NaN)) * (cases.length - 1),
    ).toBeCloseTo(1, 12)
  })

  it('dominance is asked both ways, and turned where less is better', async () => {
    const request = { cases, outcome: 'npv', selection: ALL, certain: 4.5 }
    const up = await runner.ask('dominances', results, { ...request, better: 'higher' })
    const down = await runner.ask('dominances', results, { ...request, better: 'lower' })
    expect(up.map((row, at) => row[at])).toEqual(cases.map(() => null))
    for (const [row, found] of up.entries()) {
      for (const [column, one] of found.entries()) {
        // What dominates where more is better is dominated, in the first order, where less is.
        if (one?.first.verdict === 'dominates') {
          expect(down[column][row]?.first.verdict).toBe('dominates')
        }
      }
    }
  })
})
