import { expect, test } from 'vitest'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { scatterSection } from '../../../src/dossier/why/scatter.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const study = { ...defaultStudy(), trials: 256 }
const outcomes = ['npv', 'npvAbort', 'closeQuarter']

test('files have an outcome against the belief it goes with most, without a word of what is drawn', async () => {
  for (const outcome of outcomes) {
    const sight = { scenario: 'base', outcome, chosen: 'exclusive', rival: 'none' }
    const section = await scatterSection(new Dossier(runner, study, sight))
    expect(section?.title).toMatch(/./)
    expect(section?.table?.rows.length).toBeGreaterThan(1)
    const said = [section?.measure, section?.caption, ...(section?.lines ?? [])].join(' ')
    expect(said).not.toMatch(/undefined|NaN|upwards|dot|\.\./)
  }
})
