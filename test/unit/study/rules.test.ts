import { describe, expect, it } from 'vitest'
import { studyDiff } from '../../../src/study/diff.ts'
import {
  hasRoomForRule,
  isRuleKept,
  withoutRule,
  withRule,
} from '../../../src/study/edits/rules.ts'
import {
  defaultStudy,
  readFile,
  readStudy,
  resolveStudy,
  writeStudy,
} from '../../../src/study/index.ts'
import { linkOf, readLink } from '../../../src/study/link.ts'
import { planOf } from '../../../src/study/plan.ts'
import { type KeptRule, MOST_RULES } from '../../../src/study/rules.ts'

const study = defaultStudy()
const rule: KeptRule = {
  outcome: 'npv',
  strategy: 'exclusive',
  good: { side: 'atLeast', at: 10 },
  conditions: [
    { assumption: 'openaiReturn', low: 0.22 },
    { assumption: 'openaiDistress', high: 0.5 },
  ],
}
const other: KeptRule = {
  ...rule,
  against: 'none',
  good: { side: 'between', low: -1, high: 2.5 },
}
const kept = withRule(withRule(study, rule), other)

describe('rules of the report', () => {
  it('are kept once, as long as there is room, and taken out by what they are', () => {
    expect(kept.rules).toEqual([rule, other])
    expect(withRule(kept, { ...rule, conditions: [...rule.conditions] })).toBe(kept)
    expect(withoutRule(kept, rule).rules).toEqual([other])
    expect(withoutRule(withoutRule(kept, rule), other)).toEqual(study)
    expect(isRuleKept(kept, { ...rule, strategy: 'none' })).toBe(false)
    let full = study
    for (let at = 0; at < MOST_RULES; at++) {
      full = withRule(full, { ...rule, good: { side: 'atLeast', at } })
    }
    expect(hasRoomForRule(full)).toBe(false)
    expect(withRule(full, other)).toBe(full)
  })

  it('are the same from a file and from a link, and move no figure', () => {
    const { study: back, notRead, stray } = readFile(writeStudy(kept))
    expect({ back, notRead, stray }).toEqual({ back: kept, notRead: [], stray: [] })
    const link = linkOf(kept, { scenario: 'base', outcome: 'npv', chosen: 'none', rival: 'none' })
    expect(readLink(link).study.rules).toEqual(kept.rules)
    expect(planOf(resolveStudy(kept))).toEqual(planOf(resolveStudy(study)))
    expect(readStudy(writeStudy(study))).not.toHaveProperty('rules')
    expect(studyDiff(study, kept)).toMatchObject([
      { label: 'What would have to be true', side: 'setting' },
    ])
  })

  it('name what is not read, and keep it', () => {
    const conditions = [{ assumption: 'weather', low: 1, at: 2 }]
    const odd = {
      ...study,
      rules: [{ ...rule, outcome: 'joy', against: 'nobody', conditions, why: 'so' }],
    }
    const { study: back, notRead, stray } = readFile(JSON.stringify(odd))
    expect(back.rules).toEqual(odd.rules)
    expect(notRead).toEqual([
      'rules: no strategy is called nobody',
      'rules: no outcome is called joy',
      'rules: no belief is called weather',
    ])
    expect(stray).toEqual(['rule for joy: why', 'rule for joy: weather: at'])
  })

  const between = { side: 'between', low: 3, high: 2 }
  it.each([
    [{ ...rule, good: 10 }, /an object { … } is expected/],
    [{ ...rule, good: [10] }, /an object { … } is expected, got a list/],
    [
      { ...rule, good: { side: 'over', at: 1 } },
      /one of atLeast, atMost, above, below, between is expected, got .?over/,
    ],
    [{ ...rule, good: { side: 'atLeast' } }, /a value at is expected/],
    [{ ...rule, good: between }, /low at most high/],
    [{ ...rule, good: { side: 'atLeast', at: '10' } }, /a number is expected, got/],
    [{ ...rule, conditions: 'all' }, /a list \[ … \] is expected/],
    [{ ...rule, conditions: [{ assumption: 'wacc' }] }, /low or high is expected/],
    [{ ...rule, conditions: [{ assumption: 'wacc', low: 2, high: 1 }] }, /low at most high/],
    [{ outcome: 'npv' }, /this field is expected, got nothing/],
    ['npv', /an object { … } is expected/],
  ])('with %j are refused in words', (one, words) => {
    expect(() => readFile(JSON.stringify({ ...study, rules: [one] }))).toThrow(words)
  })

  it('that are too many, or beyond any number, are refused', () => {
    const many = Array.from({ length: MOST_RULES + 1 }, () => rule)
    expect(() => readFile(JSON.stringify({ ...study, rules: many }))).toThrow(/at most 12 rules/)
    const text = JSON.stringify({ ...study, rules: [rule] }).replace(':0.22', ':1e999')
    expect(() => readFile(text)).toThrow('at most 1e100 is expected')
  })
})
