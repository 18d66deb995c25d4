import { describe, expect, it, test } from 'vitest'
import { market } from '../../../models/index.ts'
import type { Assumption } from '../../../src/engine/model.ts'
import { distributionKey } from '../../../src/engine/distributions/index.ts'
import { answered, questionOf, questionsOf, withVantage } from '../../../src/study/edits/vantage.ts'
import { beliefOf, withBelief } from '../../../src/study/edits/beliefs.ts'
import { questionWords } from '../../../src/findings/question-words.ts'
import { questionsWords, subjectsWords } from '../../../src/findings/vantage-words.ts'
import {
  defaultStudy,
  paidAlready,
  readStudy,
  resolveStudy,
  writeStudy,
} from '../../../src/study/index.ts'

const [now, then] = market.vantages.map(({ id }) => id)
const assumptions: readonly Assumption[] = market.assumptions
const isSame = ({ vantages }: Assumption) =>
  distributionKey(vantages[now]) === distributionKey(vantages[then])
const different = assumptions.filter((one) => one.role === 'belief' && !isSame(one))
const same = assumptions.filter((one) => one.role === 'belief' && isSame(one))

/** A belief somebody holds that no vantage has. */
const mine = ({ domain, vantages }: Assumption) => {
  const { kind } = vantages[now]
  const value = kind === 'pert' ? vantages[now].mode * 1.01 : domain[0] * 0.6 + domain[1] * 0.4
  return { kind: 'constant', value } as const
}
const start = defaultStudy()
const moved = different[0]
const changed = withBelief(start, 'base', moved.id, mine(moved))

test('there is something to ask about, and something not', () => {
  expect(different.length).toBeGreaterThan(10)
  expect(same.length).toBeGreaterThan(10)
})

