import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as models from '../../../models/index.ts'
import { market, offeredAt } from '../../../models/index.ts'
import {
  type Distribution,
  families,
  type FamilyId,
  quantile,
} from '../../../src/engine/distributions/index.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { type CaseSeries, quantileFields } from '../../../src/engine/statistics/index.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { planOf } from '../../../src/study/plan.ts'
import { type Opened, readFile, studyOf } from '../../../src/study/read.ts'
import { writeStudy } from '../../../src/study/study.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import type { Study } from '../../../src/study/study.ts'
import { verify } from '../../../src/study/verify.ts'
import { type ResultsFile, resultsFile, writeResults } from '../../../src/study/write.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import { MemoryStore } from '../app/memory-store.ts'
import { Tab } from '../app/tabs.ts'

type Models = typeof models

// Whatever imports the market from here on sees one more of each thing.
vi.mock('../../../models/index.ts', async (original) => {
  const { widerModels } = await import('./wider-market.ts')
  return widerModels(await original<Models>())
})

const { narrow }: { narrow: typeof market } = Object(await import('../../../models/index.ts'))

/** The first of the vantages is the default. */
const offered = () => offeredAt(market.vantages[0].id)
const scenarios = ['base', 'oneMore']
const given: Partial<Study> = { trials: 60, horizonQuarters: 8, scenarios }

async function run(
  study: Partial<Study> = given,
  model: typeof market = market,
): Promise<{ results: RunResults; series: readonly CaseSeries[]; file: ResultsFile }> {
  const resolved = resolveStudy(study)
  const runner = createInlineRunner(model)
  const results = await runner.run(planOf(resolved, { check: true }))
  const series = await runner.series(results, results.cases)
  return { results, series, file: resultsFile(resolved, results, series) }
}

describe('one more of each', async () => {
  const { results, series: found, file } = await run()

  it('are there to begin with', () => {
    const kinds = [
      'vantages',
      'assumptions',
      'levers',
      'outcomes',
      'series',
      'checks',
      'strategies',
      'scenarios',
    ] as const
    for (const kind of kinds) {
      expect(market[kind].length).toBe(narrow[kind].length + 1)
    }
  })

  it('appear in the cases of a run: every strategy, the new one too, in both scenarios', () => {
    expect(results.cases.map(({ scenario, strategy }) => `${strategy} in ${scenario}`)).toEqual(
      scenarios.flatMap((s) => offered().map(({ id }) => `${id} in ${s}`)),
    )
  })

  it('appear in every summary, with all its figures', () => {
    const numbers = market.outcomes.filter(({ kind }) => kind === 'number').map(({ id }) => id)
    for (const [index, { summary }] of results.cases.entries()) {
      const { series } = found[index]
      expect(Object.keys(summary.outcomes)).toEqual(numbers)
      expect(Object.keys(series)).toEqual(market.series.map(({ id }) => id))
      const [first] = numbers
      expect(summary.outcomes['twice'].mean).toBeCloseTo(2 * summary.outcomes[first].mean, 9)
      expect(series['half'].p95[8]).toBeCloseTo(series[market.series[0].id].p95[8] / 2, 6)
    }
  })

  it('are tested by every check', () => {
    expect(results.checks.map(({ id, trials, failures }) => [id, trials, failures])).toEqual(
      market.checks.map(({ id }) => [id, 60 * results.cases.length, 0]),
    )
  })

  it('stand in the results file, which opens again', () => {
    expect(file.cases).toHaveLength(2 * offered().length)
    for (const { outcomes, series } of file.cases) {
      expect(Object.keys(outcomes)).toEqual(market.outcomes.map(({ id }) => id))
      expect(Object.keys(outcomes['twice'])).toEqual(
        expect.arrayContaining(['mean', 'at0', ...Object.keys(quantileFields)]),
      )
      expect(series['half'].mean).toHaveLength(9)
    }
    expect(file.study.scenarios.map(({ id }) => id)).toEqual(scenarios)
    expect(file.study.strategies.map(({ id }) => id)).toContain('oneMore')
    const opened = readFile(writeResults(file))
    expect(opened.study.strategies).toEqual(offered().map(({ id }) => id))
    expect(opened.study.scenarios).toEqual(scenarios)
  })

  it('count in the digest, and leave that of the others as it was', async () => {
    const study = { ...given, strategies: narrow.strategies.map(({ id }) => id) }
    const resolved = resolveStudy(study)
    const outcomes = narrow.outcomes.map(({ id }) => id)
    const runner = createInlineRunner(market)
    const wide = await runner.run(planOf(resolved))
    const before = await runner.run(planOf(resolved, { digestOf: outcomes }))
    const narrowRunner = createInlineRunner(narrow)
    const less = await narrowRunner.run(narrowed(planOf(resolved)))
    const wideSeries = await runner.series(wide, wide.cases)
    const lessSeries = await narrowRunner.series(less, less.cases)
    expect(wide.digest).not.toBe(less.digest)
    expect(before.digest).toBe(less.digest)
    // No draw moves: what was there before has the same figures.
    wide.cases.forEach(({ summary }, index) => {
      expect(summary.outcomes).toMatchObject(less.cases[index].summary.outcomes)
      expect(wideSeries[index].series).toMatchObject(lessSeries[index].series)
    })
  })

  it('are replayed', async () => {
    const plan = planOf(resolveStudy(given))
    const future = await createInlineRunner(market).replay(plan, 59)
    for (const one of future.scenarios) {
      expect(Object.keys(one.inputs)).toEqual(market.assumptions.map(({ id }) => id))
      expect(one.cases.map(({ strategy }) => strategy)).toEqual(offered().map(({ id }) => id))
      for (const { outcomes } of one.cases) expect(outcomes).toHaveProperty('twice')
    }
    expect(future.scenarios[1].inputs['aiGrowth0']).toBe(0.1)
  })
})

