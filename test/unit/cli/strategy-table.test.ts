import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stakes } from './command.ts'

const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'results.json')
const run = ['--trials', '128', '--scenarios', 'base,regulators', '--table']

interface Entry {
  readonly outcome: string
  readonly scenario: string
  readonly columns: readonly { readonly id: string }[]
  readonly rows: readonly {
    readonly strategy: string
    readonly figures: Readonly<Record<string, { value: number; standardError: number } | null>>
  }[]
  readonly dominance: readonly string[]
}

test('the table of strategies is printed and written for every scenario of the run', async () => {
  const { code, out, error } = await stakes(...run, 'npv', '--json', file)
  expect(error).toBe('')
  expect(code).toBe(0)
  expect(out).toMatch(/\nBase case: .* (has|are not told apart for) the best average/)
  expect(out).toMatch(
    /\nRisk, all futures +Below \$0 bn +At least \$0 bn +Expected shortfall 5%, USD bn/,
  )
  expect(out).toMatch(
    /\nRegret, all futures +Average regret, USD bn +Largest regret, USD bn +Best in\n/,
  )
  expect(out).toMatch(/\nHow talks end, all futures +No offer made/)

  const { table } = JSON.parse(readFileSync(file, 'utf8')) as {
    table: readonly Entry[]
    outcomes: readonly { strategy: string; scenario: string }[]
  }
  expect(table.map(({ outcome, scenario }) => [outcome, scenario])).toEqual([
    ['npv', 'base'],
    ['npv', 'regulators'],
  ])
  for (const { columns, rows, dominance } of table) {
    expect(columns.map(({ id }) => id)).toContain('shortfall5')
    expect(dominance.length).toBeGreaterThan(0)
    for (const { figures } of rows) {
      const { p5, p50, mean, shortfall5 } = figures
      expect(shortfall5?.value).toBeLessThanOrEqual(p5?.value ?? NaN)
      expect(p5?.value).toBeLessThanOrEqual(p50?.value ?? NaN)
      expect(mean?.standardError).toBeGreaterThanOrEqual(0)
    }
  }
})

test('an outcome that only some futures have has neither regret nor dominance', async () => {
  const { code, out } = await stakes('--trials', '64', '--table', 'closeQuarter')
  expect(code).toBe(0)
  expect(out).not.toMatch(/Average regret/)
  expect(out).toMatch(/\nNo investment +–/)
})

test.each([
  ['margin', /--table is one of npv, .*; got margin/],
  ['', /got nothing/],
])('an outcome that is none is refused: “%s”', async (typed, words) => {
  const { code, out, error } = await stakes('--table', typed)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(error).toMatch(words)
})
