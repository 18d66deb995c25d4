import { expect, it } from 'vitest'
import { Answers } from '../../../src/app/state/answers.svelte.ts'
import { Hand } from '../../../src/app/state/hand.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { WhySignposts } from '../../../src/app/state/why-signposts.svelte.ts'
import { Why } from '../../../src/app/state/why.svelte.ts'
import { withSignpost, withSignpostNote } from '../../../src/study/edits/signposts.ts'
import type { KeptSignpost } from '../../../src/study/signposts.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()

it('what to watch follows what is explained, and what is kept the study, through undo', async () => {
  const studies = new StudyState(() => 0)
  studies.open({ ...studies.study, trials: 1024, strategies: ['none', 'exclusive'] })
  const run = new Run(runner)
  run.request(studies.plan)
  await expect.poll(() => run.status).toBe('done')
  const view = new View(run, studies)
  const hand = new Hand(studies, view, () => null)
  const answers = new Answers(runner, run, studies, view, hand)
  const why = new Why({ run, view, hand, studies, answers }, new Brushing({ runner, studies }))
  const signs = new WhySignposts({ runner, studies }, why)
  view.choose('exclusive')
  view.compareWith('none')

  expect([signs.finding, signs.kept]).toEqual([null, []])
  signs.request()
  await expect.poll(() => signs.finding?.later).toMatch(/of Exclusive alliance\b/)
  expect([signs.isOld, signs.isWhole]).toEqual([false, true])

  why.explained = 'difference'
  expect(signs.isOld).toBe(true)
  signs.request()
  await expect.poll(() => signs.finding?.later).toMatch(/Exclusive alliance less No investment/)

  const one: KeptSignpost = { series: 'spend', quarter: '2026Q3', threshold: 140, side: 'above' }
  studies.changeApart('kept a signpost', (study) => withSignpost(study, one))
  expect(signs.kept[0]).toMatchObject({ chance: null, mark: null })
  signs.request()
  await expect.poll(() => signs.kept[0].says).toMatch(/^Then the difference averages [+−]\$/)
  // A note asks nothing again.
  studies.changeApart('changed a note', (study) => withSignpostNote(study, one, 'Ask again.'))
  expect(signs.kept[0]).toMatchObject({ kept: { note: 'Ask again.' } })
  expect(signs.kept[0].mark).not.toBeNull()
  expect(studies.undoName).toBe('changed a note')
  studies.undo()
  studies.undo()
  expect(signs.kept).toEqual([])
})
