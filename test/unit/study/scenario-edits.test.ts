import { describe, expect, it, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { worldKey } from '../../../src/engine/cases.ts'
import {
  deletedScenarios,
  freshScenarioId,
  isChangedScenario,
  withoutScenario,
  withScenarioCopy,
  withScenarioMoved,
  withScenarioRestored,
  withScenarioWords,
} from '../../../src/study/edits/scenarios.ts'
import { scenarioChoices } from '../../../src/findings/scenario-changes.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { inScenario, resolvedScenarios } from '../../../src/study/edits/resolved.ts'
import { defaultStudy, planOf, resolveStudy, type Study } from '../../../src/study/index.ts'

const start = defaultStudy()
const ids = market.scenarios.map(({ id }) => id)
const order = (study: Study) => resolvedScenarios(study).map(({ id }) => id)
const value = { kind: 'constant', value: 0.1 } as const

/** What a scenario's draws are made of: equal keys are equal digests of every case. */
const keyOf = (study: Study, scenario: string) =>
  worldKey(planOf(resolveStudy(inScenario(study, scenario))), 0)
const keysOf = (study: Study) =>
  Object.fromEntries(order(study).map((id) => [id, keyOf(study, id)]))

const changed = withBelief(
  withBelief(withScenarioCopy(start, 'openModels', 'scenario1'), 'base', 'wacc', value),
  'regulators',
  'wacc',
  { kind: 'constant', value: 0.12 },
)

describe('a copy', () => {
  test.each(ids)('of %s stands right after it and is the same world', (id) => {
    const study = withScenarioCopy(start, id, 'scenario1')
    expect(order(study)).toEqual(ids.flatMap((one) => (one === id ? [one, 'scenario1'] : [one])))
    expect(keyOf(study, 'scenario1')).toBe(keyOf(start, id))
  })

  it('of the base case changes nothing, and follows the base in all that is changed later', () => {
    const study = withBelief(withScenarioCopy(start, 'base', 'mine'), 'base', 'wacc', value)
    expect(keyOf(study, 'mine')).toBe(keyOf(study, 'base'))
    expect(keyOf(study, 'mine')).not.toBe(keyOf(start, 'base'))
    const own = withBelief(study, 'mine', 'passThrough', { kind: 'constant', value: 0.4 })
    expect(keyOf(own, 'base')).toBe(keyOf(study, 'base'))
    expect(keyOf(own, 'mine')).not.toBe(keyOf(study, 'base'))
  })

  test.each([['nothing changed', start] as const, ['much changed', changed] as const])(
    'deleted again leaves the study as it was: %s',
    (_what, study) => {
      for (const id of order(study)) {
        const copy = freshScenarioId(study)
        expect(withoutScenario(withScenarioCopy(study, id, copy), copy)).toEqual(study)
      }
    },
  )

  it('keeps its words when a belief is changed in it', () => {
    const copy = withScenarioWords(withScenarioCopy(start, 'base', 'mine'), 'mine', {
      label: 'Mine',
      story: 'Of ours.',
    })
    const [, known] = resolvedScenarios(withBelief(copy, 'mine', 'wacc', value))
    expect(known).toMatchObject({ label: 'Mine', story: 'Of ours.', changed: { wacc: value } })
  })
})

describe('an order', () => {
  it('moves no case, and the base case stays first', () => {
    const before = keysOf(changed)
    for (const id of order(changed)) {
      for (const by of [-99, -1, 1, 2, 99]) {
        const study = withScenarioMoved(changed, id, by)
        expect(keysOf(study)).toEqual(before)
        expect(order(study)[0]).toBe('base')
      }
    }
  })

  it('there and back is as it was', () => {
    const there = withScenarioMoved(start, 'regulators', 3)
    expect(order(there).indexOf('regulators')).toBe(4)
    expect(withScenarioMoved(there, 'regulators', -3)).toEqual(start)
  })

  it('in a file may name what nobody has and leave out what everybody needs', () => {
    const study = { ...changed, scenarioOrder: ['gone', 'openModels', 'openModels'] }
    expect(order(study)).toEqual(['base', 'openModels', 'scenario1', 'regulators'])
  })
})

describe('restoring', () => {
  test.each(ids.slice(1))('%s deleted is as it was', (id) => {
    const without = withoutScenario(start, id)
    expect(order(without)).not.toContain(id)
    expect(deletedScenarios(without).map((one) => one.id)).toEqual([id])
    expect(withScenarioRestored(without, id)).toEqual(start)
  })

  it('gives the default of a scenario that was changed in beliefs and words', () => {
    const study = withScenarioWords(changed, 'regulators', { label: 'Ours', story: 'Hard.' })
    const isOurs = resolvedScenarios(study).filter(isChangedScenario)
    expect(isOurs.map(({ id, label }) => [id, label])).toEqual([['regulators', 'Ours']])
    const restored = withScenarioRestored(study, 'regulators')
    expect(resolvedScenarios(restored).filter(isChangedScenario)).toEqual([])
    expect(keyOf(restored, 'regulators')).toBe(
      keyOf(withBelief(start, 'base', 'wacc', value), 'regulators'),
    )
  })
})

test('what all others follow cannot go, and a study always has a scenario', () => {
  expect(withoutScenario(start, 'base')).toBe(start)
  const listed = withoutScenario({ ...start, scenarios: ['regulators'] }, 'regulators')
  expect(listed.scenarios).toEqual(['base'])
})

test('what a scenario changes is told with what it was, the base case’s own changes too', () => {
  const choices = new Map(scenarioChoices(changed).map((one) => [one.id, one]))
  expect(choices.get('base')?.changes).toEqual([
    expect.stringMatching(/^Cost of capital: 10% a year.*was/),
  ])
  expect(choices.get('base')?.story).not.toBe(market.scenarios[0].story)
  expect(choices.get('regulators')?.changes).toHaveLength(5)
  expect(choices.get('regulators')?.changes[4]).toMatch(/Cost of capital: 12% a year.*was 10% /)
  expect(choices.get('scenario1')?.changes).toHaveLength(5)
})
