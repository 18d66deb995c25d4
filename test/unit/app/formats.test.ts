import { expect, test } from 'vitest'
import { formats } from '../../../src/app/export/formats.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { readStudy } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const study = { ...exampleStudy(), trials: 128 }
const sight = { scenario: 'base', outcome: 'npv', chosen: 'deepTechnical', rival: 'none' }
const dossier = new Dossier(marketRunner(), study, sight)

test('formats have ids, labels and words of their own', () => {
  for (const field of ['id', 'label', 'about'] as const) {
    expect(new Set(formats.map((one) => one[field])).size).toBe(formats.length)
  }
})

test.each(formats)('$id is written of a study and has its name', async ({ load }) => {
  const { write } = await load()
  const { name, content } = await write(dossier)
  expect(name.join(' ')).toContain(study.name)
  expect(content.length).toBeGreaterThan(100)
})

test('the study file opens as the study', async () => {
  const { write } = await import('../../../src/app/export/study-file.ts')
  const { sight, ...rest } = readStudy(String(write(dossier).content))
  expect(rest).toEqual(readStudy(JSON.stringify(study)))
  expect(sight).toEqual(dossier.sight)
})
