import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readStudy } from '../../../src/study/index.ts'
import { stakes } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stakes-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'study.json')

/** What is in sight of what is exported of a study with a sight, and what is said of it. */
async function seenOf(sight: object, ...flags: readonly string[]) {
  const given = { format: 'stakes-study', version: 1, trials: 32, horizonQuarters: 8, sight }
  writeFileSync(file, JSON.stringify(given))
  const out = join(folder, 'out.json')
  const { code, error } = await stakes('--study', file, ...flags, '--export', 'study', out)
  return { code, error, sight: readStudy(readFileSync(out, 'utf8')).sight }
}

const sight = {
  scenario: 'regulators',
  outcome: 'peakCashAtRisk',
  chosen: 'openEcosystem',
  rival: 'exclusive',
}

it('what was in sight of a study is in sight of what is exported of it, but for what flags leave out', async () => {
  expect(await seenOf(sight)).toEqual({ code: 0, error: '', sight })
  const flags = ['--scenarios', 'base', '--strategies', 'none,openEcosystem']
  const less = { ...sight, scenario: 'base', rival: 'none' }
  expect(await seenOf(sight, ...flags)).toEqual({ code: 0, error: '', sight: less })
})

it('what is not there is named and stays out of sight', async () => {
  const { code, error, sight: seen } = await seenOf({ scenario: 'nowhere', rival: 'exclusive' })
  expect({ code, error }).toEqual({
    code: 0,
    error: 'stakes: not read: sight: no scenario here is called nowhere\n',
  })
  expect(seen).toMatchObject({ scenario: 'base', outcome: 'npv' })
})

it('a field of sight that is not read is named, whatever flags leave out', async () => {
  const { code, error } = await seenOf({ choosen: 'none' }, '--scenarios', 'base')
  expect({ code, error }).toEqual({
    code: 0,
    error: 'stakes: not read: sight: choosen; did you mean chosen?\n',
  })
})
