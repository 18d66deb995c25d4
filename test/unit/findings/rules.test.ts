import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MoreRules, RulesAnswer } from '../../../src/analyses/rules.ts'
import type { Good } from '../../../src/study/rules.ts'
import type { Rules } from '../../../src/engine/sensitivity/rules.ts'
import { boxWords, goalWords, limitWords, ruleSentence } from '../../../src/findings/rule-words.ts'
import {
  limitsFinding,
  othersWords,
  rulesFinding,
  type RulesFacts,
  rulesTitle,
} from '../../../src/findings/rules.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { assumptions, market } from '../../../src/study/model.ts'
import { numberIn } from '../../../src/words/index.ts'

const share = (value: number, error = 0.01) => ({ value, error })
const box = [
  { id: 'openaiReturn', low: 0.18, high: null },
  { id: 'commitmentFulfilment', low: 0.7, high: null },
]
const rule = {
  box,
  support: share(0.14),
  density: share(0.8),
  coverage: share(0.6),
  chances: [1e-9, 0.02],
}
const beliefs = box.map(({ id }) => ({
  id,
  lowest: -0.4,
  highest: 1,
  percentiles: [0, 0.2, 0.9],
  mean: 0.3,
}))

interface Made {
  readonly state?: Partial<Rules>
  readonly good?: Good
  readonly reach?: RulesAnswer['reach']
  readonly b?: string
  readonly id?: string
  readonly more?: MoreRules
}

function made({ state, good, reach = [-50, 62], b, id = 'npv', more }: Made = {}): RulesFacts {
  const outcome = market.outcomes.find((one) => one.id === id)
  if (outcome?.kind !== 'number') throw new Error(`no number ${id}`)
  const rules: Rules = {
    state: 'found',
    count: 10_000,
    good: 1800,
    base: share(0.18),
    curve: [rule],
    picked: 0,
    ...state,
  }
  return {
    outcome,
    a: 'Exclusive',
    b: b ?? null,
    good: good ?? { side: 'atLeast', at: 10 },
    found: { rules, beliefs, reach },
    more: more ?? null,
    at: rules.picked,
    where: 'all',
  }
}

const none = { curve: [], picked: -1 }

describe('a rule in words', () => {
  test('says what must hold, how often it does, what then follows and what it covers', () => {
    expect(ruleSentence(rule, made())).toBe(
      'Where “Return on OpenAI shares” is above 18% a year and “Commitment actually spent” is above 70%, ' +
        '80 of 100 futures have NPV of at least $10 bn. ' +
        'The rule holds in 14 of 100 futures, and in 60 of 100 of those with NPV of at least $10 bn.',
    )
    expect(ruleSentence(rule, made(), 'With Exclusive, ')).toMatch(
      /^With Exclusive, where “Return on OpenAI shares” is above/,
    )
  })

  test('events happen or do not, and a number lies on a side or between', () => {
    expect(boxWords([{ id: 'openaiDistress', low: null, high: 0 }])).toBe(
      '“OpenAI in distress” does not happen',
    )
    expect(boxWords([{ id: 'openaiDistress', low: 1, high: null }])).toBe(
      '“OpenAI in distress” happens',
    )
    expect(limitWords({ id: 'openaiReturn', low: null, high: 0.055 })).toBe('below 5.5% a year')
    expect(limitWords({ id: 'openaiReturn', low: 0, high: 0.1 })).toBe('from 0% to 10% a year')
  })

  test('what limits a number says the very limit, whatever its unit and however small', () => {
    const numbers = assumptions.filter(({ role, unit }) => role !== 'event' && unit !== undefined)
    const units = [...new Set(numbers.map(({ unit }) => unit))]
    const steps = fc
      .tuple(
        fc.integer({ min: -120, max: 120 }),
        fc.constantFrom(1, 2, 5),
        fc.integer({ min: -4, max: 0 }),
      )
      .map(([many, times, power]) => Number(`${many * times}e${power}`))
    fc.assert(
      fc.property(fc.constantFrom(...units), steps, fc.boolean(), (unit = '', at, isLow) => {
        const belief = numbers.find((one) => one.unit === unit)
        // A logarithm this large is no belief of anybody.
        fc.pre(!unit.startsWith('log') || Math.abs(at) <= 1)
        const ends = isLow ? { low: at, high: null } : { low: null, high: at }
        const words = limitWords({ id: belief?.id ?? '', ...ends })
        const [, side, said] = /^(above|below) (.+)$/.exec(words) ?? []
        expect([side, numberIn(said, unit)]).toEqual([isLow ? 'above' : 'below', at])
      }),
      { numRuns: 2000 },
    )
  })

  test('what luck adds is said where it is known, and nowhere else', () => {
    const met = { share: share(0.78), density: share(0.9) }
    expect(ruleSentence({ ...rule, met }, made())).toMatch(
      /\. In 22 of 100 futures where it holds the deal does not close; where it does, 90 ± 1% have it\.$/,
    )
    for (const none of [{}, { met: null }])
      expect(ruleSentence({ ...rule, ...none }, made())).not.toContain('close')
  })

  test.each([
    [{ side: 'atLeast', at: 10.25 }, undefined, 'NPV of at least $10.25 bn'],
    [{ side: 'atLeast', at: 10 }, undefined, 'NPV of at least $10 bn'],
    [{ side: 'below', at: 0 }, undefined, 'NPV below $0 bn'],
    [{ side: 'above', at: 2 }, undefined, 'NPV above $2 bn'],
    [{ side: 'between', low: 1, high: 2 }, undefined, 'NPV of $1 bn to $2 bn'],
    [{ side: 'atLeast', at: 5 }, 'None', 'NPV of Exclusive less None of at least $5 bn'],
  ] as const)('%o against %s is %s', (good, b, words) => {
    expect(goalWords(made({ good, ...(b ? { b } : {}) }))).toBe(words)
  })
})

