import { describe, expect, it } from 'vitest'
import {
  assumptions,
  basisOf,
  gradeOf,
  market,
  offeredAt,
  resolveScenario,
  sources,
  vantages,
  wordsAt,
} from '../../../models/index.ts'
import { allAtVantage, atVantage } from '../../../models/vantages.ts'
import type { Scenario } from '../../../src/engine/model.ts'
import { vantageIds } from './market-plan.ts'

describe('a vantage inherits', () => {
  it('what it does not name, and keeps what it names', () => {
    expect(atVantage({ '2025-12': 1, '2024-03': 2 }, '2024-03')).toBe(2)
    expect(atVantage({ '2025-12': 1 }, '2024-03')).toBe(1)
    expect(atVantage({ '2025-12': 1, '2024-03': 0 }, '2024-03')).toBe(0)
  })

  it('never from one that inherits from it', () => {
    expect(atVantage({ '2024-03': 2 }, '2025-12')).toBeUndefined()
    expect(allAtVantage({ '2024-03': { a: 2 } }, '2025-12')).toEqual({})
  })

  it('each named thing on its own', () => {
    const said = { '2025-12': { a: 1, b: 1 }, '2024-03': { b: 2, c: 2 } }
    expect(allAtVantage(said, '2024-03')).toEqual({ a: 1, b: 2, c: 2 })
    expect(allAtVantage(said, '2025-12')).toEqual({ a: 1, b: 1 })
  })

  it('from one that is there, and in no circle', () => {
    for (const vantage of market.vantages) {
      const seen = new Set<string>()
      for (let at = vantage; at.inherits !== undefined;) {
        expect(seen.has(at.id), `${vantage.id} inherits from itself`).toBe(false)
        seen.add(at.id)
        const [next] = market.vantages.filter(({ id }) => id === at.inherits)
        expect(next, `${at.inherits} is no vantage`).toBeDefined()
        at = next
      }
    }
  })
})

describe('what is offered', () => {
  const ids = (vantage: string) => offeredAt(vantage).map(({ id }) => id)
  const talks = ['none', 'nonExclusive', 'deepTechnical', 'openEcosystem', 'exclusive']

  it('is the article’s four while the deal was talked about, and what to do with it since', () => {
    expect(ids('2025-12')).toEqual(talks)
    expect(ids('2024-03')).toEqual(talks)
    expect(ids('2026-10')).toEqual(['none', 'asSigned', 'deepen', 'hold'])
    expect(ids('nowhere')).toEqual(talks)
  })

  it('has the status quo of its vantage, which keeps what was signed', () => {
    for (const { id, statusQuo, constants } of vantages) {
      const quo = offeredAt(id).find((one) => one.id === (statusQuo ?? market.reference))
      expect(quo?.levers).toMatchObject(constants.signed ?? { invest: false })
    }
  })

  it('is told otherwise at a vantage that has words of its own', () => {
    const [none] = market.strategies
    const stories = vantageIds.map((id) => wordsAt(none, id).story)
    expect(new Set(stories).size).toBe(vantageIds.length)
    const holds = market.scenarios.filter(({ id }) => id === 'microsoftHoldsOn')
    const labels = vantageIds.map((id) => wordsAt(holds[0], id).label)
    const [before, after] = ['Microsoft holds its rights', 'Microsoft fights on price']
    expect(labels).toEqual([before, before, after])
  })
})

describe('of the catalogue,', () => {
  it('every assumption and every constant is known at every vantage', () => {
    for (const { id, vantages } of market.assumptions) {
      expect(Object.keys(vantages).toSorted(), id).toEqual(vantageIds.toSorted())
    }
    const [first] = market.vantages
    for (const { constants } of market.vantages) {
      expect(Object.keys(constants).toSorted()).toEqual(Object.keys(first.constants).toSorted())
    }
  })

  it('nothing of 2026 is known at an older vantage', () => {
    const dateOf = new Map<string, string>(sources.map(({ id, date }) => [id, date]))
    for (const one of assumptions) {
      const { id } = one
      for (const vantage of ['2025-12', '2024-03']) {
        const { sources: used, rationale } = basisOf(one, vantage)
        const dates = used.map((source) => dateOf.get(source) ?? '')
        expect(
          dates.filter((date) => date.startsWith('2026')),
          id,
        ).toEqual([])
        expect(rationale, id).not.toMatch(/2026/)
      }
    }
  })

  it('what a belief rests on is graded, and is another thing where the vantage moved it', () => {
    for (const one of assumptions) {
      const { id, role } = one
      for (const vantage of vantageIds) {
        const { rationale } = basisOf(one, vantage)
        const grade = gradeOf(basisOf(one, vantage))
        expect(rationale.length, id).toBeGreaterThan(5)
        if (role !== 'luck') expect(grade, `${id} at ${vantage}`).not.toBeNull()
      }
    }
    const [size] = assumptions.filter(({ id }) => id === 'marketSize0')
    expect(basisOf(size, '2026-10').sources).toEqual(['synergy-2026q2'])
    expect(basisOf(size, '2024-03').sources).toEqual(['synergy'])
    expect(['2026-10', '2024-03'].map((id) => gradeOf(basisOf(size, id)))).toEqual(['A', 'A'])
  })

  it('2024-03 has the constants of 2025-12 that it does not name', () => {
    const at = (id: string) => market.vantages.find((one) => one.id === id)?.constants
    expect(at('2024-03')?.firms).toBe(at('2025-12')?.firms)
    expect(at('2024-03')?.custom0).not.toEqual(at('2025-12')?.custom0)
  })

  it('a scenario’s level at a vantage is inherited, assumption by assumption', () => {
    const one = { kind: 'constant', value: 1 } as const
    const two = { kind: 'constant', value: 2 } as const
    const scenario: Scenario = {
      id: 'a',
      label: '',
      story: '',
      overrides: { wacc: one, taxRate: one, passThrough: one },
      overridesAt: { '2025-12': { wacc: two }, '2024-03': { taxRate: two } },
    }
    const changed = { wacc: two, taxRate: one, passThrough: one }
    expect(resolveScenario(scenario, '2025-12')).toEqual(changed)
    expect(resolveScenario(scenario, '2024-03')).toEqual({ ...changed, taxRate: two })
  })
})
