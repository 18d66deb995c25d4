import { beforeEach, describe, expect, it, test } from 'vitest'
import { Correlations } from '../../../src/app/belief/correlations.svelte.ts'
import {
  coefficientIn,
  groupsOf,
  membersOf,
  pairKey,
  withCorrelations,
  withGroup,
  withoutPair,
} from '../../../src/study/edits/correlations.ts'
import { strengthOf, strengths, strengthWords } from '../../../src/words/index.ts'
import { market } from '../../../models/index.ts'
import { labelOf } from '../../../src/study/model.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { correlationsOf, defaultStudy, resolveStudy } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const study = defaultStudy()
const pairs = market.correlations

describe('edits', () => {
  it('a pair taken away and put back, either way round, leaves no trace', () => {
    for (const [a, b, r] of pairs) {
      const without = withoutPair(study, a, b)
      expect(correlationsOf(without)).toHaveLength(pairs.length - 1)
      expect(withGroup(without, [b, a], r)).toEqual(study)
    }
  })

  it('a pair changed keeps its place, so that others follow whom they followed', () => {
    const [a, b] = pairs[1]
    const changed = correlationsOf(withGroup(study, [a, b], 0.1))
    expect(changed.map(([c, d]) => [c, d])).toEqual(pairs.map(([c, d]) => [c, d]))
    expect(changed[1][2]).toBe(0.1)
  })

  it('a pair added comes last, is there once, and goes again', () => {
    const added = withGroup(withGroup(study, ['wacc', 'taxRate'], 0.5), ['taxRate', 'wacc'], -0.3)
    expect(correlationsOf(added)).toEqual([...pairs, ['wacc', 'taxRate', -0.3]])
    expect(withoutPair(added, 'taxRate', 'wacc')).toEqual(study)
  })

  it('a group is every two of its beliefs', () => {
    const ids = ['wacc', 'taxRate', 'passThrough', 'aiGrowth0']
    const own = correlationsOf(withGroup(withCorrelations(study, []), ids, 0.5))
    expect(own).toHaveLength(6)
    for (const a of ids)
      for (const b of ids) if (a !== b) expect(coefficientIn(own, a, b)).toBe(0.5)
    expect(() => resolveStudy(withGroup(study, ids, 0.5))).not.toThrow()
  })
})

describe('words', () => {
  it('stand for their coefficient and are found by it', () => {
    for (const one of strengths) {
      expect(strengthOf(one.coefficient)).toBe(one)
      expect(strengthWords(one.coefficient)).toBe(one.label)
    }
    expect(strengths.map(({ coefficient }) => coefficient)).toEqual([
      0.3, 0.5, 0.8, -0.3, -0.5, -0.8,
    ])
    expect(strengthOf(0.6)).toBeNull()
  })

  test.each([
    [0, 'not together'],
    [0.05, 'hardly together'],
    [-0.2, 'weakly opposite'],
    [0.6, 'clearly together'],
    [0.7, 'strongly together'],
    [1, 'as one'],
    [-1, 'exactly opposite'],
  ])('%d is %s', (coefficient, words) => expect(strengthWords(coefficient)).toBe(words))
})

test('groups hold every pair once, and share no belief', () => {
  const groups = groupsOf(pairs)
  expect(groups.flat()).toHaveLength(pairs.length)
  const members = groups.map(membersOf)
  expect(new Set(members.flat()).size).toBe(members.flat().length)
  expect(members[0]).toEqual([
    'openaiDrift',
    'openaiReturn',
    'commitmentFulfilment',
    'aiCorrection',
    'openaiDistress',
  ])
  expect(groupsOf([])).toEqual([])
})

