import { expect, test } from 'vitest'
import type { Route } from '../../../src/app/state/route.svelte.ts'
import { Present } from '../../../src/app/state/present.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { withSliders } from '../../../src/study/edits/presentation.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const small: Study = withSliders(
  { ...defaultStudy(), trials: 256, strategies: ['none', 'deepTechnical'] },
  'question',
  { beliefs: ['wacc'], levers: [] },
)

/** A talk on its first page, as the page's effects keep it. */
function talk() {
  const studies = new StudyState()
  const run = new Run(runner)
  const view = new View(run, studies)
  const route = { present: 1 } as Route
  const present = new Present({ runner, run, studies, view, route })
  const { whatIf } = present
  const open = (study: Study, id: string) => {
    studies.open(study, { id })
    whatIf.settle()
  }
  const finish = async () => {
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
    whatIf.settle()
    present.request()
    await expect.poll(() => present.slide !== null && !present.isOfBefore(present.slide)).toBe(true)
  }
  return { studies, run, present, whatIf, open, finish }
}

test('what is tried belongs to one study and its figures, and so do pages and sliders', async () => {
  const { studies, run, present, whatIf, open, finish } = talk()
  open(small, 'one')
  await whatIf.open()
  expect([whatIf.isOpen, whatIf.sliders]).toEqual([true, null])
  await finish()
  await expect.poll(() => whatIf.sliders).toEqual({ beliefs: ['wacc'], levers: [] })
  whatIf.move('beliefs', 'wacc', 0.2)
  await expect.poll(() => whatIf.figures.length).toBeGreaterThan(0)

  // Before any effect has run, too.
  const other = { ...small, name: 'Another' }
  studies.open(other, { id: 'two' })
  expect([whatIf.isOpen, whatIf.isMoved, whatIf.sliders, whatIf.figures]).toEqual([
    false,
    false,
    null,
    [],
  ])
  whatIf.keep()
  expect(studies.study).toBe(other)
  expect([present.slide, present.dossier, present.questions]).toEqual([null, null, []])
  expect([present.isReady, present.part, present.runPart]).toEqual([false, 0, 0])

  // What was put back does not come again with the study.
  whatIf.settle()
  open(small, 'one')
  expect(whatIf.isMoved).toBe(false)
  run.request(studies.plan)
  expect(present.slide).not.toBeNull()
})

test('pages of the figures before say so until they are made again', async () => {
  const { studies, present, whatIf, open, finish } = talk()
  open(small, 'one')
  await finish()
  await whatIf.open()
  whatIf.move('beliefs', 'wacc', 0.2)
  whatIf.keep()
  expect(whatIf.refusal).toBeNull()
  expect([whatIf.isOpen, whatIf.isMoved]).toEqual([false, false])
  expect(studies.undoName).toMatch(/^kept a what-if/)
  const before = present.slide
  expect(before && present.isOfBefore(before)).toBe(true)
  expect([present.part, present.dossierNow]).toEqual([0, null])
  await finish()
  expect(present.part).toBeGreaterThan(0)
})
