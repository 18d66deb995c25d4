import { strategiesOf } from '../../../src/engine/plan.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { FORMAT_VERSIONS, migrated, type Migrations } from '../../../src/study/migrate.ts'
import { planOf } from '../../../src/study/plan.ts'
import { readFile, readStudy, renewed } from '../../../src/study/read.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { defaultStudy, type Study, writeStudy } from '../../../src/study/study.ts'
import { type Verdict, verify } from '../../../src/study/verify.ts'
import { resultsFile } from '../../../src/study/write.ts'
import { marketRunner } from '../models/bundled.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/studies/${name}.json`, import.meta.url), 'utf8')
const versionsOf = (format: keyof typeof FORMAT_VERSIONS) =>
  Array.from({ length: FORMAT_VERSIONS[format] }, (_, i) => i + 1)

/** A results file against its study run again. */
async function verified(name: string): Promise<Verdict> {
  const opened = readFile(fixture(name))
  if (opened.kind !== 'results') throw new Error('results are expected')
  const study = resolveStudy(opened.results.study)
  const plan = planOf(study, { digestOf: opened.results.outcomes })
  const runner = marketRunner()
  const results = await runner.run(plan)
  const now = resultsFile(study, results, await runner.series(results, results.cases))
  return verify(opened.results, now)
}

describe('a file of an older version', () => {
  it.each(versionsOf('stakes-study'))('of a study, %i, opens and says what it said', (version) => {
    const study = readStudy(fixture(`study-v${version}`))
    expect(study).toMatchObject({
      version: FORMAT_VERSIONS['stakes-study'],
      name: 'Committee of May',
      notes: 'What a half price is worth.',
      vantage: '2024-03',
      owner: 'kept though nobody knows it',
    })
    const plan = planOf(resolveStudy(study))
    expect([plan.seed, plan.trials, plan.quarters]).toEqual(['may', 4096, 16])
    expect(strategiesOf(plan).map(({ label }) => label)).toEqual([
      'No investment',
      'Deep technical collaboration',
      'A small stake',
    ])
    expect(strategiesOf(plan)[1].levers.upfront).toBe(7)
    expect(plan.worlds[1].distributions).toMatchObject({
      trainingAdvantage: { kind: 'pert', min: 0, mode: 0.1, max: 0.3 },
      reviewMonths: { kind: 'uniform', min: 12, max: 24 },
    })
  })

  it.each(versionsOf('stakes-results'))('of results, %i, opens with its figures', (version) => {
    const opened = readFile(fixture(`results-v${version}`))
    if (opened.kind !== 'results') throw new Error('results are expected')
    expect(opened.results).toMatchObject({
      version: FORMAT_VERSIONS['stakes-results'],
      trials: 64,
    })
    expect(opened.results.cases).toHaveLength(1)
    expect(opened.study).toMatchObject({ seed: 'may', horizonQuarters: 8 })
    expect(resolveStudy(opened.study).scenarios[0].overrides).toHaveProperty('reviewMonths')
    expect(opened.notRead).toEqual([])
    expect(opened.stray).toEqual(['owner'])
  })

  it('of results, before they named what they hold, holds what they all did', () => {
    const opened = readFile(fixture('results-v1'))
    if (opened.kind !== 'results') throw new Error('results are expected')
    const { outcomes, series, cases } = opened.results
    expect(Object.keys(cases[0].outcomes)).toEqual(outcomes)
    expect(Object.keys(cases[0].series)).toEqual(series)
  })

  it('of results, as recorded, verifies', async () => {
    expect(await verified('results-recorded')).toMatchObject({ reproduced: true, moved: [] })
  })

  it.each(versionsOf('stakes-results'))(
    'of results, %i, of an older model says in words what that made of it',
    async (version) => {
      const { reproduced, meaning, words, moved } = await verified(`results-v${version}`)
      expect(reproduced).toBe(false)
      expect(meaning).toBe(
        `This file was made with version 1.0.0 of the model: version ${market.version} gives other figures.`,
      )
      expect(words[0]).toMatch(/^Changed in 1\.1\.0: .* distress has a date/)
      expect(words[1]).toMatch(
        /^Slow regulators: mean NPV of Deep technical collaboration was −\$2.6 ± 0.6 bn and is /,
      )
      expect(moved[0]).toMatch(/^digest: /)
    },
  )
})

