import { describe, expect, it, test } from 'vitest'
import { market, offeredAt } from '../../../models/index.ts'
import { caseKey, worldKey } from '../../../src/engine/cases.ts'
import {
  canDelete,
  deletedStrategies,
  freshStrategyId,
  isChanged,
  withoutStrategy,
  withStrategyCopy,
  withStrategyMoved,
  withStrategyRestored,
  withStrategyWords,
} from '../../../src/study/edits/strategies.ts'
import { withLever, withLevers } from '../../../src/study/edits/levers.ts'
import { resolvedStrategies } from '../../../src/study/edits/resolved.ts'
import {
  MOST_STRATEGIES,
  defaultStudy,
  idOf,
  planOf,
  resolveStudy,
  type Study,
} from '../../../src/study/index.ts'

const start = defaultStudy()
const ids = offeredAt(start.vantage).map(({ id }) => id)
const order = (study: Study) => study.strategies.map(idOf)

/** What each case is made of: equal keys are equal columns and equal digests. */
function keysOf(study: Study): Record<string, string> {
  const plan = planOf(resolveStudy(study))
  const scenario = worldKey(plan, 0)
  return Object.fromEntries(
    plan.cases.map(({ strategy, levers }) => [strategy, caseKey(scenario, levers)]),
  )
}

/** A study with all that can be changed changed. */
const changed = withStrategyWords(
  withLever(withStrategyCopy(start, 'deepTechnical', 'strategy1'), 'exclusive', 'upfront', 3),
  'openEcosystem',
  { label: 'Open', story: 'Of ours.' },
)

describe('a copy', () => {
  test.each(ids)('of %s stands right after it, with its terms and a name of its own', (id) => {
    const study = withStrategyCopy(start, id, 'strategy1')
    expect(order(study)).toEqual(ids.flatMap((one) => (one === id ? [one, 'strategy1'] : [one])))
    const keys = keysOf(study)
    expect(keys.strategy1).toBe(keys[id])
    const labels = resolvedStrategies(study).map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test.each([['nothing changed', start] as const, ['much changed', changed] as const])(
    'deleted again leaves the study as it was: %s',
    (_what, study) => {
      for (const id of order(study)) {
        const copy = freshStrategyId(study)
        expect(withoutStrategy(withStrategyCopy(study, id, copy), copy)).toEqual(study)
      }
    },
  )

  it('of a changed strategy keeps the changes and lets the first be put back alone', () => {
    const study = withStrategyCopy(changed, 'exclusive', 'strategy2')
    const restored = withStrategyRestored(study, 'exclusive')
    expect(keysOf(restored).exclusive).toBe(keysOf(start).exclusive)
    expect(keysOf(restored).strategy2).toBe(keysOf(changed).exclusive)
  })

  it('gets an id nobody has, and there are at most twelve', () => {
    let study = start
    for (let k = 0; k < 20; k++)
      study = withStrategyCopy(study, 'exclusive', freshStrategyId(study))
    expect(study.strategies).toHaveLength(MOST_STRATEGIES)
    expect(new Set(order(study)).size).toBe(MOST_STRATEGIES)
    expect(() => resolveStudy(study)).not.toThrow()
  })
})

describe('an order', () => {
  it('moves no case, whoever goes wherever', () => {
    const before = keysOf(changed)
    for (const id of order(changed)) {
      for (const by of [-9, -1, 1, 2, 9]) {
        const study = withStrategyMoved(changed, id, by)
        expect(keysOf(study)).toEqual(before)
        expect(order(study).toSorted()).toEqual(order(changed).toSorted())
      }
    }
  })

  it('there and back is as it was', () => {
    const there = withStrategyMoved(start, 'nonExclusive', 2)
    expect(order(there).indexOf('nonExclusive')).toBe(3)
    expect(withStrategyMoved(there, 'nonExclusive', -2)).toEqual(start)
  })
})

describe('restoring', () => {
  test.each(ids.filter((id) => id !== market.reference))('%s deleted is as it was', (id) => {
    const without = withoutStrategy(start, id)
    expect(deletedStrategies(without).map((one) => one.id)).toEqual([id])
    expect(withStrategyRestored(without, id)).toEqual(start)
  })

  it('gives the default of a strategy that was changed in terms and words', () => {
    const study = withStrategyWords(
      withLevers(start, 'exclusive', { upfront: 1, access: 0.2 }),
      'exclusive',
      { label: 'Ours', story: 'Alone.' },
    )
    const [known] = resolvedStrategies(study).slice(-1)
    expect([isChanged(known), known.label, known.story]).toEqual([true, 'Ours', 'Alone.'])
    expect(withStrategyRestored(study, 'exclusive')).toEqual(start)
  })

  it('is done by hand too: what is as the model has it leaves no trace', () => {
    const { label, story } = market.strategies[4]
    const study = withStrategyWords(start, 'exclusive', { label: 'Ours', story: '' })
    expect(withStrategyWords(study, 'exclusive', { label, story })).toEqual(start)
    expect(
      withLever(withLever(start, 'exclusive', 'upfront', 3), 'exclusive', 'upfront', 25),
    ).toEqual(start)
  })
})

test('what the others are compared with, and the last of all, cannot go', () => {
  expect(withoutStrategy(start, market.reference)).toBe(start)
  const alone = { ...start, strategies: ['exclusive'] }
  expect(canDelete(alone, 'exclusive')).toBe(false)
  expect(withoutStrategy(alone, 'exclusive')).toBe(alone)
})

test('terms, words and fields nobody knows stay beside each other', () => {
  const given = { ...start, strategies: ['none', { id: 'exclusive', mood: 'good' }] }
  const study = withLever(
    withStrategyWords(given, 'exclusive', { label: 'Ours', story: 'Alone.' }),
    'exclusive',
    'upfront',
    3,
  )
  expect(study.strategies[1]).toEqual({
    id: 'exclusive',
    mood: 'good',
    label: 'Ours',
    story: 'Alone.',
    levers: { upfront: 3 },
  })
})
