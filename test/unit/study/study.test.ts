import { describe, expect, it, test } from 'vitest'
import { market } from '../../../models/index.ts'
import type { Scenario } from '../../../src/engine/model.ts'
import { planOf } from '../../../src/study/plan.ts'
import { readFile, readStudy, studyOf } from '../../../src/study/read.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { simplified } from '../../../src/study/simplify.ts'
import { defaultStudy, writeStudy } from '../../../src/study/study.ts'

const head = { format: 'stakes-study', version: 1 }
const fileOf = (fields: object) => JSON.stringify({ ...head, ...fields })
const run = (fields: object) => planOf(resolveStudy(readStudy(fileOf(fields))))

describe('a study file', () => {
  it('with nothing in it is the default study', () => {
    expect(readStudy(fileOf({}))).toEqual(defaultStudy())
  })

  it('is written as it is read', () => {
    const study = readStudy(
      fileOf({ seed: 'ä 🎲', trials: 7, overrides: { wacc: { kind: 'constant', value: 0.1 } } }),
    )
    expect(readStudy(writeStudy(study))).toEqual(study)
  })

  it('keeps fields nobody knows, at every level', () => {
    const fields = {
      owner: 'Ada',
      strategies: [{ id: 'exclusive', levers: { upfront: 3 }, owner: { name: 'Bo' } }],
      scenarios: [{ id: 'mine', overrides: {}, mood: [1, 2] }],
    }
    const written = JSON.parse(writeStudy(readStudy(fileOf(fields)))) as object
    expect(written).toMatchObject(fields)
  })

  it('may begin with a byte order mark', () => {
    expect(readStudy(`\uFEFF${fileOf({ trials: 9 })}`).trials).toBe(9)
  })
})

describe('what a study says is what is run', () => {
  it('a built-in strategy changes the levers it names', () => {
    const [one] = run({ strategies: [{ id: 'deepTechnical', levers: { upfront: 40 } }] }).cases
    const known = market.strategies.find(({ id }) => id === 'deepTechnical')
    expect(one.levers).toEqual({ ...known?.levers, upfront: 40 })
    expect(one.label).toBe(known?.label)
  })

  it('a strategy of its own has the defaults of the levers it leaves out', () => {
    const [one] = run({ strategies: [{ id: 'own', levers: { invest: true } }] }).cases
    const defaults = market.levers.map((lever) => [lever.id, lever.default])
    expect(one.levers).toEqual({ ...Object.fromEntries(defaults), invest: true })
  })

  it('a scenario wins over the study, the study over the default', () => {
    const wacc = { kind: 'constant', value: 0.08 }
    const mine = { kind: 'constant', value: 0.11 }
    const plan = run({
      overrides: { wacc, passThrough: { kind: 'constant', value: 0.4 } },
      scenarios: ['base', { id: 'mine', label: 'Mine', overrides: { wacc: mine } }],
    })
    expect(plan.worlds.map(({ distributions }) => distributions.wacc)).toEqual([wacc, mine])
    expect(plan.worlds[1].distributions.passThrough).toEqual({ kind: 'constant', value: 0.4 })
    expect(plan.worlds[1].distributions.taxRate).toEqual(
      market.assumptions.find(({ id }) => id === 'taxRate')?.vantages['2025-12'],
    )
  })

  it('a scenario of the model keeps its own changes under those of the study', () => {
    const value = { kind: 'constant', value: 0.5 }
    const plan = run({ scenarios: [{ id: 'regulators', overrides: { blockShare: value } }] })
    const known = market.scenarios.find(({ id }) => id === 'regulators')
    expect(plan.worlds[0].distributions).toMatchObject({
      ...known?.overrides,
      blockShare: value,
    })
  })

  it('at the earlier vantage a scenario takes what it has for it', () => {
    const at = run({ vantage: '2024-03', scenarios: ['openModels'] }).worlds[0].distributions
    const scenarios: readonly Scenario[] = market.scenarios
    const known = scenarios.find(({ id }) => id === 'openModels')
    expect(at).toMatchObject({ ...known?.overrides, ...known?.overridesAt?.['2024-03'] })
  })

  it('spelt out it gives the same plan, and simplified again the same study', () => {
    const study = studyOf({
      ...head,
      vantage: '2024-03',
      strategies: ['none', { id: 'exclusive', levers: { access: 0.5 } }],
      scenarios: [
        'openModels',
        { id: 'own', overrides: { wacc: { kind: 'constant', value: 0.1 } } },
      ],
    })
    const resolved = resolveStudy(study)
    expect(planOf(resolveStudy(resolved))).toEqual(planOf(resolved))
    const short = simplified(resolved)
    expect(short.strategies).toEqual(study.strategies)
    expect(short.scenarios[0]).toBe('openModels')
    expect(planOf(resolveStudy(short))).toEqual(planOf(resolved))
  })
})