describe('a chain of migrations', () => {
  const upTo = (version: number) => ({ 'stakes-study': version, 'stakes-results': version })
  const migrations: Migrations = {
    'stakes-study': {
      1: ({ notes, ...rest }) => ({ ...rest, note: notes }),
      2: (file) => ({ ...file, steps: 2 }),
    },
    'stakes-results': { 1: (file) => ({ ...file, first: true }), 2: (file) => file },
  }
  const study = { format: 'stakes-study', version: 1, notes: 'a', own: [1] }

  it('takes a file one version at a time, and leaves the one it was given', () => {
    const before = structuredClone(study)
    expect(migrated(study, { to: upTo(3), migrations })).toEqual({
      format: 'stakes-study',
      version: 3,
      note: 'a',
      own: [1],
      steps: 2,
    })
    expect(study).toEqual(before)
    expect(migrated({ ...study, version: 2 }, { to: upTo(3), migrations })).toMatchObject({
      notes: 'a',
    })
  })

  it('takes the study in a results file its own way', () => {
    const results = { format: 'stakes-results', version: 2, study }
    expect(migrated(results, { to: upTo(3), migrations })).toEqual({
      format: 'stakes-results',
      version: 3,
      study: migrated(study, { to: upTo(3), migrations }),
    })
  })

  it('gives back the very file where it is of the present version', () => {
    expect(migrated(study)).toBe(study)
  })

  it.each([
    [{ ...study, version: 4 }, /version 4 .* newer Stakes; this one reads versions up to 3/],
    [{ ...study, version: 1.5 }, /"version" is a whole number up to 3, got 1.5/],
    [{ ...study, version: 0 }, /got 0/],
    [{ version: 1 }, /"format": .* got nothing/],
    [{ format: 'stakes-results', version: 1, study: { ...study, version: 9 } }, /version 9/],
  ])('%j is refused', (file, words) => {
    expect(() => migrated(file, { to: upTo(3), migrations })).toThrow(words)
  })

  it('says which step is missing', () => {
    expect(() =>
      migrated(study, { to: upTo(2), migrations: { ...migrations, 'stakes-study': {} } }),
    ).toThrow(/no way is known from version 1 of stakes-study to 2/)
  })

  it('has a step from every version that was', () => {
    for (const format of ['stakes-study', 'stakes-results'] as const) {
      for (const version of versionsOf(format))
        expect(() => migrated({ format, version })).not.toThrow()
    }
  })
})

test('renewed gives the very study where it is of the present version', () => {
  const study: Study = defaultStudy()
  expect(renewed(study)).toBe(study)
})

describe('the example study', () => {
  const study = exampleStudy()

  it('can be run in each of its scenarios, at every vantage', () => {
    for (const { id } of market.vantages) {
      const plan = planOf(resolveStudy({ ...study, vantage: id }))
      expect(plan.worlds).toHaveLength(2)
    }
  })

  it('is written and read as it is, so it is a file like any other', () => {
    expect(readStudy(writeStudy(study))).toEqual(study)
  })

  it('has beliefs, a strategy and a scenario of its own, and says why', () => {
    const own = (entries: Study['strategies'] | Study['scenarios']) =>
      entries.filter((one) => typeof one !== 'string')
    expect(Object.keys(study.overrides).length).toBeGreaterThan(1)
    expect(own(study.strategies)).toHaveLength(1)
    expect(own(study.scenarios)).toHaveLength(1)
    expect(study.notes.length).toBeGreaterThan(100)
  })

  it('is less kind to Trainium than the catalogue is', () => {
    for (const id of ['trainingAdvantage', 'inferenceAdvantage', 'awsCustomCeiling'] as const) {
      const usual = market.assumptions.find((one) => one.id === id)?.vantages['2025-12']
      const own = study.overrides[id]
      if (own.kind !== 'pert' || usual?.kind !== 'pert') throw new Error('pert is expected')
      expect(own.mode).toBeLessThan(usual.mode)
      expect(own.max).toBeLessThan(usual.max)
    }
  })
})
