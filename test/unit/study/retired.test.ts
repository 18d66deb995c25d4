import { describe, expect, it, vi } from 'vitest'
import type * as models from '../../../models/index.ts'
import { market } from '../../../models/index.ts'
import type { Correlation } from '../../../src/engine/model.ts'
import { withCorrelations, withPairs } from '../../../src/study/edits/correlations.ts'
import { withoutStrategy } from '../../../src/study/edits/strategies.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withLever } from '../../../src/study/edits/levers.ts'
import { resolvedScenarios, resolvedStrategies } from '../../../src/study/edits/resolved.ts'
import { questionsOf, withVantage } from '../../../src/study/edits/vantage.ts'
import { planOf } from '../../../src/study/plan.ts'
import { readFile, readStudy } from '../../../src/study/read.ts'
import { writeStudy } from '../../../src/study/study.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { simplified } from '../../../src/study/simplify.ts'
import type { Study } from '../../../src/study/study.ts'
import { verify } from '../../../src/study/verify.ts'
import { type ResultsFile, resultsFile } from '../../../src/study/write.ts'
import { MemoryStore } from '../app/memory-store.ts'
import { Tab } from '../app/tabs.ts'
import { marketRunner } from '../models/bundled.ts'

// A model that once had one more of each.
vi.mock('../../../models/index.ts', async (original) => {
  const own = await original<typeof models>()
  const retired = {
    assumptions: ['goodwill'],
    levers: ['charm'],
    outcomes: ['gloom'],
    series: ['mood'],
    strategies: ['merge'],
    scenarios: ['doom'],
    vantages: ['2020-01'],
  }
  return {
    ...own,
    catalogue: { ...own.catalogue, retired },
    market: { ...own.market, retired },
  }
})

const half = { kind: 'constant', value: 0.5 } as const
const wacc = { kind: 'constant', value: 0.09 } as const
const pair: Correlation = ['wacc', 'taxRate', 0.3]
/** Without what is gone. */
const left = {
  format: 'stakes-study',
  version: 1,
  trials: 50,
  horizonQuarters: 8,
  overrides: { wacc },
  correlations: [pair],
  strategies: ['none', { id: 'own', levers: { invest: true } }],
  scenarios: ['base', { id: 'mine', overrides: { taxRate: { kind: 'constant', value: 0.2 } } }],
}
const kept = {
  ...left,
  overrides: { wacc, goodwill: half },
  correlations: [pair, ['wacc', 'goodwill', 0.9], ['goodwill', 'taxRate', -0.9]],
  strategies: [
    'merge',
    'none',
    { id: 'own', levers: { invest: true, charm: 3 } },
    { id: 'union', label: 'Union' },
  ],
  scenarios: [
    'doom',
    'base',
    { id: 'mine', overrides: { taxRate: { kind: 'constant', value: 0.2 }, goodwill: half } },
  ],
  assumptionNotes: { goodwill: { note: 'Ours.' } },
  openQuestions: [
    { assumption: 'goodwill', from: '2024-03' },
    { assumption: 'wacc', from: '2020-01' },
  ],
}
const study = readStudy(JSON.stringify(kept))

describe('what a study names and the model has no longer', () => {
  it('is kept as it is', () => {
    expect(JSON.parse(writeStudy(study))).toMatchObject(kept)
    expect(readStudy(writeStudy(study))).toEqual(study)
    expect(simplified(study)).toEqual(study)
  })

  it('is named', () => {
    expect(readFile(JSON.stringify(kept)).notRead).toEqual([
      'overrides: goodwill is no longer in the model',
      'correlations: goodwill is no longer in the model',
      'strategy merge is not in the model and the study does not say what it is: it is not run',
      'strategy own: charm is no longer in the model',
      'strategy union is not in the model and the study does not say what it is: it is not run',
      'scenario doom is not in the model and the study does not say what it is: it is not run',
      'scenario mine: goodwill is no longer in the model',
      'assumptionNotes: goodwill is no longer in the model',
      'openQuestions: goodwill is no longer in the model',
      'openQuestions: 2020-01 is no longer in the model',
    ])
  })

  it('moves no figure: the rest is run', () => {
    expect(planOf(resolveStudy(study))).toEqual(
      planOf(resolveStudy(readStudy(JSON.stringify(left)))),
    )
  })

  it('is run where the study spells it out, and said so', () => {
    const spelt = readFile(
      JSON.stringify({
        ...left,
        strategies: ['none', { id: 'merge', levers: { invest: true, upfront: 4 } }],
        scenarios: [{ id: 'doom', overrides: { wacc } }],
      }),
    )
    const plan = planOf(resolveStudy(spelt.study))
    expect(plan.cases[1]).toMatchObject({ strategy: 'merge', levers: { upfront: 4, codesign: 0 } })
    expect(plan.worlds[0]).toMatchObject({ id: 'doom', distributions: { wacc } })
    expect(spelt.notRead).toEqual(
      ['strategy merge', 'scenario doom'].map(
        (one) =>
          `${one} is no longer in the model: it is run as the study says, and what that leaves out at its default`,
      ),
    )
  })

  it.each([
    [{ overrides: { goodWill: half } }, /no assumption is called goodWill/],
    [{ strategies: [{ id: 'own', levers: { charms: 1 } }] }, /no lever is called charms/],
    [{ correlations: [['wacc', 'luck', 0.1]] }, /no assumption is called luck/],
    [{ strategies: ['merge'] }, /strategy is one of none, .* got merge/],
    [{ scenarios: ['doom'] }, /scenario is one of base, .* got doom/],
    [{ vantage: '2020-01' }, /vantage is one of .* got 2020-01/],
  ])('is not what was never there, nor all there is: %j', (fields, words) => {
    expect(() => resolveStudy(readStudy(JSON.stringify({ ...left, ...fields })))).toThrow(words)
  })
})

