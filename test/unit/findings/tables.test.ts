import { expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { comparisonFinding } from '../../../src/findings/comparison.ts'
import { checksFinding } from '../../../src/findings/checks.ts'
import { convergenceFinding } from '../../../src/findings/convergence.ts'
import { differenceDriversFinding } from '../../../src/findings/difference-drivers.ts'
import { differenceFanFinding } from '../../../src/findings/fan-difference.ts'
import { fanFinding } from '../../../src/findings/fan.ts'
import { fanOf } from '../../../src/findings/fans.ts'
import { observedOf } from '../../../src/findings/observed.ts'
import { type Finding, textOf } from '../../../src/findings/finding.ts'
import { futureParts } from '../../../src/findings/future.ts'
import { movedDrawsFinding } from '../../../src/findings/moved-draws.ts'
import { pairFinding } from '../../../src/findings/pair.ts'
import { pairSidesFinding } from '../../../src/findings/pair-sides.ts'
import { strategiesFinding } from '../../../src/findings/strategies.ts'
import { strategyRows, ranked } from '../../../src/findings/strategy-rows.ts'
import { talksFinding, talksOf } from '../../../src/findings/talks.ts'
import { valuesFinding } from '../../../src/findings/values.ts'
import { ALL } from '../../../src/engine/selection.ts'
import { quarterLabels } from '../../../src/words/index.ts'
import { basePlan } from '../../plans.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const plan = basePlan({ trials: 512, check: true })
const results = await runner.run(plan)
const { cases } = results
const series = await runner.series(results, [cases[2], cases[4]])
const [npv] = market.outcomes
const refs = cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
const [, , second, , first] = refs
const about = { outcome: 'npv', selection: ALL }
const pair = await runner.ask('pair', results, { a: first, b: second, ...about })
const shapes = await runner.ask('shapes', results, { cases: refs, ...about })
const asked = { a: first, b: second, ...about }
const sides = await runner.ask('pairSides', results, asked)
const inputs = await runner.ask('differenceDrivers', results, asked)
const difference = await runner.differenceSeries(results, [first, second])
const points = await runner.ask('convergence', results, { a: first, b: second, outcome: 'npv' })
const strategies = strategyRows(results, npv, 'all')
const quarters = quarterLabels('2025Q3', plan.quarters)
const lead = { value: pair.difference.mean, error: pair.difference.standardError }
const rival = { id: 'deepTechnical', label: 'Deep', lead }

const two = {
  a: { id: 'exclusive', label: 'Exclusive' },
  b: { id: 'deepTechnical', label: 'Deep' },
}

const findings: readonly Finding<unknown>[] = [
  strategiesFinding({
    outcome: npv,
    where: 'all',
    means: 'all',
    look: 'dots',
    dots: 50,
    target: 0,
    side: 'atLeast',
    quarters: plan.quarters,
    strategies,
    ranking: ranked(strategies, 'higher'),
    choice: null,
    statusQuo: 'No investment',
    shapes,
    errors: () => null,
  }),
  talksFinding(
    cases.map(({ strategy, summary }) => ({ label: strategy, talks: talksOf(summary) })),
  ),
  valuesFinding(
    'Base case',
    cases.map(({ strategy, summary }) => ({ id: strategy, label: strategy, summary })),
  ),
  pairFinding({
    ...two,
    answer: pair,
    outcome: npv,
    where: 'all',
  }),
  pairSidesFinding({ ...two, outcome: npv, where: 'all' }, sides),
  differenceDriversFinding({
    ...two,
    drivers: inputs,
    outcome: npv,
    counted: 'all futures',
    scenario: 'Base case',
  }),
  ...market.series.map(({ id, label, unit }) =>
    differenceFanFinding({
      id,
      label,
      unit,
      a: 'Exclusive',
      b: 'Deep',
      difference: difference.series[id],
      singles: difference.singles[id],
      quarters,
      counted: 'futures',
      certain: 3,
    }),
  ),
  comparisonFinding(['exclusive', 'deepTechnical'], 'Base case', [
    { outcome: npv, difference: pair.difference },
  ]),
  convergenceFinding(
    npv,
    { best: 'Exclusive', rivals: [rival], trials: 512, most: 200_000, certain: 3, negligible: 0.5 },
    rival,
    points,
  ),
  checksFinding(results.checks, 'this run'),
  movedDrawsFinding([{ scenario: 'base', id: 'wacc', count: 3 }], 512),
  ...market.series.map(({ id, label, unit, description }) =>
    fanFinding({
      id,
      label,
      unit,
      description,
      fans: ['Deep', 'Exclusive'].map((name, at) => fanOf(name, name, series[at], id)),
      singles: [],
      observed: observedOf(id),
      quarters,
      trials: 512,
      ofAgreeing: false,
      negligible: 0.5,
    }),
  ),
]

test.each(findings.map((one) => [one.id, one] as const))(
  '%s says what was found, and its table is whole',
  (_, { title, measure, caption, table }) => {
    for (const words of [title, measure, caption]) {
      expect(words).not.toBe('')
      expect(words).not.toMatch(/NaN|undefined|null|Infinity|\[object/)
    }
    const { columns, rows } = table()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row).toHaveLength(columns.length)
      for (const cell of row) {
        expect(textOf(cell)).not.toMatch(/NaN|undefined|null|Infinity|\[object/)
        if (typeof cell !== 'string') expect(cell.raw).toSatisfy(Number.isFinite)
      }
    }
  },
)

test('one future in full names every assumption, outcome and quarter', async () => {
  const parts = futureParts(await runner.replay(plan, 3), plan.quarters)
  const rows = parts.map(({ table }) => table.rows.length)
  expect(rows.slice(0, 2)).toEqual([market.assumptions.length, market.outcomes.length])
  expect(rows.slice(2, -1).every((count) => count === plan.quarters + 1)).toBe(true)
})