/** The plan as it was before there was more. */
function narrowed(plan: RunPlan): RunPlan {
  return {
    ...plan,
    worlds: plan.worlds.map(({ distributions: { oneMore: _new, ...distributions }, ...rest }) => ({
      ...rest,
      distributions,
    })),
    cases: plan.cases.map(({ levers: { boardSeats: _new, ...levers }, ...rest }) => ({
      ...rest,
      levers,
    })),
  }
}

const folder = new URL('../../fixtures/studies/', import.meta.url)
const fixtures = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))

function fixturesOf(format: string): typeof fixtures {
  return fixtures.filter(({ name }) => name.startsWith(format))
}

function resultsIn(opened: Opened): ResultsFile {
  if (opened.kind !== 'results') throw new Error('a results file was expected')
  return opened.results
}

describe('where there is one more of each', () => {
  it.each(fixtures)(
    '$name of before opens, and has the defaults of what it does not name',
    ({ text }) => {
      const { study, notRead } = readFile(text)
      const { worlds, cases } = planOf(resolveStudy(study))
      expect(notRead).toEqual([])
      for (const { levers } of cases) expect(levers.boardSeats).toBe(0)
      for (const { distributions } of worlds) {
        expect(distributions.oneMore).toEqual({ kind: 'uniform', min: 0, max: 1 })
      }
      expect(studyOf(JSON.parse(writeStudy(study)))).toEqual(study)
    },
  )

  // What an older model made of its study is another matter; see `migrate.test.ts`.
  it.each(fixturesOf('results-recorded'))(
    '$name of before verifies to the bit',
    async ({ text }) => {
      const held = resultsIn(readFile(text))
      const study = resolveStudy(held.study)
      const plan = planOf(study, { digestOf: held.outcomes })
      const runner = createInlineRunner(market)
      const results = await runner.run(plan)
      const now = resultsFile(study, results, await runner.series(results, results.cases))
      expect(now.digest).toBe(held.digest)
      expect(verify(held, now)).toEqual({
        reproduced: true,
        meaning: '',
        words: [],
        moved: [],
        remarks: [
          `the model was cloud-market ${narrow.version} and is cloud-market ${market.version}`,
        ],
      })
    },
  )

  it('the shipped example runs from every vantage, the new one too', async () => {
    for (const { id } of market.vantages) {
      const { file } = await run({ ...exampleStudy(), ...given, scenarios: ['base'], vantage: id })
      expect(file.cases).toHaveLength(exampleStudy().strategies.length)
    }
  })

  it.each([...fixturesOf('study').map(({ text }) => text), writeStudy(exampleStudy())])(
    'a study kept in the browser comes back, and is kept as it was',
    async (text) => {
      const store = new MemoryStore()
      const study = { id: 'old', name: 'Old', note: '', saved: 1, text, scenario: 'base' }
      await store.keep({ study, history: null })
      const tab = new Tab(store)
      await tab.library.open('old')
      expect([tab.studies.id, tab.words]).toEqual(['old', ''])
      expect(tab.studies.strategies.every(({ levers }) => levers.boardSeats === 0)).toBe(true)
      await tab.library.duplicate('old')
      await tab.autosave.now()
      expect(
        [...store.kept.values()].map((one) => JSON.parse(one.study.text) as Study),
      ).toMatchObject([
        JSON.parse(text),
        { ...(JSON.parse(text) as Study), name: `${(JSON.parse(text) as Study).name}, copy` },
      ])
      tab.close()
    },
  )
})

describe('one more distribution', () => {
  const registry = families as unknown as Record<string, unknown>
  afterEach(() => {
    delete registry['flat']
  })
  const belief = (kind: string) =>
    ({ kind, min: 0.2, max: 0.4 }) as unknown as Extract<Distribution, { kind: FamilyId }>
  const flat = () => studyOf({ ...file(), overrides: { aiGrowth0: belief('flat') } })
  const file = () => ({ format: 'stakes-study', version: 1, ...given, scenarios: ['base'] })

  it('is unknown before it is in the registry', () => {
    expect(flat).toThrow(/kind is one of “constant” .*; got "flat"/)
  })

  it('is read, drawn, run and written under its own name from then on', async () => {
    registry['flat'] = { ...families.uniform, kind: 'flat' }
    expect(quantile(belief('flat'))(0.5)).toBeCloseTo(0.3, 14)
    const study = flat()
    const { file: own } = await run(study)
    const uniform = await run({ ...study, overrides: { aiGrowth0: belief('uniform') } })
    // Another name for the same belief: the same futures.
    expect(own.digest).toBe(uniform.file.digest)
    expect(writeResults(own)).toContain('"kind": "flat"')
    expect(readFile(writeResults(own)).study.overrides).toEqual({ aiGrowth0: belief('flat') })
    expect(() => studyOf({ ...file(), overrides: { aiGrowth0: { kind: 'bent' } } })).toThrow(
      /kind is one of .*flat.*; got "bent"/,
    )
  })
})
