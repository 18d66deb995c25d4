import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as models from '../../../models/index.ts'
import { market } from '../../../models/index.ts'
import {
  type Distribution,
  families,
  type FamilyId,
  quantile,
} from '../../../src/engine/distributions/index.ts'
import { quantileFields } from '../../../src/engine/statistics/index.ts'
import { planOf } from '../../../src/study/plan.ts'
import { readFile, studyOf } from '../../../src/study/read.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import type { Study } from '../../../src/study/study.ts'
import { type ResultsFile, resultsFile, writeResults } from '../../../src/study/write.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'

type Models = typeof models

// Whatever imports the market from here on sees one more of each thing.
vi.mock('../../../models/index.ts', async (original) => {
  const { widerMarket } = await import('./wider-market.ts')
  const own = await original<Models>()
  const market = widerMarket(own.market)
  return { ...own, market, catalogue: market, narrow: own.market }
})

const { narrow }: { narrow: typeof market } = Object(await import('../../../models/index.ts'))

const scenarios = ['base', 'oneMore']
const given: Partial<Study> = { trials: 60, horizonQuarters: 8, scenarios }

async function run(
  study: Partial<Study> = given,
  model: typeof market = market,
): Promise<{ results: RunResults; file: ResultsFile }> {
  const resolved = resolveStudy(study)
  const results = await createInlineRunner(model).run(planOf(resolved, { check: true }))
  return { results, file: resultsFile(resolved, results) }
}

describe('one more outcome, series, check, strategy and scenario', async () => {
  const { results, file } = await run()

  it('are there to begin with', () => {
    for (const kind of ['outcomes', 'series', 'checks', 'strategies', 'scenarios'] as const) {
      expect(market[kind].length).toBe(narrow[kind].length + 1)
    }
  })

  it('appear in the cases of a run: every strategy, the new one too, in both scenarios', () => {
    expect(results.cases.map(({ scenario, strategy }) => `${strategy} in ${scenario}`)).toEqual(
      scenarios.flatMap((s) => market.strategies.map(({ id }) => `${id} in ${s}`)),
    )
  })

  it('appear in every summary, with all its figures', () => {
    const numbers = market.outcomes.filter(({ kind }) => kind === 'number').map(({ id }) => id)
    for (const { summary } of results.cases) {
      expect(Object.keys(summary.outcomes)).toEqual(numbers)
      expect(Object.keys(summary.series)).toEqual(market.series.map(({ id }) => id))
      const [first] = numbers
      expect(summary.outcomes['twice'].mean).toBeCloseTo(2 * summary.outcomes[first].mean, 9)
      expect(summary.series['half'].p95[8]).toBeCloseTo(
        summary.series[market.series[0].id].p95[8] / 2,
        6,
      )
    }
  })

  it('are tested by every check', () => {
    expect(results.checks.map(({ id, trials, failures }) => [id, trials, failures])).toEqual(
      market.checks.map(({ id }) => [id, 60 * results.cases.length, 0]),
    )
  })

  it('stand in the results file, which opens again', () => {
    expect(file.cases).toHaveLength(2 * market.strategies.length)
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
    expect(opened.study.strategies).toEqual(market.strategies.map(({ id }) => id))
    expect(opened.study.scenarios).toEqual(scenarios)
  })

  it('count in the digest', async () => {
    const study = { ...given, strategies: narrow.strategies.map(({ id }) => id) }
    const [wide, less] = [await run(study), await run(study, narrow as unknown as typeof market)]
    expect(wide.file.digest).not.toBe(less.file.digest)
    // But no draw moves: what was there before has the same figures.
    wide.results.cases.forEach(({ summary }, index) => {
      expect(summary.outcomes).toMatchObject(less.results.cases[index].summary.outcomes)
      expect(summary.series).toMatchObject(less.results.cases[index].summary.series)
    })
  })

  it('are replayed', async () => {
    const plan = planOf(resolveStudy(given))
    const future = await createInlineRunner(market).replay(plan, 59)
    for (const one of future.scenarios) {
      expect(Object.keys(one.inputs)).toEqual(market.assumptions.map(({ id }) => id))
      expect(one.cases.map(({ strategy }) => strategy)).toEqual(
        market.strategies.map(({ id }) => id),
      )
      for (const { outcomes } of one.cases) expect(outcomes).toHaveProperty('twice')
    }
    expect(future.scenarios[1].inputs['aiGrowth0']).toBe(0.1)
  })
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
    expect(flat).toThrow(/kind is one of constant, .*; got "flat"/)
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
      /kind is one of constant, .*, flat; got "bent"/,
    )
  })
})