describe('another vantage', () => {
  it('asks exactly of the changed beliefs whose default is another one there', () => {
    const all = [...different, ...same]
    const study = all.reduce((old, one) => withBelief(old, 'base', one.id, mine(one)), start)
    const there = withVantage(study, then)
    expect(there.overrides).toEqual(study.overrides)
    expect(new Set(questionsOf(there).map(({ assumption }) => assumption))).toEqual(
      new Set(different.map(({ id }) => id)),
    )
    expect(questionsOf(study)).toEqual([])
  })

  it('asks of each belief the very question that is asked of all, worked out once', () => {
    const there = withVantage(changed, then)
    const [question] = questionsOf(there)
    expect(questionOf(there, 'base', moved.id)).toBe(question)
    expect(questionsOf(there)).toBe(questionsOf(there))
  })

  it('there and back leaves the study as it was', () => {
    const both = withBelief(changed, 'regulators', same[0].id, mine(same[0]))
    for (const study of [start, changed, both]) {
      expect(withVantage(withVantage(study, then), now)).toEqual(study)
    }
  })

  it('offers the strategies that belong there, keeps changed ones and the study’s own', () => {
    const own = { id: 'ours', label: 'Ours', levers: { invest: true, upfront: 50 } }
    const [exclusive, ours] = [{ id: 'exclusive', levers: { upfront: 3 } }, own]
    const given = ['none', 'nonExclusive', 'deepTechnical', exclusive, ours]
    const study = { ...start, strategies: given }
    const there = withVantage(study, '2026-10')
    expect(there.strategies).toEqual(['none', exclusive, 'asSigned', 'deepen', 'hold', ours])
    expect(withVantage(start, '2026-10').strategies).toEqual(defaultStudy('2026-10').strategies)
    expect(withVantage(withVantage(start, '2026-10'), now)).toEqual(start)
  })

  it('is told what was paid by then where it asks for less, and stays as it is', () => {
    const cheap = { id: 'cheap', levers: { invest: true, upfront: 10 } }
    const free = { id: 'free', levers: { invest: false, upfront: 0 } }
    const study = { ...defaultStudy('2026-10'), strategies: ['none', 'asSigned', cheap, free] }
    expect(paidAlready(study)).toEqual([
      'strategy cheap: $50 bn had been paid by then, and what is paid is paid: $10 bn counts as $50 bn',
    ])
    expect(paidAlready({ ...study, vantage: now })).toEqual([])
    expect(resolveStudy(study).strategies[2].levers.upfront).toBe(10)
  })

  it('says both defaults and what was entered', () => {
    const [question] = questionsOf(withVantage(changed, then))
    expect(question).toMatchObject({
      assumption: moved.id,
      from: now,
      mine: mine(moved),
      before: moved.vantages[now],
      now: moved.vantages[then],
    })
    expect(questionWords(question, then)).toMatch(/^Yours: .* from December 2025,.* March 2024/)
  })

  it('counts a belief that is asked about in two scenarios once', () => {
    const [, first, second] = market.scenarios
    const once = withBelief(start, first.id, moved.id, mine(moved))
    const twice = withBelief(once, second.id, moved.id, mine(moved))
    const questions = questionsOf(withVantage(twice, then))
    expect(questions).toHaveLength(2)
    expect(subjectsWords(questions)).toBe(moved.label)
    expect(questionsWords(questions, then)).toMatch(/^One belief you changed has/)
    const other = withBelief(twice, 'base', different[1].id, mine(different[1]))
    const more = questionsOf(withVantage(other, then))
    expect(subjectsWords(more)).toBe('2 beliefs')
    expect(questionsWords(more, then)).toMatch(/^2 beliefs you changed have/)
  })

  it('asks of a scenario’s own belief in that scenario alone', () => {
    const study = withVantage(withBelief(start, 'regulators', moved.id, mine(moved)), then)
    expect(questionsOf(study).map(({ scenario }) => scenario)).toEqual(['regulators'])
    expect(questionOf(study, 'regulators', moved.id)).not.toBeNull()
    expect(questionOf(study, 'base', moved.id)).toBeNull()
  })

  it('asks of a belief changed for all wherever it holds', () => {
    const study = withVantage(changed, then)
    expect(questionOf(study, 'base', moved.id)).not.toBeNull()
    expect(questionOf(study, 'regulators', moved.id)).not.toBeNull()
  })

  it('asks nothing where what was entered is the default there, and forgets it not on the way back', () => {
    const study = withBelief(start, 'base', moved.id, moved.vantages[then])
    const there = withVantage(study, then)
    expect(questionsOf(there)).toEqual([])
    expect(withVantage(there, now)).toEqual(study)
  })
})

describe('an answer', () => {
  const asked = withVantage(changed, then)
  const [question] = questionsOf(asked)

  it('for mine keeps it, for the default puts that in its place; nothing is asked again', () => {
    const kept = answered(asked, question, 'mine')
    expect(beliefOf(kept, 'base', moved.id)).toEqual(mine(moved))
    const taken = answered(asked, question, 'default')
    expect(beliefOf(taken, 'base', moved.id)).toEqual(moved.vantages[then])
    for (const study of [kept, taken]) {
      expect(questionsOf(study)).toEqual([])
      expect(study).not.toHaveProperty('openQuestions')
    }
    expect(taken).toEqual({ ...start, vantage: then })
  })

  it('settles one and leaves the others', () => {
    const other = different[1]
    const two = withVantage(withBelief(changed, 'base', other.id, mine(other)), then)
    const first = questionsOf(two).find(({ assumption }) => assumption === moved.id)
    if (!first) throw new Error('a question was expected')
    expect(questionsOf(answered(two, first, 'mine')).map(({ assumption }) => assumption)).toEqual([
      other.id,
    ])
  })

  it('is given by changing the belief, too', () => {
    const again = withBelief(asked, 'base', moved.id, { ...mine(moved), value: 0.123 })
    expect(questionsOf(again)).toEqual([])
    expect(questionsOf(withBelief(asked, 'base', moved.id, null))).toEqual([])
  })
})

test('what is still to be said survives a file', () => {
  const asked = withVantage(changed, then)
  expect(questionsOf(readStudy(writeStudy(asked)))).toEqual(questionsOf(asked))
})
