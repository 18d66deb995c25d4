import { describe, expect, it } from 'vitest'
import {
  checkBeliefs,
  checkLevers,
  completeLevers,
  market,
  modules,
  resolveScenario,
  retired,
  sources,
  supportedBy,
  titleOf,
} from '../../../models/index.ts'
import {
  checkDistribution,
  type Distribution,
  distributionKey,
  quantile,
} from '../../../src/engine/distributions/index.ts'
import type { Scenario } from '../../../src/engine/model.ts'
import { mixtures } from '../../../src/engine/sampling/correlate.ts'
import dimensions from '../../fixtures/dimensions.json'
import { vantageIds } from './market-plan.ts'

const { assumptions, levers, outcomes, series, strategies, vantages } = market
const scenarios: readonly Scenario[] = market.scenarios
const median = (distribution: Distribution) => quantile(distribution)(0.5)
const twice = (values: readonly unknown[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

describe('the catalogue', () => {
  it('has 115 assumptions, eight levers, eight strategies, eight scenarios and three vantages', () => {
    const lists = [assumptions, levers, strategies, scenarios, vantages]
    expect(lists.map((list) => list.length)).toEqual([115, 8, 8, 8, 3])
  })

  it('gives no id, label or title twice', () => {
    const shown = [assumptions, levers, outcomes, series, strategies, scenarios, sources, modules]
    expect(shown.flatMap((list) => twice(list.map(({ id }) => id)))).toEqual([])
    expect(twice(assumptions.map(({ label }) => label))).toEqual([])
    expect(twice(assumptions.map(({ id }) => titleOf(id)))).toEqual([])
    expect(twice(assumptions.map(({ question }) => question))).toEqual([])
  })

  it('gives each assumption a dimension for ever: a retired one keeps its own', () => {
    const known = new Map(Object.entries(dimensions))
    for (const { id, dimension } of assumptions) {
      expect(known.get(id), `${id}: add it to test/fixtures/dimensions.json`).toBe(dimension)
    }
    expect(twice([...known.values()])).toEqual([])
    for (const dimension of known.values()) {
      expect(Number.isInteger(dimension) && dimension >= 1).toBe(true)
    }
  })

  it('gives no retired id again, and no dimension twice', () => {
    const lists = { assumptions, levers, outcomes, series, strategies, scenarios, vantages }
    for (const [kind, gone] of Object.entries(retired)) {
      const now: readonly string[] = lists[kind as keyof typeof lists].map(({ id }) => id)
      expect(
        now.filter((id) => gone.includes(id)),
        kind,
      ).toEqual([])
      expect(twice(gone), kind).toEqual([])
    }
    expect(twice(assumptions.map(({ dimension }) => dimension))).toEqual([])
  })

  it('labels in at most 28 characters and asks in plain words', () => {
    expect(assumptions.filter(({ label }) => label.length > 28 || label.length < 3)).toEqual([])
    expect(outcomes.filter(({ label }) => label.length > 28)).toEqual([])
    for (const { id, question } of assumptions) {
      expect(question).toMatch(/^[A-Z].{10,110}\?$/)
      expect(question).not.toContain(id)
    }
  })

  it('says why of every assumption', () => {
    for (const { rationale, unit, sources: named } of assumptions) {
      expect(rationale.length).toBeGreaterThan(5)
      expect(unit).not.toBe('')
      expect(named.length).toBeGreaterThan(0)
    }
  })

  it('names known sources, and every source supports something or says it is background', () => {
    const ids = new Set<string>(sources.map(({ id }) => id))
    expect(assumptions.flatMap((one) => one.sources.filter((id) => !ids.has(id)))).toEqual([])
    const idle = sources.filter(
      ({ id, note }) => supportedBy(id, assumptions).length === 0 && !/background/i.test(note),
    )
    expect(idle).toEqual([])
  })

  it('keeps luck out of beliefs: uniform, and in every vantage the same', () => {
    const luck = assumptions.filter(({ role }) => role === 'luck')
    expect(luck.map(({ id }) => id)).toEqual(['signingDraw', 'regulatorDraw', 'remedyDraw'])
    for (const one of luck) {
      for (const vantage of vantageIds) {
        expect(one.vantages[vantage]).toEqual({ kind: 'uniform', min: 0, max: 1 })
      }
    }
  })

  it('lets an event happen or not, and nothing else', () => {
    for (const { role, domain, vantages: at } of assumptions) {
      const kinds = Object.values(at).map(({ kind }) => kind)
      expect(kinds.every((kind) => (kind === 'bernoulli') === (role === 'event'))).toBe(true)
      if (role === 'event') expect(domain).toEqual([0, 1])
    }
  })
})

describe.each(vantageIds)('at %s', (vantage) => {
  const defaults = Object.fromEntries(assumptions.map((one) => [one.id, one.vantages[vantage]]))

  it.each(scenarios.map(({ id }) => id))(
    'scenario %s can be run and changes what it names',
    (id) => {
      const scenario = scenarios.find((one) => one.id === id)
      const overrides = scenario ? resolveScenario(scenario, vantage) : {}
      for (const [changed, distribution] of Object.entries(overrides)) {
        expect(() => checkDistribution(distribution)).not.toThrow()
        // Rights that are released stay so, where a scenario kept them at the vantage before.
        if (Object.hasOwn(scenario?.overridesAt?.[vantage] ?? {}, changed)) continue
        expect(distributionKey(distribution), changed).not.toBe(distributionKey(defaults[changed]))
      }
      expect(checkBeliefs({ ...defaults, ...overrides }, median)).toEqual([])
    },
  )

  it('nearly every draw lies in its domain: P0.1 and P99.9 of each belief do', () => {
    const outside = assumptions.filter(({ domain, vantages: at }) => {
      const exact = quantile(at[vantage])
      return exact(0.001) < domain[0] || exact(0.999) > domain[1]
    })
    expect(outside.map(({ id }) => id)).toEqual([])
  })

  it('shares of one whole leave something for the rest', () => {
    const sum = (...ids: string[]) => ids.reduce((total, id) => total + median(defaults[id]), 0)
    expect(sum('awsShare0', 'azureShare0', 'googleShare0', 'specialistShare0')).toBeLessThan(0.8)
    expect(sum('openaiLabShare0', 'anthropicLabShare0', 'googleLabShare0')).toBeLessThan(1)
  })
})

it('a scenario whose levels differ at a vantage keeps its other changes there', () => {
  for (const scenario of scenarios) {
    for (const vantage of vantageIds) {
      const changed = Object.keys(resolveScenario(scenario, vantage))
      expect(changed).toEqual(expect.arrayContaining(Object.keys(scenario.overrides)))
    }
    for (const [vantage, own] of Object.entries(scenario.overridesAt ?? {})) {
      expect(resolveScenario(scenario, vantage)).toMatchObject(own)
    }
  }
})

it('a setting takes the default of every lever it does not name, and those make no offer', () => {
  const [{ levers: none }] = strategies
  expect(completeLevers({})).toEqual(none)
  expect(completeLevers({ invest: true, upfront: 3 })).toEqual({
    ...none,
    invest: true,
    upfront: 3,
  })
  expect(checkLevers(completeLevers({ invest: true }))).toEqual([])
})

it('every strategy is a setting that can be run, and only `none` does not invest', () => {
  expect(strategies.flatMap((one) => checkLevers(one.levers))).toEqual([])
  const idle = strategies.filter((one) => !one.levers.invest)
  expect(idle.map(({ id }) => id)).toEqual([market.reference])
})

it('correlations name two assumptions, lie between −1 and 1 and go together', () => {
  const ids = new Set<string>(assumptions.map(({ id }) => id))
  for (const [first, second, coefficient] of market.correlations) {
    expect(ids.has(first) && ids.has(second) && first !== second).toBe(true)
    expect(Math.abs(coefficient)).toBeLessThan(1)
  }
  expect(() => mixtures(market.correlations, ids)).not.toThrow()
})
