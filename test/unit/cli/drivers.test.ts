import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { VarianceSplit } from '../../../src/engine/sensitivity/variance-split.ts'
import { catalogue } from '../../../models/index.ts'
import { stakes } from './command.ts'

interface DriversFile {
  readonly drivers: {
    readonly bars: readonly {
      readonly id: string
      readonly members: readonly string[]
      readonly shocks: boolean
    }[]
    readonly split: VarianceSplit
  }
}

const few = ['--trials', '256', '--horizon', '12', '--strategies', 'exclusive,none']
const idsOf = (role: 'luck' | 'belief') =>
  catalogue.assumptions
    .filter((one) => (one.role === 'luck') === (role === 'luck'))
    .map(({ id }) => id)
    .toSorted()

test('a file of total indices says what each is of, and how the variance falls into parts', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'results.json')
  const asked = ['--drivers', 'awsShare', '--method', 'total', '--of', 'exclusive']
  const { code, out } = await stakes(...asked, '--json', file, ...few)
  expect(code).toBe(0)
  expect(out).toContain('Of the variance, beliefs')
  const { bars, split } = (JSON.parse(readFileSync(file, 'utf8')) as DriversFile).drivers
  const luck = ['luck', 'shocks', 'all-luck'].map((id) => bars.find((one) => one.id === id))
  expect(luck.map((one) => one?.shocks)).toEqual([false, true, true])
  expect(luck.map((one) => one?.members.toSorted())).toEqual([idsOf('luck'), [], idsOf('luck')])
  const beliefs = bars.filter((one) => !luck.includes(one))
  expect(beliefs.flatMap(({ members }) => members).toSorted()).toEqual(idsOf('belief'))
  for (const { id, members } of beliefs.filter((one) => one.members.length === 1)) {
    expect(members).toEqual([id])
  }
  const { oneByOne, together, beliefs: all } = split
  expect(oneByOne.value + together.value).toBeCloseTo(all.value, 9)
  expect(all.value + split.luck.value + split.both.value).toBeCloseTo(1, 9)
})

test.each([
  ['swing', /is the same in every future that counts: there is nothing to explain\.\n$/],
  ['regression', /is the same in every future that counts: there is nothing to explain\.\n$/],
  ['oneAtATime', /so that this method has nothing to explain\.\n$/],
])('of an outcome that is the same everywhere %s has no table', async (method, words) => {
  const { code, out } = await stakes('--drivers', 'npv', '--of', 'none', '--method', method, ...few)
  expect(code).toBe(0)
  expect(out).toMatch(words)
  expect(out).not.toMatch(/^Belief/m)
})
