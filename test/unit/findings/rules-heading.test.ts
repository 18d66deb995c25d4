import { expect, test } from 'vitest'
import { rulesHeading } from '../../../src/findings/rules-heading.ts'
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
