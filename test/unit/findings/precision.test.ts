import { describe, expect, it, test } from 'vitest'
import type { Rival } from '../../../src/findings/best.ts'
import {
  hardestOf,
  isDecided,
  nextTrials,
  type PrecisionFacts,
  precisionSentence,
  timesWords,
} from '../../../src/findings/precision.ts'

const rival = (value: number, error: number | null, label = 'B'): Rival => ({
  id: label,
  label,
  lead: { value, error },
})
const facts = (rivals: readonly Rival[], more: Partial<PrecisionFacts> = {}): PrecisionFacts => ({
  best: 'A',
  rivals,
  trials: 10_000,
  most: 200_000,
  certain: 3,
  negligible: 0.5,
  ...more,
})
const said = (value: number, error: number | null, more: Partial<PrecisionFacts> = {}) =>
  precisionSentence(facts([rival(value, error)], more))
/** Nothing is negligible. */
const alone = { certain: 3, negligible: null }

describe('the sentence', () => {
  test.each([
    ['More trials will not change the choice.', 2.5, 0.5, {}],
    ['The difference is below what you call negligible ($0.5 bn).', 0.1, 0.1, {}],
    ['The difference is below what you call negligible ($3 bn).', 0.1, 0.1, { negligible: 3 }],
    ['Run three times as many to tell these two apart.', 1.4, 0.5, {}],
    ['Run half as many again to see that the difference is above $0.5 bn.', 1.8, 0.5, {}],
    ['Run twice as many to see that the difference is above $0.5 bn.', 1.6, 0.5, {}],
    ['Run 15 times as many to tell these two apart.', 1.5, 1.26, {}],
    ['Run twice as many to see that the difference is below $0.5 bn.', 0.1, 0.18, {}],
    ['Not even 200,000 trials are sure to tell these two apart.', 0.3, 1, { negligible: null }],
    ['A and B do not differ in any future.', 0, 0, { negligible: null }],
    ['A single future tells nothing apart: run more.', 4, null, { trials: 1 }],
  ] as const)('%s', (sentence, value, error, more) => {
    expect(said(value, error, more)).toBe(sentence)
  })

  it('asks for more where the error is less sure', () => {
    expect(said(2.5, 0.5, { certain: 3 })).toBe('More trials will not change the choice.')
    expect(said(2.5, 0.5, { certain: 4.53 })).toBe(
      'Run half as many again to see that the difference is above $0.5 bn.',
    )
    expect(said(0.1, 0.1, { certain: 4.53 })).toMatch(/^Run half as many again to see that/)
  })

  it('is empty where there is no choice', () => {
    expect(precisionSentence(facts([]))).toBe('')
    expect(isDecided(facts([]))).toBe(true)
  })

  it('never promises what a third strategy could still change', () => {
    const rivals = [rival(2, 0.2), rival(3.5, 1.2, 'C')]
    expect(isDecided(facts(rivals))).toBe(false)
    expect(precisionSentence(facts(rivals))).toBe('Run half as many again to tell A and C apart.')
  })

  it('is of the rival that needs most trials', () => {
    const near = rival(0.9, 0.5)
    const nearer = rival(1, 0.9, 'C')
    expect(hardestOf([near, nearer], 1000, alone)).toBe(nearer)
    expect(hardestOf([nearer, near], 1000, alone)).toBe(nearer)
    expect(hardestOf([rival(5, 0.1), near], 1000, alone)).toBe(near)
  })

  it('says decided exactly where no lead is open', () => {
    for (const value of [0, 0.1, 0.4, 0.6, 2]) {
      for (const error of [0, 0.01, 0.1, 0.3, 1]) {
        const now = facts([rival(value, error)])
        const calls = /^(Run|Not even)/.test(precisionSentence(now))
        expect(isDecided(now)).toBe(!calls)
      }
    }
  })
})

test('a factor in words is never less than it is', () => {
  const words = [1.1, 1.6, 2.1, 3, 3.1, 12, 12.1, 37.2, 101].map(timesWords)
  expect(words).toEqual([
    'half as many again',
    'twice as many',
    'three times as many',
    'three times as many',
    'four times as many',
    'twelve times as many',
    '13 times as many',
    '38 times as many',
    '110 times as many',
  ])
})

test('trials double up to the most', () => {
  const tries = [10_000]
  while (tries[tries.length - 1] < 200_000) {
    tries.push(nextTrials(tries[tries.length - 1], 200_000))
  }
  expect(tries).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 200_000])
})
