import { beforeEach, describe, expect, it } from 'vitest'
import { Notices } from '../../../src/app/state/notices.svelte.ts'
import { StudyStore } from '../../../src/app/state/study.svelte.ts'
import { Workbench } from '../../../src/app/state/workbench.ts'

let now = 0
let studies = new StudyStore()
let notices = new Notices()
let chosen = ''
let bench = new Workbench(studies, { choose: (id) => (chosen = id) }, notices)

beforeEach(() => {
  studies = new StudyStore(() => (now += 10_000))
  notices = new Notices()
  chosen = ''
  bench = new Workbench(studies, { choose: (id) => (chosen = id) }, notices)
})

describe('every deed is one step with a name', () => {
  it('of strategies', () => {
    bench.duplicateStrategy('exclusive')
    expect(chosen).toBe('strategy1')
    expect(
      bench.describeStrategy('strategy1', { label: ' Half price ', story: ' Ours. ' }),
    ).toBeNull()
    bench.moveStrategy('strategy1', -2)
    bench.deleteStrategy('nonExclusive')
    bench.restoreStrategy('nonExclusive')
    expect(studies.history.names).toEqual([
      'duplicated Exclusive alliance',
      'renamed Copy of Exclusive alliance',
      'moved Half price up',
      'deleted Investment without exclusivity',
      'restored Investment without exclusivity',
    ])
    expect(studies.strategies.find(({ id }) => id === 'strategy1')).toMatchObject({
      label: 'Half price',
      story: 'Ours.',
    })
    while (studies.undo()) continue
    expect(studies.strategies).toHaveLength(5)
  })

  it('of scenarios, with the one that comes in view', () => {
    bench.duplicateScenario('regulators')
    expect(studies.scenario).toBe('scenario1')
    expect(bench.describeScenario('scenario1', { label: 'Ours', story: '' })).toBeNull()
    bench.moveScenario('scenario1', 1)
    bench.deleteScenario('scenario1')
    expect(studies.scenario).toBe('base')
    studies.undo()
    expect(studies.scenario).toBe('scenario1')
    bench.deleteScenario('regulators')
    expect(studies.scenario).toBe('scenario1')
    bench.restoreScenario('regulators')
    expect(studies.history.names).toEqual([
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
    studies = new StudyStore(() => 0)
    bench = new Workbench(studies, { choose: (id) => (chosen = id) }, notices)
  })

  it('two deeds of one name are two steps', () => {
    for (let k = 0; k < 2; k++) bench.duplicateStrategy('exclusive')
    studies.undo()
    expect(studies.strategies.map(({ id }) => id)).toContain('strategy1')
    for (let k = 0; k < 2; k++) bench.moveScenario('regulators', 1)
    const moved = studies.scenarios.findIndex(({ id }) => id === 'regulators')
    studies.undo()
    expect(studies.scenarios.findIndex(({ id }) => id === 'regulators')).toBe(moved - 1)
  })
})

describe('what cannot be is said and changes nothing', () => {
  it('a name that is taken', () => {
    const { version } = studies
    expect(bench.describeStrategy('none', { label: 'Exclusive alliance', story: '' })).toMatch(
      /called/,
    )
    expect(bench.describeScenario('base', { label: '', story: '' })).toMatch(/has a name/)
    expect(studies.version).toBe(version)
  })

  it('a thirteenth strategy, also one that was deleted', () => {
    bench.deleteStrategy('openEcosystem')
    for (let k = 0; k < 8; k++) bench.duplicateStrategy('exclusive')
    expect(studies.strategies).toHaveLength(12)
    expect(notices.list).toEqual([])
    bench.duplicateStrategy('exclusive')
    bench.restoreStrategy('openEcosystem')
    expect(studies.strategies).toHaveLength(12)
    expect(notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/at most 12/)])
  })

  it('a twenty-fifth scenario, also one that was deleted', () => {
    bench.deleteScenario('regulators')
    while (studies.scenarios.length < 24) bench.duplicateScenario('base')
    expect(notices.list).toEqual([])
    const { version } = studies
    bench.restoreScenario('regulators')
    expect(studies.version).toBe(version)
    expect(notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/at most 24/)])
  })

  it('a scenario that cannot be run', () => {
    const { scenario } = studies
    bench.chooseScenario('nowhere')
    expect(studies.scenario).toBe(scenario)
    expect(notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/nowhere/)])
    bench.chooseScenario('regulators')
    expect(studies.scenario).toBe('regulators')
    expect(notices.list).toHaveLength(1)
  })

  it('deleting what everything is compared with or follows', () => {
    const { version } = studies
    bench.deleteStrategy('none')
    bench.deleteScenario('base')
    expect(studies.version).toBe(version)
  })

  it('anything while another tab holds the study', () => {
    studies.readOnly = true
    bench.duplicateStrategy('exclusive')
    bench.moveScenario('regulators', 1)
    expect(studies.history.names).toEqual([])
    expect(notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/another tab/)])
  })
})
