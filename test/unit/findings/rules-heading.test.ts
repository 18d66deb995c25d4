import { expect, test } from 'vitest'
import { rulesAmong, rulesHeading } from '../../../src/findings/rules-heading.ts'
import { market } from '../../../src/study/model.ts'

const outcome = market.outcomes.find(({ id }) => id === 'npv')
if (outcome?.kind !== 'number') throw new Error('there is no net present value')
const of = { outcome, a: 'One', b: null, good: { side: 'between', low: 39, high: 57 } } as const

test.each([
  [{ about: of, isRange: false, among: null }, ''],
  [{ about: of, isRange: false, among: 1729 }, 'among the 1,729 futures counted'],
  [
    { about: of, isRange: true, among: null },
    'for NPV from $39 bn to $57 bn, the range you marked',
  ],
  [
    { about: { ...of, good: { side: 'atMost', at: -3 } }, isRange: true, among: 20 },
    'for NPV at most −$3 bn, the range you marked, among the 20 futures counted',
  ],
  [
    { about: { ...of, b: 'Two' }, isRange: true, among: null },
    'for NPV of One less Two from $39 bn to $57 bn, the range you marked',
  ],
] as const)('the title says what is explained, and among which futures: %#', (heading, words) => {
  expect(rulesHeading(heading)).toBe(words)
})

const rules = {
  state: 'found',
  count: 647,
  good: 389,
  base: { value: 0.6, error: 0.01 },
  curve: [],
  picked: -1,
} as const
const found = { rules, beliefs: [], reach: null }

test('which futures rules are looked for in is one sentence, whatever is marked', () => {
  const brushed = '“Return” is at least 42% a year'
  expect(rulesAmong({ found, where: 'all', brushed }, true)).toBe(
    `Of the 647 futures where ${brushed}, rules tell the 389 in the range you marked from the others: their figures are of all 647.`,
  )
  expect(rulesAmong({ found, where: 'all', brushed: null }, true)).toMatch(
    /^Of 647 futures, rules tell the 389 in the range you marked from the others:/,
  )
  expect(rulesAmong({ found, where: 'observed', brushed: null }, true)).toMatch(
    /^Of 647 futures that agree with what came, rules tell the 389/,
  )
  expect(rulesAmong({ found, where: 'all', brushed }, false)).toMatch(
    /^Counted are only the 647 futures where “Return” is at least 42% a year: rules are/,
  )
  expect(rulesAmong({ found, where: 'all', brushed: null }, false)).toBe('')
})
