import { beforeEach, describe, expect, it } from 'vitest'
import { Hand } from '../../../src/app/state/hand.svelte.ts'
import type { Picture } from '../../../src/app/state/pictures.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
let now = 0
let picture: Picture | null = null
let studies = new StudyState()
let run = new Run(runner)
let view = new View(run, studies)
let hand = new Hand(studies, view, () => picture)

beforeEach(() => {
  picture = null
  studies = new StudyState(() => (now += 10_000))
  run = new Run(runner)
  view = new View(run, studies)
  hand = new Hand(studies, view, () => picture)
})

const drag = (...values: readonly number[]) =>
  values.map((trials) => hand.during('changed the trials', (study) => ({ ...study, trials })))

describe('a drag', () => {
  it('is one step, and the next drag another', () => {
    drag(9000, 8000, 7000)
    expect(hand.holding).toBe(true)
    hand.end()
    drag(6000, 5000)
    hand.end()
    expect(studies.history.names).toHaveLength(2)
    studies.undo()
    expect(studies.study.trials).toBe(7000)
    studies.undo()
    expect(studies.study.trials).toBe(10_000)
  })

  it('does not go on with what was undone under it', () => {
    drag(9000, 8000)
    studies.undo()
    drag(7000)
    studies.undo()
    expect(studies.study.trials).toBe(10_000)
    drag(9000)
    studies.undo()
    studies.redo()
    drag(7000)
    studies.undo()
    expect(studies.study.trials).toBe(9000)
  })

  it('leaves out what is refused, and goes on', () => {
    expect(drag(9000, 0.5, 8000)).toEqual([null, expect.stringMatching(/whole number/), null])
    studies.undo()
    expect(studies.study.trials).toBe(10_000)
  })

  it('that holds nothing changes as any other change does', () => {
    for (const trials of [9000, 8000]) {
      hand.change('changed the trials', (study) => ({ ...study, trials }))
    }
    expect(hand.holding).toBe(false)
    expect(studies.history.names).toHaveLength(2)
  })
})

describe('what was in sight when the hand took hold', () => {
  const finish = async () => {
    run.request(studies.plan)
    await expect.poll(() => run.status, { timeout: 30_000 }).toBe('done')
    if (!run.results) throw new Error('expected results, got none')
    picture = {
      results: run.results,
      outcome: view.outcome,
      where: 'all',
      shapes: [],
      means: 'all',
      figures: {},
      base: null,
      splits: {},
      against: {},
      cases: run.results.cases,
      agreeing: null,
      tolerance: null,
      isEmpty: false,
    }
  }
  const dearer = () => hand.during('changed it', (study) => ({ ...study, overrides: overrides() }))
  const overrides = () => ({ wacc: { kind: 'constant', value: 0.2 } as const })

  beforeEach(async () => {
    studies.open({ ...studies.study, trials: 256, strategies: ['none', 'deepTechnical'] })
    await finish()
  })

  it('is what moves are counted from, until another strategy comes in focus', async () => {
    expect(hand.before).toBeNull()
    const { results } = run
    dearer()
    hand.end()
    await finish()
    expect(hand.before).toBe(results)
    hand.forget()
    expect(hand.before).toBeNull()
  })

  it('means nothing in another study', async () => {
    dearer()
    await finish()
    studies.open(studies.study)
    expect(hand.before).toBeNull()
  })

  it('keeps the strategies where they are, though another may become better', async () => {
    studies.open({ ...studies.study, strategies: ['none', 'deepTechnical', 'exclusive'] })
    await finish()
    const { chosen, rival } = view
    dearer()
    view.outcomeId = 'peakCashAtRisk'
    expect([view.chosen, view.rival]).toEqual([chosen, rival])
    const free = new View(run, studies)
    free.outcomeId = 'peakCashAtRisk'
    expect([free.chosen, free.rival]).not.toEqual([chosen, rival])
  })
})
