import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { market, offeredAt } from '../../../models/index.ts'
import type { ResultsFile } from '../../../src/study/write.ts'
import { npmRun, npmRunCut, stakes } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stakes-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const small = ['--trials', '64', '--horizon', '8']

describe('the command line', () => {
  it('prints a table that names every strategy, the seed and the digest', async () => {
    const { code, out, error } = await stakes(...small)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    for (const { label } of offeredAt('2025-12')) expect(out).toContain(label)
    expect(out).toMatch(/64 futures of 8 quarters/)
    expect(out).toMatch(/\ndigest [0-9a-f]{64}\n$/)
  })

  it('gives the same digest with any number of workers, and as a file', async () => {
    const cases = ['--strategies', 'none,exclusive', '--scenarios', 'base,aiCorrection']
    const blocks = ['--trials', '700', '--horizon', '8', ...cases]
    // The last one in this thread.
    const digests = await Promise.all(
      [['--workers', '1'], ['--workers', '3'], []].map(async (workers) => {
        const { out } = await stakes(...blocks, ...workers, '--json', '-')
        return (JSON.parse(out) as ResultsFile).digest
      }),
    )
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(digests).size).toBe(1)
    const { out } = await stakes(...blocks, '--json', at('whole.json'))
    expect(out).toContain(`digest ${digests[0]}`)
    const file = JSON.parse(readFileSync(at('whole.json'), 'utf8')) as ResultsFile
    expect(file.digest).toBe(digests[0])
  })

  it('verifies what it wrote, and says what moved in what was changed', async () => {
    await stakes(...small, '--scenarios', 'base,aiCorrection', '--json', at('results.json'))
    const good = await stakes('--verify', at('results.json'))
    expect(good.code).toBe(0)
    expect(good.out).toMatch(/reproduced exactly/)
    const text = readFileSync(at('results.json'), 'utf8')
    writeFileSync(at('changed.json'), text.replace('"seed": "stakes"', '"seed": "other"'))
    // As a process of its own: its exit code is what a script asks.
    const bad = await npmRun('simulate', '--verify', at('changed.json'))
    expect(bad.code).toBe(1)
    expect(bad.out).toMatch(
      /not reproduced\n {2}The figures in this file do not belong to this study\./,
    )
    expect(bad.out).toMatch(/“.*”, Base case: average .* in the file, .* now\./)
    expect(bad.out).toMatch(/\n {2}digest: .* in the file/)
  })

  it('opens a results file as a study, and flags win over it', async () => {
    await stakes(...small, '--seed', 'mine', '--strategies', 'exclusive', '--json', at('one.json'))
    const again = await stakes('--study', at('one.json'), '--json', '-')
    expect(again.out).toBe(readFileSync(at('one.json'), 'utf8'))
    const other = await stakes('--study', at('one.json'), '--seed', 'theirs', '--json', '-')
    expect((JSON.parse(other.out) as ResultsFile).study.seed).toBe('theirs')
  })

  it('prints one future in full, the same as the run has it', async () => {
    const { out } = await stakes(...small, '--future', '63', '--json', '-')
    const future = JSON.parse(out) as {
      trial: number
      scenarios: { inputs: object; cases: { series: Record<string, number[]> }[] }[]
    }
    expect(future.trial).toBe(63)
    expect(Object.keys(future.scenarios[0].inputs)).toHaveLength(market.assumptions.length)
    expect(future.scenarios[0].cases[0].series.awsShare).toHaveLength(9)
    const text = await stakes(...small, '--future', '0')
    expect(text.out).toMatch(/(loses|earns) \$[\d.]+ bn|comes to \$0 bn/)
    expect(text.out).toMatch(/of 100 draws/)
    for (const { id } of market.assumptions) expect(text.out).toContain(id)
  })

  it('sets two strategies beside each other, and tests every law', async () => {
    const { code, out } = await stakes(...small, '--compare', 'exclusive,none', '--check')
    expect(code).toBe(0)
    expect(out).toMatch(/exclusive less none, future by future/)
    for (const { label } of market.checks) expect(out).toContain(label)
  })

  it('sees the deal signed and paid, and sets all against it', async () => {
    const { code, out, error } = await stakes(...small, '--vantage', '2026-10')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    for (const { label } of offeredAt('2026-10')) expect(out).toContain(label)
    expect(out).not.toContain('Exclusive alliance')
    expect(out).toMatch(/Net present value less that of “The deal as signed”/)
    expect(out).toMatch(/\$50 bn is spent whatever is chosen now/)
  })

  it('of all strategies takes those of the vantage, and runs any that is named', async () => {
    const all = await stakes(...small, '--vantage', '2026-10', '--strategies', 'all')
    expect(all.out).toBe((await stakes(...small, '--vantage', '2026-10')).out)
    const named = await stakes(...small, '--vantage', '2026-10', '--strategies', 'none,exclusive')
    expect(named.out).toContain('Exclusive alliance')
    expect(named.error).toMatch(
      /strategy exclusive: \$50 bn had been paid by then, .* \$25 bn counts/,
    )
    expect(named.error.trimEnd().split('\n')).toHaveLength(1)
  })

  it('compares one strategy alone with what has been decided', async () => {
    const before = await stakes(...small, '--compare', 'exclusive')
    expect(before.out).toContain('exclusive less none, future by future')
    const after = await stakes(...small, '--vantage', '2026-10', '--compare', 'deepen')
    expect(after.out).toContain('deepen less asSigned, future by future')
  })

  it('counts the futures that agree with what has come in since', async () => {
    const args = ['--vantage', '2025-12', '--trials', '600', '--horizon', '8', '--observed']
    const { code, out, error } = await stakes(...args)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(/Base case: \d+ of 600 futures agree with what has come in since/)
    expect(out).toMatch(/2026Q2 +Cloud spend +\$143 bn a quarter/)
    expect(out).toContain('those that agree')
  })

  it('says how the answer depends on the horizon', async () => {
    const { code, out } = await stakes(
      '--trials',
      '64',
      '--strategies',
      'none,exclusive',
      '--horizons',
    )
    expect(code).toBe(0)
    expect(out).toMatch(/\n +12 .*\n +16 /)
    expect(out).toMatch(/\n +40 /)
  })

  it('explains itself', async () => {
    const { code, out } = await stakes('--help')
    expect(code).toBe(0)
    expect(out).toMatch(/--verify FILE/)
  })
})