const remarks = {
  assumptionNotes: {
    wacc: { note: 'Ours.', owner: 'Ada', date: '2026-05-31', confidence: 'low', mood: 'good' },
    taxRate: { confidence: 'high' },
  },
  openQuestions: [
    { assumption: 'wacc', from: '2024-03' },
    { assumption: 'wacc', scenario: 'own', from: '2024-03' },
  ],
  scenarioOrder: ['base', 'own'],
}

describe('what is remarked and ordered', () => {
  const words = {
    strategies: ['none', { id: 'exclusive', label: 'Ours', story: 'Alone.' }],
    scenarios: ['base', { id: 'own', label: 'Own', story: 'Of ours.', overrides: {} }],
  }

  it('is written as it is read, unknown fields too', () => {
    const study = readStudy(fileOf({ ...remarks, ...words }))
    expect(study).toMatchObject({ ...remarks, ...words })
    expect(readStudy(writeStudy(study))).toEqual(study)
  })

  it('changes no plan but its labels', () => {
    const bare = {
      strategies: ['none', 'exclusive'],
      scenarios: ['base', { id: 'own', overrides: {} }],
    }
    const unnamed = ({ cases, worlds, ...rest }: ReturnType<typeof run>) => ({
      ...rest,
      cases: cases.map(({ strategy, scenario, levers }) => ({ strategy, scenario, levers })),
      worlds: worlds.map(({ id, distributions }) => ({ id, distributions })),
    })
    expect(unnamed(run({ ...remarks, ...words }))).toEqual(unnamed(run(bare)))
    expect(run({ ...remarks, ...bare })).toEqual(run(bare))
  })

  it('is kept when a study is spelt out, and when it is simplified again', () => {
    const resolved = resolveStudy(readStudy(fileOf({ ...remarks, ...words })))
    expect(resolved).toMatchObject(remarks)
    const short = simplified(resolved)
    expect(short).toMatchObject({ ...remarks, ...words })
  })

  it('is read once, and of scenarios that are there', () => {
    const [everywhere, own] = remarks.openQuestions
    const study = readStudy(
      fileOf({
        ...words,
        openQuestions: [everywhere, own, everywhere, own, { ...own, scenario: 'nowhere' }],
        scenarioOrder: ['own', 'nowhere', 'base', 'own', 'regulators'],
      }),
    )
    expect(study.openQuestions).toEqual([everywhere, own])
    expect(study.scenarioOrder).toEqual(['own', 'base', 'regulators'])
  })

  it.each(['2024-02-29', '2026-12-31'])('may be of the day %s', (date) => {
    expect(readStudy(fileOf({ assumptionNotes: { wacc: { date } } })).assumptionNotes).toEqual({
      wacc: { date },
    })
  })

  it('of the model itself leaves no trace', () => {
    const { id, label, story, levers } = market.strategies[4]
    const [world] = market.scenarios.slice(1)
    const study = studyOf({
      ...head,
      strategies: [{ id, label, story, levers }],
      scenarios: [{ id: world.id, label: world.label, story: world.story }],
    })
    expect(simplified(study)).toMatchObject({ strategies: [id], scenarios: [world.id] })
  })
})

const terms = market.strategies[1].levers
const pert = { kind: 'pert', min: 0, mode: 0.1, max: 0.2 }

