import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { stakes } from './command.ts'

interface MatrixFile {
  readonly outcome: string
  readonly strategies: readonly string[]
  readonly scenarios: readonly string[]
  readonly weights: readonly number[]
  readonly mean: readonly (readonly number[])[]
  readonly standardError: readonly (readonly number[])[]
  readonly below0: readonly (readonly number[])[]
  readonly regret: readonly (readonly number[])[]
  readonly best: readonly (readonly string[])[]
  readonly choices: Readonly<Record<string, { readonly strategies: readonly string[] }>>
}

const few = ['--trials', '32', '--horizon', '12']
const matrixOf = (text: string) => (JSON.parse(text) as { matrix: MatrixFile }).matrix

test('the matrix has every strategy in every scenario, its choices and where they flip', async () => {
  const { code, out, error } = await stakes('--matrix', 'npv', ...few)
  expect([code, error]).toEqual([0, ''])
  for (const { id } of market.scenarios) expect(out).toContain(id)
  expect(out).toMatch(/^Best on average, all scenarios alike: /m)
  expect(out).toMatch(/^Best in its worst scenario: /m)
  expect(out).toMatch(/^By least regret: /m)
  expect(out).toMatch(/^Most often best, one by one: /m)
  expect(out).toMatch(/weighted average (while|whatever) “Base case” weighs/)
})

test('a file holds the same, and the weights of the study decide', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'study.json')
  const scenarioWeights = { base: 1, regulators: 3 }
  writeFileSync(file, JSON.stringify({ format: 'stakes-study', version: 1, scenarioWeights }))
  const ran = await stakes('--study', file, '--matrix', 'npv', '--json', '-', ...few)
  expect(ran.error).toBe('')
  const found = matrixOf(ran.out)
  const { strategies, scenarios } = found
  expect(scenarios).toEqual(market.scenarios.map(({ id }) => id))
  expect(found.weights).toEqual(scenarios.map((id) => ({ base: 0.25, regulators: 0.75 })[id] ?? 0))
  for (const rows of [found.mean, found.standardError, found.below0, found.regret]) {
    expect(rows).toHaveLength(strategies.length)
    for (const row of rows) expect(row).toHaveLength(scenarios.length)
  }
  scenarios.forEach((_, s) => {
    const means = found.mean.map((row) => row[s])
    const regrets = found.regret.map((row) => row[s])
    const top = means.indexOf(Math.max(...means))
    expect(regrets.indexOf(Math.min(...regrets))).toBe(top)
    expect(found.best[s]).toContain(strategies[top])
  })
  const weighted = found.mean.map((row) => 0.25 * row[0] + 0.75 * row[1])
  const best = strategies[weighted.indexOf(Math.max(...weighted))]
  expect(found.choices['weighted'].strategies[0]).toBe(best)

  const one = await stakes('--scenarios', 'base', '--matrix', 'awsShare', '--json', '-', ...few)
  expect(matrixOf(one.out)).toMatchObject({ outcome: 'awsShare', scenarios: ['base'] })
})

test('where neither side is better none is best, and an outcome nobody knows is refused', async () => {
  const neutral = await stakes('--matrix', 'azureShare', '--json', '-', ...few)
  const { best, choices, regret } = matrixOf(neutral.out)
  expect(best.flat()).toEqual([])
  expect(choices).toEqual({})
  expect(regret.flat().every((one) => one === null)).toBe(true)
  const refused = await stakes('--matrix', 'profit', ...few)
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.error).toMatch(/^stakes: --matrix is one of npv, .*; got profit/)
})

test('where a deal has been struck, not to invest is no choice', async () => {
  const ran = await stakes('--vantage', '2026-10', '--matrix', 'npv', '--json', '-', ...few)
  const { best, regret, strategies } = matrixOf(ran.out)
  expect(best.flat()).not.toContain('none')
  expect(regret[strategies.indexOf('none')].every((one) => one === null)).toBe(true)
})
