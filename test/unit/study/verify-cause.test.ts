import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import type { Study } from '../../../src/study/index.ts'
import { planOf } from '../../../src/study/plan.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { verify } from '../../../src/study/verify.ts'
import { type ResultsFile, resultsFile } from '../../../src/study/write.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const deep = market.strategies.find(({ id }) => id === 'deepTechnical')?.levers ?? {}
const given = {
  trials: 64,
  horizonQuarters: 8,
  strategies: ['none', 'exclusive', { id: 'half', label: 'Half', levers: deep }],
  scenarios: ['base', 'regulators'],
} satisfies Partial<Study>

async function made(from: Partial<Study>): Promise<ResultsFile> {
  const study = resolveStudy(from)
  const results = await runner.run(planOf(study))
  return resultsFile(study, results, await runner.series(results, results.cases))
}

let file: ResultsFile
beforeAll(async () => {
  file = await made(given)
})

/** What is said of the file with another study in it, run again. */
async function said(change: Partial<Study>): Promise<string> {
  const { study } = file
  const now = await made({ ...study, ...change })
  const { reproduced, meaning } = verify({ ...file, study: now.study }, now)
  return reproduced ? 'reproduced' : meaning
}

const constant = (value: number) => ({ kind: 'constant', value }) as const
const withLevers = (id: string, levers: object) =>
  file.study.strategies.map((one) =>
    one.id === id ? { ...one, levers: { ...one.levers, ...levers } } : one,
  )
const withScenario = (id: string, overrides: object) =>
  file.study.scenarios.map((one) =>
    one.id === id ? { ...one, overrides: { ...one.overrides, ...overrides } } : one,
  )

describe('a file whose study was changed', () => {
  const settings = /futures are others also where nothing is invested, as after a change of beliefs/
  it.each<[string, () => Partial<Study>, RegExp | 'reproduced']>([
    ['its name, notes and words', () => ({ name: 'x', notes: 'y' }), 'reproduced'],
    ['its negligible size', () => ({ negligible: 3 }), 'reproduced'],
    ['its weights', () => ({ scenarioWeights: { base: 2 } }), 'reproduced'],
    ['its seed', () => ({ seed: 'b' }), settings],
    ['its sampling', () => ({ sampling: 'random' }), settings],
    ['its horizon', () => ({ horizonQuarters: 9 }), settings],
    ['its date', () => ({ vantage: '2024-03' }), settings],
    [
      'its trials',
      () => ({ trials: 65 }),
      /Its study asks for 65 futures .* stand on 64 futures\./,
    ],
    [
      'what moves together',
      () => ({ correlations: [['generalGrowth0', 'aiGrowth0', -0.5]] as const }),
      settings,
    ],
    [
      'a belief about everything',
      () => ({ overrides: { generalGrowth0: constant(0.3) } }),
      /also where nothing is invested/,
    ],
    [
      'a belief about the deal',
      () => ({ overrides: { wacc: constant(0.2) } }),
      /futures of “Exclusive alliance” and “Half” are others, as after a change of their terms, or of beliefs that count only where something is invested\./,
    ],
    [
      'one strategy’s terms',
      () => ({ strategies: withLevers('half', { upfront: 9 }) }),
      /futures of “Half” alone are others, as after a change of its terms, or of a belief that counts for it alone\./,
    ],
    [
      'both strategies’ terms',
      () => ({
        strategies: [
          file.study.strategies[0],
          ...withLevers('half', { upfront: 9 }).slice(2),
          ...withLevers('exclusive', { upfront: 9 }).slice(1, 2),
        ],
      }),
      /futures of .* are others, as after a change of their terms/,
    ],
    [
      'one scenario’s beliefs',
      () => ({ scenarios: withScenario('regulators', { generalGrowth0: constant(0.3) }) }),
      /futures are others in “Regulatory challenge” alone, as after a change of beliefs that count nowhere else\./,
    ],
    [
      'a strategy fewer',
      () => ({ strategies: file.study.strategies.slice(0, 2) }),
      /It has figures of the strategy half, which its study has not\./,
    ],
    [
      'a strategy more',
      () => ({ strategies: [...file.study.strategies, 'deepTechnical'] }),
      /It has no figures of its study’s strategy deepTechnical\./,
    ],
    [
      'a scenario fewer',
      () => ({ scenarios: file.study.scenarios.slice(0, 1) }),
      /It has figures of the scenario regulators, which its study has not\./,
    ],
  ])('in %s is told so, and that no figure was changed by hand', async (_what, change, words) => {
    const found = await said(change())
    if (words === 'reproduced') expect(found).toBe('reproduced')
    else expect(found).toMatch(words)
    expect(found).not.toContain('by hand')
  })
})

type Path = readonly string[]

/** Every number below a value, by where it stands. */
function numbersIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]))
}

/** A copy with one number changed. */
function withNumber<T>(value: T, path: Path, change: (x: number) => number): T {
  const copy = structuredClone(value)
  let at = copy as unknown as Record<string, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  const last = path[path.length - 1]
  at[last] = change(at[last] as number)
  return copy
}

describe('a file whose study is as it was', () => {
  it('with any one figure changed says that one was, by hand, and in which case', () => {
    const all = numbersIn(file.cases)
    expect(all.length).toBeGreaterThan(3000)
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.boolean(), (path, isSmall) => {
        const change = (x: number) => (isSmall ? x + Math.max(Math.abs(x), 1) * 1e-12 : x + 1)
        const { strategy, scenario } = file.cases[Number(path[0])]
        const changed = { ...file, cases: withNumber(file.cases, path, change) }
        const { reproduced, meaning, moved, words } = verify(changed, file)
        expect(reproduced).toBe(false)
        expect(meaning).toMatch(/^The figures in .*\. A figure was changed by hand \(“/)
        expect(moved).toHaveLength(1)
        expect(moved[0]).toContain(`${strategy} in ${scenario}, `)
        expect(words).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })

  it('with counts of draws outside what is possible changed is not reproduced', () => {
    const changed = { ...file, moved: [{ scenario: 'base', id: 'wacc', count: 12 }] }
    const { reproduced, moved } = verify(changed, file)
    expect(reproduced).toBe(false)
    expect(moved).toContain(
      'draws of wacc in base that count as the bound: 12 in the file, nothing now',
    )
  })

  it('and a figure and the study changed are both told', async () => {
    const study = { ...file.study, strategies: withLevers('half', { upfront: 9 }) }
    const now = await made(study)
    const cases = withNumber(file.cases, ['1', 'outcomes', 'npv', 'mean'], (x) => x + 5)
    const { meaning } = verify({ ...file, study: now.study, cases }, now)
    expect(meaning).toMatch(/A figure was changed by hand \(“Exclusive alliance” in “Base case”\)/)
    expect(meaning).toMatch(/futures of “Half” alone are others/)
  })

  it('made by another Stakes is not accused of a changed figure without a doubt', () => {
    const path = ['1', 'outcomes', 'npv', 'p50']
    const cases = withNumber(file.cases, path, (x) => x + 1)
    const { meaning } = verify({ ...file, stakes: '0.0.9', cases }, file)
    expect(meaning).toContain(
      'unless Stakes 0.0.9, which made the file, worked it out in another way.',
    )
  })
})
