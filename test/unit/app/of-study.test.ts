import { describe, expect, it } from 'vitest'
import { BeliefCatalogue } from '../../../src/app/belief/catalogue.svelte.ts'
import { market } from '../../../models/index.ts'
import { OfStudy } from '../../../src/app/state/of-study.svelte.ts'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { Why } from '../../../src/app/state/why.svelte.ts'
import { WhyRules } from '../../../src/app/state/why-rules.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { withScenarioCopy } from '../../../src/study/edits/scenarios.ts'
import { withStrategyCopy } from '../../../src/study/edits/strategies.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { marketRunner } from '../models/bundled.ts'
import { page } from './page.ts'

it('what was chosen in a study holds there alone', () => {
  const studies = { id: 'a' }
  const chosen = new OfStudy(studies, '')
  expect(chosen.value).toBe('')
  chosen.value = 'strategy1'
  expect(chosen.value).toBe('strategy1')
  studies.id = 'b'
  expect(chosen.value).toBe('')
})

describe('in another study with the same ids', () => {
  it('the strategies in focus are not those chosen before', () => {
    const studies = new StudyState()
    studies.change('duplicated it twice', (study) =>
      withStrategyCopy(withStrategyCopy(study, 'none', 'strategy1'), 'none', 'strategy2'),
    )
    const runner = marketRunner()
    const view = new View(new Run(runner), studies)
    view.choose('strategy1')
    view.compareWith('strategy2')
    expect([view.chosen, view.rival]).toEqual(['strategy1', 'strategy2'])
    studies.open(studies.study)
    expect(view.chosen).toBe(market.reference)
    expect(view.rival).not.toBe('strategy2')
  })

  it('nobody set a target yet', () => {
    const app = page()
    const rules = new WhyRules(app, new Why(app, new Brushing(app)))
    const first = app.view.targetOf(app.view.outcome)
    rules.moveTarget(7)
    expect([app.view.targets, rules.aboutTarget]).toEqual([{ npv: 7 }, 'set'])
    app.studies.open(defaultStudy())
    expect([app.view.targets, rules.aboutTarget]).toEqual([{}, 'unset'])
    expect(app.view.targetOf(app.view.outcome)).toEqual(first)
  })

  it('nothing is compared with, and what differs there hides no belief', () => {
    const studies = new StudyState()
    studies.change('duplicated it', (study) => withScenarioCopy(study, 'regulators', 'scenario1'))
    const beliefs = new BeliefCatalogue(studies, { of: () => null } as never)
    const all = beliefs.rows.length
    beliefs.compareWith('scenario1')
    beliefs.filter = 'differ'
    expect(beliefs.shown.length).toBeGreaterThan(0)
    expect(beliefs.shown.length).toBeLessThan(all)
    // Put in view it is no longer another one.
    studies.choose('scenario1')
    expect([beliefs.filter, beliefs.shown.length]).toEqual(['all', all])
    studies.choose('base')
    expect(beliefs.filter).toBe('differ')
    studies.open(studies.study)
    expect(beliefs.against).toBeNull()
    expect([beliefs.filter, beliefs.shown.length]).toEqual(['all', all])
  })
})
