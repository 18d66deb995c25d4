import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stakes } from './command.ts'

interface RulesFile {
  readonly rules: readonly {
    readonly words: string
    readonly conditions: readonly { readonly assumption: string }[]
    readonly coverage: number
    readonly density: number
    readonly support: number
  }[]
}

const few = ['--trials', '700', '--strategies', 'exclusive,none']

test('what would have to be true, in words and in a file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'results.json')
  const { code, out, error } = await stakes('--rules', ' npv >= $10 bn', '--json', file, ...few)
  expect([code, error]).toEqual([0, ''])
  const [first] = (JSON.parse(readFileSync(file, 'utf8')) as RulesFile).rules
  expect(first.conditions[0].assumption).toBe('openaiReturn')
  for (const one of [first.coverage, first.density, first.support]) {
    expect(one).toBeGreaterThan(0)
    expect(one).toBeLessThanOrEqual(1)
  }
  expect(out).toContain(`here ${first.words}, `)
  expect(out).toMatch(/^By the beliefs of this study the rule holds in /m)
})

test('out of reach, it says how far it goes', async () => {
  const { out } = await stakes('--rules', 'npv > 5,000', ...few, '--of', 'exclusive,none')
  expect(out).toMatch(/^No future has .* the highest of 700 is /m)
})

test.each([
  ['npv', 'takes an outcome, >=, <=, > or <, and a number'],
  ['awsShar>=10', 'did you mean awsShare?'],
  ['npv>=ten', 'takes a number after >=, got ten'],
  ['awsShare<1', 'can be read as 1% or as 100%'],
])('%s is refused: %s', async (typed, words) => {
  const { code, error } = await stakes('--rules', typed, ...few)
  expect(code).not.toBe(0)
  expect(error).toContain(words)
})
