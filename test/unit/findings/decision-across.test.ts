import { describe, expect, test } from 'vitest'
import type { Ranked } from '../../../src/findings/best.ts'
import { acrossWords, unsureWords } from '../../../src/findings/decision-across.ts'
import { spreadOf } from '../../../src/findings/spread.ts'
import { made } from './matrix-parts.ts'

const words = (of: Parameters<typeof made>[0], strategy = 'alpha', scenario = 'w0') =>
  acrossWords(made(of), strategy, scenario)

describe('what is asked in one scenario, across all of them', () => {
  test('who is better elsewhere, on the average, and from which weight it would be the best', () => {
    const of = {
      means: [
        [3, -7, -4],
        [0, 0, 0],
      ],
    }
    const [average, where, ...more] = words(of)
    expect(where).toBe(
      'Scenario by scenario, another is better in 2 of 3; most of all, in “World 2” Beta is ahead by $7.00 ± 0.07 bn.',
    )
    // 3w − 5.5(1 − w) = 0
    expect(average).toMatch(
      /^In “World 1” alone Alpha has the best average; weighted over all 3 scenarios, each counting the same, Beta is ahead of it by \$2\.67 ± 0\.04 bn, unless “World 1” weighs more than 64\.7 ± 0\.6% \(now 34%\)\.$/,
    )
    expect(more).toEqual([])
  })

  test('one that is the best everywhere says so', () => {
    const of = {
      means: [
        [3, 4],
        [1, 2],
      ],
      shares: [0.2, 0.8],
    }
    expect(words(of)).toEqual([
      'In “World 1” alone Alpha has the best average; weighted over both scenarios, by your weights, it has the best average, too.',
      'In both scenarios no other strategy is surely better by more than is negligible.',
    ])
  })

  test('one that is the best on average and behind where it is asked is named, without “too”', () => {
    const of = {
      means: [
        [1, 9],
        [3, 2],
      ],
    }
    const [average, where] = words(of)
    expect(where).toContain('in “World 1” Beta is ahead by')
    expect(average).toBe(
      'In “World 1” alone Alpha is behind Beta by $2.00 ± 0.07 bn; weighted over both scenarios, each counting the same, it has the best average.',
    )
    expect(words(of, 'alpha', 'w1')[0]).toMatch(/ Alpha has the best .*, too\.$/)
  })

  test('one of several that cannot be told apart is named', () => {
    const of = {
      means: [
        [3, 1],
        [1, 3],
      ],
    }
    expect(words(of)[0]).toBe(
      'In “World 1” alone Alpha has the best average; weighted over both scenarios, each counting the same, it is among the 2 that cannot be told apart or differ by little.',
    )
  })

  test('who is surely ahead is named, not one that seems further ahead and may not be', () => {
    const facts = made({
      means: [
        [0, 0],
        [2, 3],
        [-1, 5],
      ],
    })
    const values = [0, 2, -1, 0, 3, 5]
    const matrix = new Float64Array(36)
    const errors = [0.1, 0.1, 9, 0.1, 0.1, 9]
    errors.forEach((error, at) => (matrix[at * 7] = error ** 2))
    const spreads = { ...facts.found.spreads, mean: spreadOf(3, [{ values, matrix }]) }
    const found = { ...facts.found, spreads }
    expect(acrossWords({ ...facts, found }, 'alpha', 'w0')[1]).toContain(
      'another is better in 2 of 2; most of all, in “World 2” Beta is ahead by',
    )
  })

  test('one that is the best in no scenario has no weight from which it would be', () => {
    const of = {
      means: [
        [3, 4],
        [1, 2],
        [2, 3],
      ],
    }
    const [average, where] = words(of, 'beta')
    // By the same in both: of equals none is the most.
    expect(where).toContain('another is better in 2 of 2; for one, in “World')
    expect(average).toMatch(/Alpha is ahead of it by \$2\.00 ± 0\.05 bn\.$/)
  })

  test('where less is better the lower is ahead', () => {
    const of = {
      means: [
        [3, 8],
        [4, 2],
      ],
      outcome: 'peakCashAtRisk',
    }
    const [average, where] = words(of)
    expect(where).toContain('another is better in 1 of 2: in “World 2” Beta is ahead by')
    expect(average).toContain('Beta is ahead of it by $2.50')
  })

  test('of one scenario, of a strategy that cannot be chosen and of what has no better side nothing is said', () => {
    expect(words({ means: [[3], [1]] })).toEqual([])
    const two = [
      [3, 4],
      [1, 2],
    ]
    expect(words({ means: two, past: [0] })).toEqual([])
    expect(words({ means: two, outcome: 'closeQuarter' })).toEqual([])
  })
})

test('what the headline leaves open is said beside the lead over another, and of that one not again', () => {
  const one = (id: string, isBehind: boolean): Ranked => ({
    id,
    label: id.toUpperCase(),
    lead: { value: 0.4, error: 0.1 },
    standing: 'open',
    isBehind,
  })
  const open = [one('a', false), one('b', true), one('c', true)]
  expect(unsureWords({ open, equal: [one('d', true)] }, 'c')).toBe(
    '; it cannot be told apart from A; its lead over B may be negligible; it is about the same as D',
  )
  expect(unsureWords({ open: [one('c', true)], equal: [] }, 'none')).toBe(
    '; its lead over C may be negligible',
  )
  expect(unsureWords({ open: [one('c', true)], equal: [] }, 'c')).toBe('')
  expect(unsureWords({ open: [], equal: [] }, 'c')).toBe('')
})
