import { beforeEach, describe, expect, it } from 'vitest'
import { putScenarioInView } from '../../../src/app/actions/choose-scenario.ts'
import { deleteScenario } from '../../../src/app/actions/delete-scenario.ts'
import { deleteStrategy } from '../../../src/app/actions/delete-strategy.ts'
import { duplicateScenario } from '../../../src/app/actions/duplicate-scenario.ts'
import { duplicateStrategy } from '../../../src/app/actions/duplicate-strategy.ts'
import { moveScenarioDown } from '../../../src/app/actions/move-scenario-down.ts'
import { moveStrategyUp } from '../../../src/app/actions/move-strategy-up.ts'
import { renameScenario, renameStrategy } from '../../../src/app/actions/parts/rename.ts'
import { restoreScenario } from '../../../src/app/actions/restore-scenario.ts'
import { restoreStrategy } from '../../../src/app/actions/restore-strategy.ts'
import { page } from './page.ts'

let app = page()

beforeEach(() => {
  app = page()
})

describe('every deed is one step with a name', () => {
  it('of strategies', () => {
    duplicateStrategy.do(app, 'exclusive')
    expect(app.view.chosen).toBe('strategy1')
    expect(renameStrategy(app, 'strategy1', { label: ' Half price ', story: ' Ours. ' })).toBeNull()
    moveStrategyUp.do(app, 'strategy1')
    deleteStrategy.do(app, 'nonExclusive')
    restoreStrategy.do(app, 'nonExclusive')
    expect(app.studies.history.names).toEqual([
      'duplicated Exclusive alliance',
      'renamed Copy of Exclusive alliance',
      'moved Half price up',
      'deleted Investment without exclusivity',
      'restored Investment without exclusivity',
    ])
    expect(app.studies.strategies.find(({ id }) => id === 'strategy1')).toMatchObject({
      label: 'Half price',
      story: 'Ours.',
    })
    while (app.studies.undo()) continue
    expect(app.studies.strategies).toHaveLength(5)
  })

  it('of scenarios, with the one that comes in view', () => {
    duplicateScenario.do(app, 'regulators')
    expect(app.studies.scenario).toBe('scenario1')
    expect(renameScenario(app, 'scenario1', { label: 'Ours', story: '' })).toBeNull()
    moveScenarioDown.do(app, 'scenario1')
    deleteScenario.do(app, 'scenario1')
    expect(app.studies.scenario).toBe('base')
    app.studies.undo()
    expect(app.studies.scenario).toBe('scenario1')
    deleteScenario.do(app, 'regulators')
    expect(app.studies.scenario).toBe('scenario1')
    restoreScenario.do(app, 'regulators')
    expect(app.studies.history.names).toEqual([
      'duplicated Regulatory challenge',
      'renamed Copy of Regulatory challenge',
      'moved Ours down',
      'deleted Regulatory challenge',
      'restored Regulatory challenge',
    ])
  })
})

describe('however quickly they follow each other', () => {
  beforeEach(() => {
    app = page(() => 0)
  })

  it('two deeds of one name are two steps', () => {
    for (let k = 0; k < 2; k++) duplicateStrategy.do(app, 'exclusive')
    app.studies.undo()
    expect(app.studies.strategies.map(({ id }) => id)).toContain('strategy1')
    for (let k = 0; k < 2; k++) moveScenarioDown.do(app, 'regulators')
    const moved = app.studies.scenarios.findIndex(({ id }) => id === 'regulators')
    app.studies.undo()
    expect(app.studies.scenarios.findIndex(({ id }) => id === 'regulators')).toBe(moved - 1)
  })
})

describe('what cannot be is said and changes nothing', () => {
  it('a name that is taken', () => {
    const { version } = app.studies
    expect(renameStrategy(app, 'none', { label: 'Exclusive alliance', story: '' })).toMatch(
      /called/,
    )
    expect(renameScenario(app, 'base', { label: '', story: '' })).toMatch(/has a name/)
    expect(app.studies.version).toBe(version)
  })

  it('a thirteenth strategy, also one that was deleted', () => {
    deleteStrategy.do(app, 'openEcosystem')
    for (let k = 0; k < 8; k++) duplicateStrategy.do(app, 'exclusive')
    expect(app.studies.strategies).toHaveLength(12)
    expect(app.notices.list).toEqual([])
    duplicateStrategy.do(app, 'exclusive')
    restoreStrategy.do(app, 'openEcosystem')
    expect(app.studies.strategies).toHaveLength(12)
    expect(app.notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/at most 12/)])
  })

  it('a twenty-fifth scenario, also one that was deleted', () => {
    deleteScenario.do(app, 'regulators')
    while (app.studies.scenarios.length < 24) duplicateScenario.do(app, 'base')
    expect(app.notices.list).toEqual([])
    const { version } = app.studies
    restoreScenario.do(app, 'regulators')
    expect(app.studies.version).toBe(version)
    expect(app.notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/at most 24/)])
  })

  it('a scenario that cannot be run', () => {
    const { scenario } = app.studies
    putScenarioInView(app, 'nowhere')
    expect(app.studies.scenario).toBe(scenario)
    expect(app.notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/nowhere/)])
    putScenarioInView(app, 'regulators')
    expect(app.studies.scenario).toBe('regulators')
    expect(app.notices.list).toHaveLength(1)
  })

  it('deleting what everything is compared with or follows', () => {
    const { version } = app.studies
    deleteStrategy.do(app, 'none')
    deleteScenario.do(app, 'base')
    expect(app.studies.version).toBe(version)
  })

  it('anything while another tab holds the study', () => {
    app.studies.readOnly = true
    duplicateStrategy.do(app, 'exclusive')
    moveScenarioDown.do(app, 'regulators')
    expect(app.studies.history.names).toEqual([])
    expect(app.notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/another tab/)])
  })
})
