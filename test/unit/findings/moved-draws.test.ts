import { describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { report } from '../../../src/cli/report.ts'
import { movedWords, truncatedAt } from '../../../src/findings/moved-draws.ts'
import { planOf, resolveStudy, resultsFile } from '../../../src/study/index.ts'
import { runner } from './asked.ts'

const normal = { kind: 'normal', mean: 0.09, standardDeviation: 0.08 } as const
const study = resolveStudy({ trials: 512, strategies: ['none'], overrides: { wacc: normal } })
const results = await runner.run(planOf(study))
const wacc = market.assumptions.find(({ id }) => id === 'wacc')

describe('draws outside what is possible', () => {
  it('are counted where they matter: on the command line and in the results file', async () => {
    const [moved] = results.moved
    expect(moved).toMatchObject({ scenario: 'base', id: 'wacc' })
    expect(moved.count).toBeGreaterThan(50)
    const line = `“Cost of capital” was drawn outside what is possible in ${moved.count} of 512 futures and counts there as 1% or 20%.`
    const [words] = movedWords(results.moved, results.trials)
    expect(words.replace(/“[^”]*”/, '').replace(/as .*/, '')).toBe(
      line.replace(/“[^”]*”/, '').replace(/as .*/, ''),
    )
    expect(report(study, results)).toContain(words)
    const file = resultsFile(study, results, await runner.series(results, results.cases))
    expect(file.moved).toEqual(results.moved)
  })

  it('are not there once the shape is cut off at what is possible', async () => {
    const cut = truncatedAt(normal, wacc?.domain ?? [0, 1])
    if (!cut) throw new Error('a normal has a truncated one')
    const again = resolveStudy({ ...study, overrides: { wacc: cut } })
    expect((await runner.run(planOf(again))).moved).toEqual([])
    expect(truncatedAt({ kind: 'uniform', min: 0, max: 1 }, [0, 0.5])).toBeNull()
  })

  it('of many beliefs name the most and count the rest, each belief once', () => {
    const moved = ['wacc', 'taxRate', 'passThrough', 'signingRate', 'blockShare'].map((id, i) => ({
      scenario: 'base',
      id,
      count: 10 + i,
    }))
    const lines = movedWords([...moved, { ...moved[4], scenario: 'regulators', count: 3 }], 100)
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain('14 of 100 futures')
    expect(lines[3]).toBe('So were 2 other beliefs.')
    expect(movedWords([], 100)).toEqual([])
  })
})