test.each([
  ['a format of its own', { format: 'xlsx' }, /"format": "stakes-study" or .* got "xlsx"/],
  ['a newer version', { version: 2 }, /version 2 .* newer Stakes/],
  ['no version', { version: undefined }, /"version" is a whole number up to 1, got nothing/],
  [
    'no vantage known',
    { vantage: '2030-01' },
    /vantage is one of 2025-12, 2024-03, 2026-10; got 2030-01/,
  ],
  ['trials that are no number', { trials: '100' }, /trials: a number is expected, got "100"/],
  ['no trial', { trials: 0 }, /trials is a whole number from 1 to 10000000, got 0/],
  ['half a trial', { trials: 1.5 }, /trials is a whole number .* got 1.5/],
  ['too short a horizon', { horizonQuarters: 7 }, /horizonQuarters .* from 8 to 40, got 7/],
  ['no design known', { sampling: 'grid' }, /sampling: one of .* is expected, got "grid"/],
  ['an empty name', { name: ' ' }, /a study has a name/],
  ['no strategy', { strategies: [] }, /at least one of its strategies/],
  ['a strategy unknown', { strategies: ['merge'] }, /strategy is one of none, .* got merge/],
  ['one strategy twice', { strategies: ['none', 'none'] }, /got none twice/],
  ['a strategy misspelt', { strategies: ['none', 'exclusve'] }, /strategy is .* got exclusve/],
  [
    'a lever misspelt',
    { strategies: [{ id: 'own', levers: { upFront: 3 } }] },
    /strategy own: no lever is called upFront; upfront is/,
  ],
  [
    'a lever out of range',
    { strategies: [{ id: 'own', levers: { ...terms, commitmentYears: 0 } }] },
    /strategy own: lever commitmentYears lies between 3 and 10 years, got 0/,
  ],
  [
    'a lever nobody has',
    { strategies: [{ id: 'exclusive', levers: { charm: 1 } }] },
    /strategy exclusive: no lever is called charm/,
  ],
  [
    'a note on nothing known',
    { assumptionNotes: { Wacc: { note: 'Ours.' } } },
    /assumptionNotes: no assumption is called Wacc; wacc is/,
  ],
  [
    'a note too long',
    { assumptionNotes: { wacc: { note: 'x'.repeat(4001) } } },
    /assumptionNotes.wacc.note: a text of at most 4000 characters is expected, got 4001/,
  ],
  [
    'an owner too long',
    { assumptionNotes: { wacc: { owner: 'x'.repeat(81) } } },
    /assumptionNotes.wacc.owner: a text of at most 80 characters/,
  ],
  [
    'a day in words',
    { assumptionNotes: { wacc: { date: '31 May' } } },
    /assumptionNotes.wacc.date: a date as in 2026-05-31 is expected, got "31 May"/,
  ],
  [
    'a day no calendar has',
    { assumptionNotes: { wacc: { date: '2026-02-31' } } },
    /assumptionNotes.wacc.date: a date as in 2026-05-31 is expected, got "2026-02-31"/,
  ],
  [
    'a confidence unheard of',
    { assumptionNotes: { wacc: { confidence: 'utter' } } },
    /assumptionNotes.wacc.confidence: one of low, medium, high is expected, got "utter"/,
  ],
  [
    'notes in one text',
    { assumptionNotes: 'Ours.' },
    /assumptionNotes: an object { … } is expected/,
  ],
  [
    'a question about nothing known',
    { openQuestions: [{ assumption: 'luck', from: '2024-03' }] },
    /openQuestions: no assumption is called luck/,
  ],
  [
    'a question from a vantage unheard of',
    { openQuestions: [{ assumption: 'wacc', from: 'nowhere' }] },
    /openQuestions: from is one of 2025-12, 2024-03, 2026-10; got nowhere/,
  ],
  ['an order of numbers', { scenarioOrder: [1] }, /scenarioOrder.0: an id is a text, got 1/],
  [
    'a story too long',
    { strategies: [{ id: 'exclusive', story: 'x'.repeat(2001) }] },
    /strategies.0.story: a text of at most 2000 characters/,
  ],
  ['a scenario unknown', { scenarios: ['doom'] }, /scenario is one of base, .* got doom/],
  ['an assumption unknown', { overrides: { Wacc: pert } }, /no assumption is called Wacc; wacc is/],
  ['a family unknown', { overrides: { wacc: { kind: 'zeta' } } }, /overrides.wacc: .* kind is one/],
  [
    'parameters that contradict each other',
    { overrides: { wacc: { kind: 'triangular', min: 3, mode: 2, max: 5 } } },
    /overrides.wacc: the shape “Triangular” needs min <= mode <= max, got 3, 2, 5/,
  ],
  [
    'a value an assumption cannot have',
    { overrides: { aiShareOfSpend0: { kind: 'constant', value: 1 } } },
    /median of “.*” \(aiShareOfSpend0\) lies between .* got 100%/,
  ],
  [
    'shares above the whole, in a scenario',
    { scenarios: [{ id: 'own', overrides: { awsShare0: { kind: 'constant', value: 0.7 } } }] },
    /shares at the start/,
  ],
])('a study with %s is refused in words', (_what, fields, words) => {
  expect(() => run(fields)).toThrow(words)
})

test.each(['', 'null', '[]', '{"format":', 'PK\u0003\u0004'])('%j is no study', (text) => {
  expect(() => readFile(text)).toThrow(/JSON|got something else|"format"/)
})
