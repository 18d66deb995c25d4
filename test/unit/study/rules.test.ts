import { describe, expect, it } from 'vitest'
import { isRuleKept, withRule } from '../../../src/study/edits/rules.ts'
import { defaultStudy, readFile, writeStudy } from '../../../src/study/index.ts'
import type { KeptRule } from '../../../src/study/rules.ts'

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

describe('rules of the report', () => {
  it('are told apart by what they are for and what they ask', () => {
    expect(isRuleKept(withRule(study, rule), { ...rule, conditions: [...rule.conditions] })).toBe(
      true,
    )
    expect(isRuleKept(withRule(study, rule), { ...rule, strategy: 'none' })).toBe(false)
    expect(isRuleKept(withRule(study, rule), other)).toBe(false)
    const both = withRule(withRule(study, rule), other)
    expect(readFile(writeStudy(both)).study).toEqual(both)
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

  it('beyond any number a file could hold are refused', () => {
    const text = JSON.stringify({ ...study, rules: [rule] }).replace(':0.22', ':1e999')
    expect(() => readFile(text)).toThrow('at most 1e100 is expected')
  })
})
