import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stakes } from './command.ts'

interface SignFile {
  readonly series: string
  readonly quarter: string
  readonly threshold: number
  readonly chance: number
  readonly below: string | null
  readonly above: string | null
}

test('what to watch is printed and stands in the file, of what is explained', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'results.json')
  const few = ['--trials', '1024', '--strategies', 'none,exclusive']
  const ran = await stakes('--signposts', '--of', 'exclusive,none', '--json', file, ...few)
  expect([ran.code, ran.error]).toEqual([0, ''])
  expect(ran.out).toMatch(/^The next two quarters, 2025Q4 and 2026Q1, have already come[,:] /m)
  expect(ran.out).toContain('Exclusive alliance less No investment')
  const { signposts } = JSON.parse(readFileSync(file, 'utf8')) as {
    signposts: readonly SignFile[]
  }
  for (const one of signposts) {
    expect(one.quarter).toMatch(/^202[5-7]Q[1-4]$/)
    expect(one.chance).toBeGreaterThan(0)
    expect(['none', 'exclusive']).toContain(one.below)
  }
})
