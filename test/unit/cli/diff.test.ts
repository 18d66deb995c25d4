import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { stakes } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stakes-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

function study(name: string, more: object): string {
  const small = { trials: 512, horizonQuarters: 8, strategies: ['none', 'exclusive'] }
  const text = JSON.stringify({ format: 'stakes-study', version: 1, name, ...small, ...more })
  writeFileSync(at(`${name}.json`), text)
  return at(`${name}.json`)
}
const ana = study('Ana', {})
const ben = study('Ben, too', {
  seed: 'b',
  overrides: {
    openaiReturn: { kind: 'constant', value: -0.5 },
    wacc: { kind: 'constant', value: 0.09 },
  },
  strategies: ['none', { id: 'exclusive', levers: { upfront: 20 } }],
})
const early = study('early', { vantage: '2026-02' })

it('two studies are told apart: what is believed, decided and looked at, and what it does', async () => {
  const { code, out, error } = await stakes('--diff', `${ana},${ben}`, '--json', at('diff.json'))
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/^We disagree on 2 beliefs; .*; the one decision that differs/)
  expect(out).toMatch(/\nWhat we +Entry +Ana +Ben, too +Does to Exclusive alliance/)
  expect(out).toMatch(/\nbelieve +Return on OpenAI shares .* −\$[\d.]+ ± [\d.]+ bn/)
  expect(out).toMatch(/\ndecide +Paid at closing of Exclusive alliance +\$25 bn +\$20 bn/)
  expect(out).toMatch(/\nlook at +Seed +“stakes” +“b”/)
  const { diff } = JSON.parse(readFileSync(at('diff.json'), 'utf8')) as {
    diff: { headline: string; entries: readonly { id: string; effect: number | null }[] }
  }
  expect(out.startsWith(diff.headline)).toBe(true)
  expect(diff.entries.find(({ id }) => id === 'belief openaiReturn')?.effect).toBeLessThan(-1)
})

it('a study differs from itself in nothing', async () => {
  const { out } = await stakes('--diff', `${ana},${ana}`)
  expect(out).toBe(
    'The two studies say the same\nBase case: average NPV in USD bn, and which strategy is best.\n',
  )
})

it.each([
  [[ana], /--diff takes two files, as in mine\.json,theirs\.json; got /],
  [[`${ana},${at('gone.json')}`], /gone\.json cannot be read/],
  [[`${ana},${ben}`, '--trials', '9'], /--diff goes with --json, .* got --trials/],
  [[`${ana},${ben}`, '--verify', ana], /--diff goes with .* got --verify/],
  [[`${ana},${early}`], /early\.json: vantage is one of .*; got 2026-02/],
  [
    [`${ana},${ben}`, '--scenarios', 'nope'],
    /--diff one scenario of the first file is one of base/,
  ],
])('%j is refused in a line', async (args, words) => {
  const { code, out, error } = await stakes('--diff', ...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(words)
})
