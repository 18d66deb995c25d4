import { expect, test } from 'vitest'
import { type Dossier, formats } from '../../../src/app/export/formats.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { readStudy } from '../../../src/study/index.ts'

const study = exampleStudy()
const unfinished: Dossier = { study, scenario: 'base', results: null, series: async () => [] }

test('formats have ids and labels of their own', () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length)
  expect(new Set(formats.map(({ label }) => label)).size).toBe(formats.length)
})

test.each(formats)('$id is written of a finished run, or says that it cannot', async (format) => {
  const { write } = await format.load()
  if (format.needsResults)
    await expect(write(unfinished)).rejects.toThrow('when the run has finished')
  else expect((await write(unfinished)).name.join(' ')).toContain(study.name)
})

test('the study file opens as the study', async () => {
  const { write } = await import('../../../src/app/export/study-file.ts')
  expect(readStudy(write(unfinished).text)).toMatchObject({
    name: study.name,
    notes: study.notes,
  })
})
