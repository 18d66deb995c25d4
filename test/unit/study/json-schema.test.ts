import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultStudy } from '../../../src/study/index.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { parse, resultsSchema, studySchema } from '../../../src/study/schema.ts'
import { checkDistribution } from '../../../src/engine/distributions/index.ts'
import { planOf } from '../../../src/study/plan.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { resultsFile } from '../../../src/study/write.ts'
import { examplesOf } from '../../distribution-examples.ts'
import { schemaFiles, schemaText } from '../../record/json-schemas.ts'
import { marketRunner } from '../models/bundled.ts'

const written = (name: string) =>
  readFileSync(new URL(`../../../src/study/json-schema/${name}`, import.meta.url), 'utf8')
const fixture = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/studies/${name}`, import.meta.url), 'utf8'),
  ) as unknown
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const parsed = (name: string) => JSON.parse(written(name)) as Record<string, object>

const ajv = new Ajv2020({ strict: false })
const isStudy = ajv.compile(parsed('stakes-study.schema.json'))
const isResults = ajv.compile(parsed('stakes-results.schema.json'))
const isDistribution = ajv.compile({
  $ref: '#/$defs/distribution',
  $defs: parsed('stakes-study.schema.json')['$defs'],
})

describe.each(Object.entries(schemaFiles))('%s', (name, schema) => {
  it('is as the schema that reads files makes it; else run `npm run record`', () => {
    expect(written(name)).toBe(schemaText(schema()))
  })

  it('has words for every field', () => {
    for (const [field, one] of Object.entries(parsed(name)['properties'])) {
      expect([field, one]).toEqual([
        field,
        expect.objectContaining({ description: expect.any(String) as string }),
      ])
    }
  })
})

describe('a file that is read', () => {
  it.each([
    ['of the defaults', defaultStudy()],
    ['of the example', exampleStudy()],
    ['of an older Stakes', fixture('study-v1.json')],
    ['with the address of its schema', { ...defaultStudy(), $schema: 'stakes-study.schema.json' }],
  ])('%s is valid', (_what, study) => {
    expect([isStudy(asJson(study)), isStudy.errors]).toEqual([true, null])
  })

  it('of results is valid, recorded or fresh', async () => {
    const study = resolveStudy({
      trials: 64,
      horizonQuarters: 8,
      strategies: ['none', 'exclusive'],
    })
    const runner = marketRunner()
    const results = await runner.run(planOf(study))
    const fresh = resultsFile(study, results, await runner.series(results, results.cases))
    const files = [fixture('results-v2.json'), fixture('results-recorded.json'), asJson(fresh)]
    for (const file of files) expect([isResults(file), isResults.errors]).toEqual([true, null])
  })
})

describe('a distribution', () => {
  const all = Object.values(examplesOf).flat()

  it.each(Object.entries(examplesOf))('of kind %s is valid', (_kind, examples) => {
    for (const one of examples)
      expect([isDistribution(asJson(one)), isDistribution.errors]).toEqual([true, null])
  })

  it('with a field too many, one too few or of another type is refused by both', () => {
    for (const one of all) {
      for (const field of Object.keys(one)) {
        for (const to of [undefined, 'x', null, -1e200, [], {}]) {
          const changed = asJson({ ...one, [field]: to })
          let isFine = true
          try {
            checkDistribution(changed)
          } catch {
            isFine = false
          }
          // Of what may be left out, not all at once.
          const isBeyond = to === undefined && !isFine
          if (!isBeyond) expect([changed, isDistribution(changed)]).toEqual([changed, isFine])
        }
      }
      expect(isDistribution({ ...one, extra: 1 })).toBe(false)
    }
  })
})

/** What no JSON Schema says: numbers that contradict each other, days that the calendar has not. */
const BEYOND = / needs |a date as in/

const value = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, 'base', 'a b', [], {}, ['wacc', 'taxRate', 2], ['wacc']),
  fc.jsonValue({ maxDepth: 2 }),
)

function placesIn(one: unknown, path: readonly string[] = []): string[][] {
  if (typeof one !== 'object' || one === null) return [[...path]]
  return Object.entries(one).flatMap(([key, part]) => [
    ...(path.length > 0 ? [[...path]] : []),
    ...placesIn(part, [...path, key]),
  ])
}

function withValue(one: unknown, path: readonly string[], to: unknown): unknown {
  const copy = asJson(one)
  let at = copy as Record<string, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  at[path[path.length - 1]] = to
  return asJson(copy)
}

it('any value put anywhere is refused by both or by neither', () => {
  const note = { note: 'x', owner: 'y', date: '2026-05-31', confidence: 'low' }
  const study = {
    ...exampleStudy(),
    correlations: [['wacc', 'taxRate', 0.3]],
    observed: { share: 0.1, amount: 0.1 },
    scenarioWeights: { base: 2 },
    scenarioTargets: { mean: 1, below0: 0.1 },
    assumptionNotes: { wacc: note },
    openQuestions: [{ assumption: 'wacc', from: '2024-03' }],
  }
  const results = { ...(fixture('results-recorded.json') as object) } as Record<string, unknown>
  const files = [
    [study, studySchema, isStudy],
    [{ ...results, cases: (results['cases'] as unknown[]).slice(0, 1) }, resultsSchema, isResults],
  ] as const
  for (const [file, schema, isValid] of files) {
    const figures = /^(cases\.\d+\.(outcomes|closed|series)|study)\b/
    const places = placesIn(file).filter((path) => !figures.test(path.join('.')))
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.option(value, { nil: undefined }), (path, to) => {
        const changed = withValue(file, path, to)
        let refused = ''
        try {
          parse(schema, changed)
        } catch (error) {
          refused = (error as Error).message
        }
        if (!BEYOND.test(refused))
          expect([refused, isValid(changed)]).toEqual([refused, refused === ''])
      }),
      { numRuns: 400 },
    )
  }
})