test.each([
  [['--trials', '0'], /trials is a whole number/],
  [['--trials', 'many'], /--trials takes a whole number, got many/],
  [['--horizon', '41'], /horizonQuarters .* got 41/],
  [['--vantage', '2020-01'], /vantage is one of/],
  [['--strategies', 'none,merge'], /strategy is one of .* got merge/],
  [['--scenarios', ''], /scenario is one of .* got nothing/],
  [['--sampling', 'grid'], /sampling is one of/],
  [['--future', '10000'], /from 0 to 9999/],
  [['--compare', 'none'], /--compare takes two different strategies/],
  [['--workers', '0'], /--workers takes a whole number from 1 to 256/],
  [['--nonsense'], /Unknown option '--nonsense'/],
  [['--study', 'absent.json'], /absent.json cannot be read/],
  [['--verify', 'package.json'], /package.json: a file of Stakes has "format"/],
  [['--verify', 'x.json', '--trials', '9'], /--verify .* got --trials/],
  [['--trials', '9', '--json', '/absent/folder/x.json'], /cannot be written/],
])('%j is one clear line on standard error, exit code 2 and no output', async (args, words) => {
  const { code, out, error } = await stakes(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(words)
  expect(error.trimEnd().split('\n')).toHaveLength(1)
})

test('a results file is written whole or not at all', async () => {
  const before = readdirSync(folder)
  const { code } = await stakes(...small, '--json', folder)
  expect(code).toBe(2)
  expect(readdirSync(folder)).toEqual(before)
  expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a process that is asked for nonsense ends with 2 and prints nothing', async () => {
  const { code, out, error } = await npmRun('simulate', '--trials', 'many')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toBe('stakes: --trials takes a whole number, got many\n')
})

test('a process whose reader goes away ends without a word', async () => {
  // More than a pipe holds.
  const { out, error } = await npmRunCut(...small, '--scenarios', 'base', '--json', '-')
  expect(out).toMatch(/^\{\s+"format": "stakes-results"/)
  expect(error).toBe('')
})

test('what was foreseen is printed beside what came, and says how well', async () => {
  const { code, out, error } = await npmRun('hindcast')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  for (const words of ['March 2024', 'December 2025', 'Skill against a naive forecast']) {
    expect(out).toContain(words)
  }
  const [first] = out.split('\n').filter((line) => line.startsWith('20'))
  expect(first).toMatch(/^2026Q2 +Cloud spend, .* 143\.4 .*no, above$/)
})
