import { expect, test } from 'vitest'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { flipsSection, hingeSentence } from '../../../src/dossier/why/flips.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { market } from '../../../src/study/model.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'none' }
const dossierOf = (outcome: string, trials = 1024) =>
  new Dossier(runner, { ...defaultStudy(), trials }, { ...sight, outcome })

test('files and the talk carry what flips the choice, as the headline has it', async () => {
  const dossier = dossierOf('npv')
  const section = await flipsSection(dossier)
  expect(`${section?.title}.`).toBe(await hingeSentence(dossier))
  expect(section?.lines.length).toBeGreaterThan(0)
  expect(section?.lines.length).toBeLessThanOrEqual(2)
  expect(section?.table?.rows.length).toBeGreaterThanOrEqual(section?.lines.length ?? 0)
  expect(JSON.stringify(section)).not.toMatch(/NaN|undefined|Infinity/)
})

test('there is none of what has no better side, and none is found in few futures', async () => {
  const neutral = market.outcomes.find((one) => one.kind === 'number' && one.better === 'neutral')
  expect(await flipsSection(dossierOf(neutral?.id ?? ''))).toBeNull()
  const few = await flipsSection(dossierOf('npv', 256))
  expect(few).toMatchObject({ lines: [], table: null })
  expect(few?.title).toContain('Too few futures')
})