describe('the title is true', () => {
  test('where there is a rule', () => {
    expect(rulesTitle(made())).toBe(
      '80 of 100 futures have NPV of at least $10 bn where “Return on OpenAI shares” is above 18% a year ' +
        'and “Commitment actually spent” is above 70%; of all futures of the run, 18 of 100 do',
    )
  })

  test.each([
    [
      { state: 'none', good: 0 },
      { side: 'atLeast', at: 100 },
      /^No future has NPV of at least \$100 bn: the highest of 10,000 is \$62 bn$/,
    ],
    [{ state: 'none', good: 0 }, { side: 'below', at: -90 }, /: the lowest of 10,000 is −\$50 bn$/],
    [
      { state: 'none', good: 0 },
      { side: 'atLeast', at: 62.0000001 },
      /: the highest of 10,000 is \$62 bn$/,
    ],
    [
      { state: 'none', good: 0 },
      { side: 'between', low: 70, high: 80 },
      /: the lowest of 10,000 is −\$50 bn, the highest \$62 bn$/,
    ],
    [{ state: 'none', good: 0, count: 0 }, undefined, /^No future counts/],
    [
      { state: 'all', good: 10_000 },
      undefined,
      /^Every future has NPV of at least \$10 bn: nothing/,
    ],
    [
      { state: 'few', good: 1 },
      undefined,
      /^Only 1 of 10,000 futures has NPV of at least \$10 bn: too few/,
    ],
    [{ state: 'few', good: 30 }, undefined, /^Only 30 of 10,000 futures have NPV/],
    [{ state: 'few', good: 9970 }, undefined, /^Only 30 of 10,000 futures do not have NPV/],
    [
      { state: 'chance' },
      undefined,
      /^No condition on the beliefs makes NPV of at least \$10 bn more frequent than chance/,
    ],
  ] as const)('%o, %o', (state, good, words) => {
    const facts = made({ state: { ...none, ...state }, ...(good ? { good } : {}) })
    expect(rulesTitle(facts)).toMatch(words)
    expect(rulesFinding(facts).table().rows).toEqual([])
    expect(limitsFinding(facts)).toBeNull()
  })
})

test('a table has every limit with its chance and how often it is found again', () => {
  const more = { again: [1, 0.5], others: [{ ...rule, coverage: share(0.2) }], beliefs: [] }
  const texts = (facts: RulesFacts) =>
    limitsFinding(facts)
      ?.table()
      .rows.map((row) => row.map(textOf))
  expect(texts(made())?.map((row) => row.slice(3))).toEqual([
    ['under 0.001', '…'],
    ['0.020', '…'],
  ])
  expect(texts(made({ more }))?.map((row) => row[4])).toEqual(['100%', '50%'])
  expect(othersWords(made({ more }))).toHaveLength(1)
  expect(othersWords(made({ more }))[0]).toMatch(
    /^Where that does not hold, but where “.* and in 20 of 100 of those with NPV of at least \$10 bn\.$/,
  )
  expect(othersWords(made())).toEqual([])
})

test('the nearest value there is never reads as one that is looked for', () => {
  const facts = made({
    state: { ...none, state: 'none', good: 0 },
    good: { side: 'atLeast', at: 62 },
    reach: [-50, 61.9996],
  })
  expect(rulesTitle(facts)).toMatch(/at least \$62 bn: the highest of 10,000 is \$61\.9996 bn$/)
})

test('the picture of a rule says of which futures it holds in so many', () => {
  const titleOf = (of: Partial<RulesFacts>) => limitsFinding({ ...made(), ...of })?.title
  const brushed = '“Return” is at least 42% a year'
  expect(titleOf({})).toMatch(/ holds in 14 ± 1% of futures$/)
  expect(titleOf({ brushed })).toMatch(/% of the futures where “Return” is at least 42% a year$/)
  expect(titleOf({ where: 'observed' })).toMatch(/% of futures that agree with what came$/)
  expect(titleOf({ where: 'observed', brushed })).toMatch(
    /% of the futures that agree with what came where “Return” is/,
  )
})

test('nothing and everything have no error', () => {
  const facts = made({ state: { ...none, state: 'none', good: 0, base: share(0, 1e-4) } })
  expect(rulesFinding(facts).caption).toContain('; 0% of them have NPV of at least $10 bn.')
})

test('a condition that may be chance is doubted, by name', () => {
  const about = made()
  const said = (...chances: number[]) => ruleSentence({ ...rule, chances }, about)
  expect(said(0.001, 0.049)).not.toContain('may be chance')
  expect(said(0.001, 0.12)).toMatch(
    / Whether “Commitment actually spent” matters in it may be chance \(quasi-p 0\.12\)\.$/,
  )
  expect(said(0.05, 0.5)).toMatch(
    /” and “.*” matter in it may be chance \(quasi-p 0\.05 and 0\.50\)\.$/,
  )
})