describe('edits', () => {
  const edited = (edit: (from: Study) => Study) => JSON.parse(writeStudy(edit(study))) as Study

  it('see the rest', () => {
    expect(resolvedStrategies(study).map(({ id }) => id)).toEqual(['none', 'own'])
    expect(resolvedScenarios(study).map(({ id }) => id)).not.toContain('doom')
    expect(
      Object.keys(resolvedScenarios(study).find(({ id }) => id === 'mine')?.changed ?? {}),
    ).toEqual(['taxRate'])
    expect(questionsOf(study)).toEqual([])
  })

  it('leave it where it is', () => {
    const belief = edited((from) => withBelief(from, 'mine', 'taxRate', half))
    expect(belief.scenarios[2]).toMatchObject({ overrides: { taxRate: half, goodwill: half } })
    const lever = edited((from) => withLever(from, 'own', 'upfront', 9))
    expect(lever.strategies[2]).toMatchObject({ levers: { upfront: 9, charm: 3 } })
    expect(lever.strategies).toContain('merge')
    expect(edited((from) => withVantage(from, '2024-03')).overrides).toEqual(kept.overrides)
    const gone = kept.correlations.slice(1)
    expect(edited((from) => withCorrelations(from, [])).correlations).toEqual(gone)
    expect(edited((from) => withCorrelations(from, market.correlations)).correlations).toEqual([
      ...market.correlations,
      ...gone,
    ])
    expect(edited((from) => withPairs(from, [])).correlations).toEqual(kept.correlations)
  })

  it('leave the last strategy that can be run', () => {
    const alone = withoutStrategy({ ...study, strategies: ['merge', 'exclusive'] }, 'exclusive')
    expect(alone.strategies).toContain('exclusive')
  })
})

describe('a results file', () => {
  it('whose outcome or series is gone is compared in the rest, and is not reproduced', async () => {
    const resolved = resolveStudy(readStudy(JSON.stringify(left)))
    const runner = marketRunner()
    const results = await runner.run(planOf(resolved))
    const now = resultsFile(resolved, results, await runner.series(results, results.cases))
    const old: ResultsFile = {
      ...now,
      outcomes: [...now.outcomes, 'gloom'],
      series: ['mood', ...now.series],
      digest: '0'.repeat(64),
      cases: now.cases.map((one) => ({
        ...one,
        digest: '0'.repeat(64),
        outcomes: { ...one.outcomes, gloom: one.outcomes.npv },
        series: { ...one.series, mood: one.series.hhi },
      })),
    }
    const lines = [
      'gloom is not in the model any more: neither it nor the digests, which cover it, can be compared',
      'the series mood is not in the model any more and cannot be compared',
    ]
    expect(planOf(resolved, { digestOf: old.outcomes })).toEqual(planOf(resolved))
    expect(verify(old, now)).toEqual({
      reproduced: false,
      meaning: expect.stringMatching(
        /^Not all of this file can be compared: .* The choice is the /,
      ),
      words: [],
      moved: lines,
      remarks: [],
    })
    const [first, ...others] = old.cases
    const changed = { ...first, closed: { ...first.closed, fraction: 2 } }
    expect(verify({ ...old, cases: [changed, ...others] }, now).moved).toEqual([
      ...lines,
      expect.stringMatching(/^none in base, closed, fraction: 2 in the file, 0 now/),
    ])
  })
})

describe('a study kept in the browser', () => {
  it('opens, says what is not read, and is kept with it', async () => {
    const store = new MemoryStore()
    const text = JSON.stringify(kept)
    await store.keep({
      study: { id: 'old', name: 'Old', note: '', saved: 1, text, scenario: 'doom' },
      history: null,
    })
    const tab = new Tab(store)
    await tab.library.open('old')
    expect([tab.studies.id, tab.studies.scenario]).toEqual(['old', 'base'])
    expect(tab.notices.list).toMatchObject([
      { text: expect.stringMatching(/^“Old” is open, but/) as string, lines: { length: 10 } },
    ])
    expect(tab.edit(60)).toBeNull()
    await tab.autosave.now()
    const again = JSON.parse(store.kept.get('old')?.study.text ?? '') as object
    expect(again).toMatchObject({ ...kept, trials: 60 })
    tab.close()
  })
})
