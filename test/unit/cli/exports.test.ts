import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ResultsFile } from '../../../src/study/write.ts'
import { stakes } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stakes-exports-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const small = ['--trials', '100', '--horizon', '8']

test('a run without what the others are compared with writes its files', async () => {
  const { code, out, error } = await stakes(
    ...small,
    '--strategies',
    'exclusive',
    '--export',
    'study',
    at('one.study'),
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain(`\nstudy written to ${at('one.study')}\n`)
})

test('a file of one scenario among several says of which, with its digest', async () => {
  const { out } = await stakes(
    ...small,
    '--scenarios',
    'regulators,base',
    '--strategies',
    'none,exclusive',
    '--export',
    'results',
    at('one.json'),
    '--export',
    'study',
    at('all.json'),
  )
  const { digest } = JSON.parse(readFileSync(at('one.json'), 'utf8')) as ResultsFile
  expect(out).toContain(
    `results written to ${at('one.json')}: scenario “Regulatory challenge” alone, digest ${digest.slice(0, 12)}\nstudy written to ${at('all.json')}\n`,
  )
})

test.each<[string[], string]>([
  [
    ['--export', 'md', at('no/a.md')],
    `${at('no/a.md')} cannot be written: its folder is not there`,
  ],
  [['--export', 'md', folder], `${folder} cannot be written: it is a folder`],
  [
    ['--export', 'md', at('a'), '--json', at('a')],
    `every file is expected once, got ${at('a')} twice`,
  ],
  [
    ['--export', 'md', at('a'), '--export', 'csv', `${folder}/./a`],
    `every file is expected once, got ${at('a')} and ${folder}/./a, which are the same`,
  ],
  [['--export', 'md', '-'], '--export md takes the name of a file, got -'],
  [['--export', 'md', '--export', 'csv', at('a')], 'and a file, got md alone'],
  [['--export', 'md', at('a'), 'b'], 'options begin with --, got b'],
])('%o is refused before anything is run', async (args, words) => {
  const { code, out, error } = await stakes(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toContain(words)
})

test.skipIf(process.platform !== 'linux')(
  'what fails when all is computed loses nothing of the rest',
  async () => {
    const { code, out, error } = await stakes(
      ...small,
      '--strategies',
      'none,exclusive',
      '--export',
      'study',
      '/dev/full',
      '--export',
      'study',
      at('rest.study'),
      '--json',
      at('rest.json'),
    )
    expect({ code, error }).toEqual({
      code: 2,
      error: 'stakes: --export study: /dev/full cannot be written: no room is left\n',
    })
    const { digest } = JSON.parse(readFileSync(at('rest.json'), 'utf8')) as ResultsFile
    expect(out).toContain(`digest ${digest}`)
    expect(out).toContain(`study written to ${at('rest.study')}`)
  },
)

test('ids that every object has are ids as any other: a study of them runs, prints and is written', async () => {
  const levers = { invest: true }
  const strategies = ['constructor', 'toString', 'valueOf']
  const study = {
    format: 'stakes-study',
    version: 1,
    trials: 32,
    horizonQuarters: 8,
    strategies: ['none', ...strategies.map((id) => ({ id, label: `Deal ${id}`, levers }))],
    scenarios: ['toString', 'constructor'].map((id) => ({ id, label: id, overrides: {} })),
    scenarioWeights: { toString: 1 },
  }
  writeFileSync(at('ids.json'), JSON.stringify(study))
  const formats = ['md']
  const { code, out, error } = await stakes(
    '--study',
    at('ids.json'),
    '--matrix',
    'npv',
    '--compare',
    'constructor,toString',
    ...formats.flatMap((id) => ['--export', id, at(`ids.${id}`)]),
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  for (const id of strategies) expect(out).toContain(`Deal ${id}`)
  for (const id of formats) expect(out).toContain(`${id} written to`)
})
