import { expect, test } from 'vitest'
import { beliefWords } from '../../../src/findings/belief-words.ts'

test('a belief says its unit once', () => {
  const wide = { kind: 'pert', min: 0.08, mode: 0.092, max: 0.11 } as const
  expect(beliefWords(wide, 'per year')).toBe('8% to 11%, likeliest 9.2% (a year)')
  const odds = { kind: 'normal', mean: 2, standardDeviation: 0.4 } as const
  expect(beliefWords(odds, 'log odds')).toBe('7.39x, standard deviation 40% (the odds)')
  expect(beliefWords(wide, 'fraction')).toBe('8% to 11%, likeliest 9.2%')
  const money = { kind: 'uniform', min: 104, max: 110 } as const
  expect(beliefWords(money, 'USD bn per quarter')).toBe('$104 bn to $110 bn (a quarter)')
  expect(beliefWords(money, 'USD bn')).toBe('$104 bn to $110 bn')
})

test('a constant says its value as any figure does, an event its chance', () => {
  expect(beliefWords({ kind: 'constant', value: 2 }, 'years')).toBe('2 years')
  expect(beliefWords({ kind: 'bernoulli', probability: 0.25 }, 'event')).toBe('25% chance')
})
