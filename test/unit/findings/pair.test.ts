import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairFinding, pairWords } from '../../../src/findings/pair.ts'
import { differenceWithError, hundredths } from '../../../src/words/index.ts'
import { shape } from '../../../src/engine/statistics/shape.ts'
import { market } from '../../../src/study/model.ts'
import { pairedDifference } from '../../../src/analyses/pair.ts'

const compare = (a: readonly number[], b: readonly number[]) =>
  pairedDifference(Float64Array.from(a), Float64Array.from(b), 1)

test('hundredths of a whole add up to 100, each within one of its share', () => {
  const counts = fc.array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(counts, (list) => {
      const total = list.reduce((sum, one) => sum + one, 0)
      fc.pre(total > 0)
      const parts = hundredths(list.map((one) => one / total))
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(100)
      list.forEach((one, i) => expect(Math.abs(parts[i] - (100 * one) / total)).toBeLessThan(1))
    }),
  )
})

test('ties above one in a hundred are said, and never shared out', () => {
  expect(pairWords('A', 'B', compare([1, 0, 0, 5], [0, 1, 0, 5]), 'higher')).toBe(
    'A ahead in 25 of 100 futures, B in 25, no difference in 50',
  )
  expect(pairWords('A', 'B', compare([1, 2, 0, 5], [0, 1, 3, 6]), 'higher')).toBe(
    'A ahead in 50 of 100 futures, B in 50',
  )
})

test('where lower is better, lower is ahead', () => {
  expect(pairWords('A', 'B', compare([0, 0, 0, 9], [1, 1, 1, 1]), 'lower')).toContain(
    'A ahead in 75 of 100',
  )
})

test('as often is said as such, and what is rare is not nothing', () => {
  const signs = [1, -1, 0].flatMap((sign, at) => Array<number>([992, 992, 16][at] ?? 0).fill(sign))
  const none = signs.map(() => 0)
  expect(pairWords('A', 'B', compare(signs, none), 'higher')).toBe(
    'A and B are ahead equally often, in 50 of 100 futures each',
  )
  const rare = compare([1, ...Array<number>(999).fill(0)], Array<number>(1000).fill(0))
  expect(pairWords('A', 'B', rare, 'neutral')).toBe(
    'A higher in fewer than 1 of 100 futures, B in 0, no difference in more than 99',
  )
})

test('who is ahead more often is never said to be behind', () => {
  const counts = fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(counts, ([wins, losses, ties]) => {
      fc.pre(wins + losses > 0)
      const signs = [1, -1, 0].flatMap((sign, at) =>
        Array<number>([wins, losses, ties][at]).fill(sign),
      )
      const words = pairWords(
        'A',
        'B',
        compare(
          signs,
          signs.map(() => 0),
        ),
        'higher',
      )
      const [, a, b] = /A ahead in (.*?) of 100 futures, B in ([^,]*)/.exec(words) ?? []
      const number = (text: string) =>
        text.startsWith('fewer') ? 0.5 : Number(text.replace('more than 99', '99.5'))
      if (wins === losses) expect(words.includes('equally often') || a === b).toBe(true)
      else expect(Math.sign(number(a) - number(b)) * Math.sign(wins - losses)).not.toBe(-1)
    }),
  )
})

test('two that never differ are said to be the same', () => {
  expect(pairWords('A', 'B', compare([1, 2], [1, 2]), 'higher')).toMatch(/do not differ/)
})

test('a difference carries its sign and its error', () => {
  expect(differenceWithError(0.69, 0.17, 'USD bn')).toBe('+$0.7 ± 0.2 bn')
  expect(differenceWithError(-3.14, 0.04, 'USD bn')).toBe('−$3.14 ± 0.04 bn')
  expect(differenceWithError(0.0025, 0.0001, 'fraction')).toBe('+0.25 ± 0.01 points')
})

test('what lies beyond a percentile that ties hold is never said to be a tenth', () => {
  const captionOf = (values: readonly number[]) =>
    pairFinding({
      a: { id: 'a', label: 'A' },
      b: { id: 'b', label: 'B' },
      answer: {
        difference: compare(
          values,
          values.map(() => 0),
        ),
        shape: shape(Float64Array.from(values)),
        errors: { wins: 0, losses: 0, ties: 0, p10: null, p50: null, p90: null },
      },
      outcome: { ...market.outcomes[0], kind: 'number', unit: 'years', better: 'higher' },
      where: 'all',
    }).caption
  expect(captionOf([0, 0, 0, 0, 0, 0, 0, 2, 3, 4, 5])).toMatch(
    /^At most 10% of futures are below 0 years, the middle one is 0 years, 10% are above \+4 years\./,
  )
  expect(captionOf([-5, -4, -3, -2, -1, 0, 0, 0, 0, 0, 0])).toMatch(
    /at most 10% are above 0 years\./,
  )
  expect(captionOf([0, 0, 0])).toMatch(/^Counted: all futures\./)
})
