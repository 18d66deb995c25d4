import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/engine/sensitivity/prim-measured.ts'
import {
  keptRuleAsked,
  keptRuleBrief,
  keptRuleLine,
  keptRuleMarks,
  type KeptRulesOf,
  keptRulesTable,
} from '../../../src/findings/kept-rules.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { market } from '../../../src/study/model.ts'
import type { KeptRule } from '../../../src/study/rules.ts'

const kept: KeptRule = {
  outcome: 'npv',
  strategy: 'deepTechnical',
  good: { side: 'atLeast', at: 10 },
  conditions: [
    { assumption: 'openaiReturn', low: 0.215 },
    { assumption: 'openaiDistress', high: 0 },
  ],
}
const share = (value: number) => ({ value, error: 0.01 })
const figures: Rule = {
  box: [],
  support: share(0.18),
  density: share(0.67),
  coverage: share(0.62),
  chances: [],
  met: { share: share(0.8), density: share(0.83) },
}
const run = (...strategies: readonly string[]): KeptRulesOf => ({
  cases: strategies.map((strategy) => ({ strategy, scenario: 'base' })),
  labelOf: (id) => (strategies.includes(id) ? 'Chosen one' : id),
})
const here = run('deepTechnical', 'none')

const lost: readonly (readonly [string, KeptRule, KeptRulesOf, RegExp])[] = [
  ['strategy', kept, run('exclusive', 'none'), /with Deep technical collaboration, where .+: Deep/],
  [
    'strategy that nobody knows',
    { ...kept, strategy: 'madeUp' },
    here,
    /with a strategy that is no longer there, where/,
  ],
  ['other of two', { ...kept, against: 'madeUp' }, here, /less a strategy that is no longer there/],
  ['outcome', { ...kept, outcome: 'gone' }, here, /for an outcome that this model does not have/],
  [
    'belief',
    { ...kept, conditions: [{ assumption: 'goneToo', low: 1 }, ...kept.conditions] },
    here,
    /and something holds of a belief that this model does not have\. It cannot/,
  ],
  [
    'every belief',
    { ...kept, conditions: [{ assumption: 'goneToo', low: 1 }] },
    here,
    /, where something holds of a belief that this model does not have\./,
  ],
  ['run', kept, run(), /^A rule for NPV of at least \$10 bn with Deep technical collaboration/],
]

describe('a kept rule is said in names, also where it cannot be counted', () => {
  test.each(lost)('without its %s', (_, rule, of, says) => {
    expect(keptRuleAsked(rule, of)).toBeNull()
    const [mark] = keptRuleMarks([{ ...rule, note: 'Ask.' }], [null], of)
    expect(mark.says).toMatch(says)
    expect(mark.says).toMatch(/^A rule for .+\. It cannot be counted here: .+[^.]\.$/)
    const places = [
      mark.label,
      keptRuleLine(mark),
      keptRuleBrief(mark),
      ...keptRulesTable([mark]).rows.flatMap((row) => row.map(textOf)),
    ].join(' ')
    const ids = [
      rule.strategy,
      rule.against ?? rule.strategy,
      rule.outcome,
      ...rule.conditions.map(({ assumption }) => assumption),
      ...market.assumptions.map(({ id }) => id),
    ].filter((id) => /[A-Z]/.test(id) || id === 'gone')
    for (const id of ids) expect(places).not.toMatch(new RegExp(`\\b${id}\\b`))
  })
})

test('a rule that counts other futures than those around it says which', () => {
  const says = (around: KeptRulesOf['around'], rule = kept) =>
    keptRuleMarks([rule], [figures], { ...here, ...(around && { around }) })[0].says
  expect(says(undefined)).toMatch(/^With Chosen one, where/)
  expect(says('all')).toBe(says(undefined))
  for (const around of ['observed', 'condition', 'signed', 'some'] as const)
    expect(says(around)).toMatch(/^Among all futures, with Chosen one, where/)
  const closing: KeptRule = { ...kept, outcome: 'closeQuarter' }
  expect(says(undefined, closing)).toMatch(/^Among futures in which the deal closes, with/)
  expect(says('condition', closing)).toMatch(/^With/)
})

test('what luck adds is said in brief, too', () => {
  const [mark] = keptRuleMarks([kept], [figures], here)
  expect(keptRuleBrief(mark)).toBe(
    '67 of 100 futures have NPV of at least $10 bn with Chosen one where “Return on OpenAI shares” is above 21.5% a year and “OpenAI in distress” does not happen (83 of 100 where the deal closes, too); that holds in 18 of 100.',
  )
})
