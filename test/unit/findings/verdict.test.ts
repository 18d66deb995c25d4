import { describe, expect, test } from 'vitest'
import { MOST_WORDS, type VerdictFacts, verdictOf, wordsIn } from '../../../src/findings/verdict.ts'

const facts: VerdictFacts = {
  measure: 'NPV',
  unit: 'USD bn',
  better: 'higher',
  best: 'Exclusive alliance',
  next: 'Deep technical collaboration',
  bestIsReference: false,
  nextIsReference: false,
  lead: { value: 0.69, error: 0.17 },
  over: null,
  isSunk: false,
  behind: null,
  worth: {
    total: { value: 2.2, error: 0.24 },
    cloud: { value: 1.9, error: 0.2 },
    stake: { value: 0.8, error: 0.2 },
    loses: 0.57,
    closed: 4000,
  },
  driver: { label: 'Return on OpenAI shares', correlation: 0.66, trials: 4000 },
}
const worth = facts.worth as NonNullable<VerdictFacts['worth']>

test('the whole verdict', () => {
  expect(verdictOf(facts)).toBe(
    'Exclusive alliance is best on average, by $0.7 ± 0.2 bn over Deep technical collaboration. ' +
      'If it closes, 57 of 100 futures lose money. Its $2.2 bn: $1.9 bn cloud business, ' +
      '$0.8 bn stake less price. Most hangs on “Return on OpenAI shares”.',
  )
})

test('never more than 45 words, whatever the names', () => {
  const long = 'An alliance with a name of many more words than anyone would give it'
  for (const best of ['A', long])
    for (const next of ['B', long])
      for (const label of ['Return', long]) {
        const text = verdictOf({ ...facts, best, next, driver: { ...driver(), label } })
        if (best !== long || next !== long) expect(wordsIn(text)).toBeLessThanOrEqual(MOST_WORDS)
        expect(text).toContain(`${best} is best on average`)
      }
})

describe('a clause is there only if its effect exceeds two standard errors', () => {
  test('the lead', () => {
    const text = verdictOf({ ...facts, lead: { value: 0.69, error: 0.35 } })
    expect(text).toContain(
      'Exclusive alliance and Deep technical collaboration cannot be told apart with these trials.',
    )
    expect(text).not.toContain('best')
  })
  test('how often it loses', () => {
    expect(verdictOf({ ...facts, worth: { ...worth, loses: 0.57, closed: 2 } })).not.toMatch(/lose/)
    expect(verdictOf({ ...facts, worth: { ...worth, loses: 0 } })).not.toMatch(/lose/)
  })
  test('what the gain is made of', () => {
    const unclear = { value: 0.8, error: 0.5 }
    expect(verdictOf({ ...facts, worth: { ...worth, stake: unclear } })).not.toMatch(/stake/)
    expect(verdictOf({ ...facts, worth: { ...worth, cloud: unclear } })).not.toMatch(/cloud/)
    expect(verdictOf({ ...facts, worth: { ...worth, total: unclear } })).not.toMatch(/Of its|Its/)
  })
  test('the belief', () => {
    const short = { ...facts, worth: null }
    expect(verdictOf(short)).toContain('Most hangs on “Return on OpenAI shares”.')
    const weak = { ...driver(), correlation: 0.03 }
    expect(verdictOf({ ...short, driver: weak })).not.toMatch(/hangs/)
  })
})

test('not investing is named as the measure of all', () => {
  const text = verdictOf({ ...facts, next: 'No investment', nextIsReference: true })
  expect(text).toContain('over not investing')
  const none = verdictOf({ ...facts, best: 'No investment', bestIsReference: true })
  expect(none).toBe(
    'No investment is best on average, by $0.7 ± 0.2 bn over Deep technical collaboration.',
  )
})

test('where lower is better the best is the lowest', () => {
  const text = verdictOf({
    ...facts,
    measure: 'peak cash at risk',
    better: 'lower',
    lead: { value: -4.7, error: 0.1 },
    worth: null,
    driver: null,
  })
  expect(text).toBe(
    'Exclusive alliance has the lowest peak cash at risk on average, $4.7 ± 0.1 bn below Deep technical collaboration.',
  )
})

function driver(): NonNullable<VerdictFacts['driver']> {
  return facts.driver as NonNullable<VerdictFacts['driver']>
}
