import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import scripts from '../../../package.json' with { type: 'json' }
import { readFile } from '../../../src/study/read.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { withOutput } from '../../record/readme.ts'
import { npmRun } from './command.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

test('the README shows what the command line prints; if that is meant, run `npm run record`', async () => {
  const { code, out, error } = await npmRun('simulate')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(withOutput(readme, out)).toBe(readme)
})

test('every npm command in the README exists', () => {
  const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)].map(([, name]) => name)
  expect(new Set(named).size).toBeGreaterThan(6)
  expect(named.filter((name) => !(name in scripts.scripts))).toEqual([])
})

test('the study in the README can be run', () => {
  const [, json] = /```json\n([^]*?)```/.exec(readme) ?? []
  expect(resolveStudy(readFile(json).study).scenarios).toHaveLength(2)
})
