import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
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

test('without a target it is that of the study: of what is in sight, else of the headline', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stakes-'))
  const asked = async (more: object) => {
    const file = join(folder, 'study.json')
    writeFileSync(file, JSON.stringify({ format: 'stakes-study', version: 1, ...more }))
    return stakes('--study', file, '--rules', ...few)
  }
  const targets = { awsShare: 0.28, npv: 4 }
  expect((await asked({ targets })).out).toMatch(/NPV of at least \$4 bn/)
  const shared = await asked({ targets, sight: { outcome: 'awsShare' } })
  expect(shared.out).toMatch(/AWS share of at least 28%/)
  const none = await asked({})
  expect([none.code, none.error]).toEqual([
    2,
    expect.stringContaining(
      'or nothing where the study has "targets", as in { "npv": 10 }; it has none',
    ),
  ])
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
