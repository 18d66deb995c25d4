import { describe, expect, test } from 'vitest'
import {
  cumulative,
  type Distribution,
  quantile,
  support,
} from '../../../src/engine/distributions/index.ts'
import { beliefOf } from '../../../src/study/edits/beliefs.ts'
import { within, withRuleScenario } from '../../../src/study/edits/rule-scenario.ts'
import { resolvedScenarios } from '../../../src/study/edits/resolved.ts'
import { defaultStudy, planOf, resolveStudy } from '../../../src/study/index.ts'

const beliefs: readonly Distribution[] = [
  { kind: 'normal', mean: 0.1, standardDeviation: 0.15 },
  { kind: 'pert', min: -1, mode: 0.2, max: 1 },
  { kind: 'uniform', min: -1, max: 1 },
  { kind: 'truncatedNormal', mean: 0, standardDeviation: 1, min: -1, max: 1 },
  { kind: 'beta', alpha: 7, beta: 3 },
  { kind: 'empirical', values: [-1, 0, 0.5, 1] },
]

describe.each(beliefs)('$kind within a limit', (d) => {
  test.each([
    [0.05, null],
    [null, 0.3],
    [0.05, 0.3],
  ])('%s to %s is what it was there', (low, high) => {
    const cut = within(d, { id: 'x', low, high })
    const [from, to] = [
      low === null ? 0 : cumulative(d, low),
      high === null ? 1 : cumulative(d, high),
    ]
    const [least, most] = support(cut)
    if (low !== null) expect(least).toBeGreaterThanOrEqual(low)
    if (high !== null) expect(most).toBeLessThanOrEqual(high)
    for (const p of [0.1, 0.5, 0.9])
      expect(quantile(cut)(p)).toBeCloseTo(quantile(d)(from + p * (to - from)), 2)
  })

  test('that keeps all of it is the same belief', () => {
    expect(within(d, { id: 'x', low: null, high: null })).toBe(d)
  })
})

test('an event happens or does not, values of a list are left out, a point is a point', () => {
  const event = { kind: 'bernoulli', probability: 0.3 } as const
  expect(within(event, { id: 'x', low: 1, high: null })).toEqual({ ...event, probability: 1 })
  expect(within(event, { id: 'x', low: null, high: 0 })).toEqual({ ...event, probability: 0 })
  const list = { kind: 'discrete', values: [1, 2, 3], probabilities: [0.5, 0.25, 0.25] } as const
  expect(within(list, { id: 'x', low: 2, high: null })).toEqual({
    kind: 'discrete',
    values: [2, 3],
    probabilities: [0.5, 0.5],
  })
  expect(within(list, { id: 'x', low: 3, high: null })).toEqual({ kind: 'constant', value: 3 })
  expect(within({ kind: 'constant', value: 1 }, { id: 'x', low: 0, high: null })).toEqual({
    kind: 'constant',
    value: 1,
  })
})

test('a rule becomes a scenario of the study, which can be run; all else is as it was', () => {
  const study = defaultStudy()
  const box = [
    { id: 'openaiReturn', low: 0.18, high: null },
    { id: 'openaiDistress', low: null, high: 0 },
  ]
  const made = withRuleScenario(study, 'base', {
    id: 'scenario1',
    label: 'Good',
    story: 'So.',
    box,
  })
  const scenario = resolvedScenarios(made).find(({ id }) => id === 'scenario1')
  expect(scenario).toMatchObject({ label: 'Good', story: 'So.' })
  expect(Object.keys(scenario?.changed ?? {}).sort()).toEqual(['openaiDistress', 'openaiReturn'])
  expect(support(beliefOf(made, 'scenario1', 'openaiReturn'))[0]).toBeGreaterThanOrEqual(0.18)
  expect(beliefOf(made, 'scenario1', 'wacc')).toEqual(beliefOf(study, 'base', 'wacc'))
  expect(beliefOf(made, 'base', 'openaiReturn')).toEqual(beliefOf(study, 'base', 'openaiReturn'))
  const plan = planOf(resolveStudy({ ...made, scenarios: made.scenarios.slice(-1) }))
  expect(plan.worlds).toHaveLength(1)
})