describe('the store', () => {
  const runner = marketRunner()
  let studies = new StudyState()
  let store = new Correlations(runner, studies, { holding: false })
  beforeEach(() => {
    let clock = 0
    studies = new StudyState(() => (clock += 10_000))
    store = new Correlations(runner, studies, { holding: false })
  })

  const ids = ['wacc', 'taxRate', 'passThrough']

  it('changes the study in steps that can be undone by name', () => {
    expect(store.link(['wacc', 'taxRate'], 0.5)).toBe(true)
    expect(store.isOfModel).toBe(false)
    expect(studies.plan.correlations).toContainEqual(['wacc', 'taxRate', 0.5])
    expect(studies.undoName).toBe(
      `changed how ${labelOf('wacc')} and ${labelOf('taxRate')} move together`,
    )
    studies.undo()
    expect(store.isOfModel).toBe(true)
    const [[a, b]] = pairs
    store.unlink(a, b)
    expect(store.missing).toEqual([pairs[0]])
    store.reset()
    expect([store.isOfModel, store.missing]).toEqual([true, []])
  })

  it('refuses what contradicts itself in words, changes nothing, and offers the nearest', () => {
    expect(store.link(ids, -0.8)).toBe(false)
    expect(store.isOfModel).toBe(true)
    const { refused } = store
    for (const id of ids) expect(refused?.problem).toContain(labelOf(id))
    expect(refused?.problem).toMatch(/^No futures can let .* move together in all these ways/)
    expect(refused?.nearest?.changed.map(({ asked }) => asked)).toEqual([-0.8, -0.8, -0.8])
    store.useNearest()
    expect(store.refused).toBeNull()
    for (const [, , r] of correlationsOf(studies.study).slice(pairs.length)) {
      expect(r).toBeLessThan(-0.48)
      expect(r).toBeGreaterThanOrEqual(-0.5)
    }
    expect(store.pairs).toHaveLength(pairs.length + 3)
  })

  it('offers nothing where something else is wrong, and forgets a refusal with the next change', () => {
    expect(store.link(['wacc', 'regulatorDraw'], 0.5)).toBe(false)
    expect(store.refused?.problem).toMatch(/luck/)
    expect(store.refused?.nearest).toBeNull()
    studies.change('changed the seed', (old) => ({ ...old, seed: 'other' }))
    expect(store.refused).toBeNull()
  })

  it('says how the ranks of the run in view agree', async () => {
    studies.change('changed the trials', (old) => ({ ...old, trials: 4096 }))
    store.link(['wacc', 'taxRate'], 0.8)
    const run = new Run(runner)
    run.request({ ...studies.plan, cases: studies.plan.cases.slice(0, 1) })
    await expect.poll(() => run.status, { timeout: 20_000 }).toBe('done')
    store.request(run)
    await expect.poll(() => store.seen).not.toBeNull()
    const together = store.togetherOf('taxRate', 'wacc')
    expect(Math.abs((together?.correlation ?? 0) - 0.786)).toBeLessThan(0.03)
    expect(together?.x).toHaveLength(400)
    for (const [a, b] of store.pairs) expect(store.togetherOf(a, b)).not.toBeNull()

    expect(store.fifthsOf('wacc', 'taxRate')).toBeNull()
    store.open = pairKey('taxRate', 'wacc')
    store.request(run)
    await expect.poll(() => store.fifthsOf('wacc', 'taxRate')).toHaveLength(5)
    const middles = store.fifthsOf('wacc', 'taxRate')?.map(({ p50 }) => p50) ?? []
    middles.slice(1).forEach((p50, i) => expect(p50).toBeGreaterThan(middles[i]))
    const [[a, b]] = store.pairs
    expect(store.fifthsOf(a, b)).toBeNull()

    store.link(['wacc', 'taxRate'], -0.3)
    expect(store.togetherOf('wacc', 'taxRate')?.coefficient).toBe(0.8)
    store.picked = ['wacc']
    const { id, study } = studies
    studies.open(study)
    expect([store.open, store.picked]).toEqual([null, []])
    expect(store.togetherOf('wacc', 'taxRate')).toBeNull()
    // The old run stays until the new one has ended, and is not this study's.
    run.request(studies.plan)
    store.request(run)
    expect(store.togetherOf('wacc', 'taxRate')).toBeNull()
    studies.open(study, { id })
    expect(store.togetherOf('wacc', 'taxRate')).not.toBeNull()
    run.cancel()
  })
})
