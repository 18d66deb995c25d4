import { beforeEach, describe, expect, it } from 'vitest'
import { withTarget } from '../../../src/study/edits/targets.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'

let now = 0
let studies = new StudyState()
const trials = (to: number, name = 'changed the trials') =>
  studies.change(name, (study) => ({ ...study, trials: to }))

beforeEach(() => {
  now = 0
  studies = new StudyState(() => (now += 10_000))
})

describe('changes are steps', () => {
  it('each can be undone and done again, under its name', () => {
    trials(5000)
    studies.choose('regulators')
    expect(studies.undoName).toBe('chose the scenario Regulatory challenge')
    expect(studies.undo()).toEqual({ name: studies.redoName, problem: null })
    expect(studies.scenario).toBe('base')
    expect(studies.undo()?.name).toBe('changed the trials')
    expect(studies.study.trials).toBe(10_000)
    expect(studies.undo()).toBeNull()
    studies.redo()
    studies.redo()
    expect([studies.study.trials, studies.scenario]).toEqual([5000, 'regulators'])
    expect(studies.redo()).toBeNull()
  })

  it('what is undone is what is run', () => {
    trials(5000)
    studies.undo()
    expect(studies.plan.trials).toBe(10_000)
  })

  it('a change that changes nothing and one that is refused are none', () => {
    const { version } = studies
    expect(trials(10_000)).toBeNull()
    expect(trials(0.5)).toMatch(/whole number/)
    expect([studies.undoName, studies.version]).toEqual([null, version])
  })

  it('the same name in quick succession is one step; later, or another name, is not', () => {
    let clock = 0
    studies = new StudyState(() => clock)
    for (const to of [9000, 8000]) trials(to)
    clock += 100
    trials(7000)
    trials(6000, 'typed the trials')
    clock += 5000
    trials(5000, 'typed the trials')
    const seen = [studies.study.trials]
    while (studies.undo()) seen.push(studies.study.trials)
    expect(seen).toEqual([5000, 6000, 7000, 10_000])
  })

  it('a target is a step for which nothing is run again, and its drag is one', () => {
    const { plan } = studies
    const aim = (at: number, further?: true) =>
      studies.look('moved the target', (study) => withTarget(study, 'npv', at), further)
    aim(4)
    aim(6)
    aim(9, true)
    expect([studies.study.targets, studies.plan]).toEqual([{ npv: 9 }, plan])
    expect(studies.plan).toBe(plan)
    studies.undo()
    expect([studies.study.targets, studies.undoName]).toEqual([{ npv: 4 }, 'moved the target'])
    studies.undo()
    expect(studies.study).not.toHaveProperty('targets')
    expect(studies.plan).toBe(plan)
  })

  it('who may change nothing may still look at another target, which is no step', () => {
    studies.readOnly = true
    expect(studies.look('moved it', (study) => withTarget(study, 'npv', 4))).toBeNull()
    expect([studies.study.targets, studies.undoName]).toEqual([{ npv: 4 }, null])
  })

  it('nothing joins a step that was undone and done again', () => {
    studies = new StudyState(() => 0)
    trials(9000)
    studies.undo()
    studies.redo()
    trials(8000)
    studies.undo()
    expect(studies.study.trials).toBe(9000)
  })

  it('another study brings its own', () => {
    trials(9000)
    expect(studies.open({ ...studies.study, name: 'Other' })).toBeNull()
    expect(studies.undoName).toBeNull()
  })
})

describe('a study that another tab holds', () => {
  it('refuses every change in words, and undo', () => {
    trials(9000)
    studies.readOnly = true
    expect(trials(8000)).toMatch(/open in another tab/)
    expect(studies.undo()?.problem).toMatch(/open in another tab/)
    expect(studies.study.trials).toBe(9000)
  })

  it('can be looked at in another scenario, without a step', () => {
    studies.readOnly = true
    expect(studies.choose('regulators')).toBeNull()
    expect([studies.scenario, studies.undoName]).toEqual(['regulators', null])
  })
})
