import { describe, expect, it, test } from 'vitest'
import { type Choice, choiceOf, type Rival } from '../../../src/findings/best.ts'
import { type Tail, type VerdictFacts, verdictOf } from '../../../src/findings/verdict.ts'

const exclusive = { id: 'exclusive', label: 'Exclusive alliance' }
const deep = { id: 'deep', label: 'Deep collaboration' }
const none = { id: 'none', label: 'No investment' }
const limits = { certain: 3, negligible: 0.5 }

const tail = (changes: Partial<Tail> = {}): Tail => ({
  loses: { value: 0.57, error: 0.01 },
  median: { value: -1.2, error: 0.1 },
  p90: 44.2,
  mean: { value: 4.8, error: 0.3 },
  withoutTop: { value: -3.1, error: 0.2 },
  ...changes,
})

function chosen(
  top: Choice['top'],
  behind: readonly (readonly [Choice['top'], number, number | null])[],
  better: VerdictFacts['better'] = 'higher',
): Choice {
  const rivals = behind.map(([one, value, error]): Rival => ({ ...one, lead: { value, error } }))
  return choiceOf(top, better, rivals, limits)
}

const facts: VerdictFacts = {
  measure: 'NPV',
  isHeadline: true,
  unit: 'USD bn',
  better: 'higher',
  choice: chosen(exclusive, [
    [deep, 1.7, 0.1],
    [none, 2.4, 0.2],
  ]),
  means: {
    exclusive: { value: 2.4, error: 0.2 },
    deep: { value: 1.7, error: 0.1 },
    none: { value: 0, error: 0 },
  },
  range: [-21, 30],
  references: ['none'],
  struck: null,
  behind: null,
  within: 'If the deal closes',
  tails: {
    exclusive: tail(),
    deep: tail({
      loses: { value: 0.59, error: 0.01 },
      median: { value: -0.2, error: 0.05 },
      p90: 22,
    }),
  },
  hinge: {
    belief: 'Return on OpenAI shares',
    where: 'below 4% a year',
    other: 'Deep collaboration',
  },
  driver: { label: 'OpenAI in distress', isEvent: true, correlation: -0.4, trials: 4000 },
}
const textOf = (changes: Partial<VerdictFacts>) => {
  const { headline, rest } = verdictOf({ ...facts, ...changes })
  return [headline, ...rest].join(' ')
}
const tied: Partial<VerdictFacts> = {
  choice: chosen(exclusive, [
    [deep, 0.2, 0.05],
    [none, 2.4, 0.2],
  ]),
}

describe('three sentences', () => {
  test('best, risk and tail, hinge', () => {
    expect(verdictOf(facts)).toEqual({
      headline: 'Exclusive alliance is best on average, by $1.7 ± 0.1 bn over Deep collaboration.',
      rest: [
        'If the deal closes, it loses money in 57 of 100 futures. In one in ten of these futures it earns more than $44 bn, and that tenth carries the average. Its median then, −$1.2 bn, is the lowest of all deals.',
        'The choice turns on “Return on OpenAI shares”: below 4% a year, Deep collaboration is the better choice.',
      ],
    })
  })

  test('about the same names all of them, with what each is worth', () => {
    expect(verdictOf({ ...facts, ...tied })).toEqual({
      headline:
        'Exclusive alliance and Deep collaboration are worth about the same: $2.4 bn and $1.7 bn on average.',
      rest: [
        'If the deal closes, Exclusive alliance loses money in 57 of 100 futures, Deep collaboration in 59 of 100. In one in ten of these futures Exclusive alliance earns more than $44 bn, and that tenth carries the average. The median of Exclusive alliance then, −$1.2 bn, is the lowest of all deals.',
        'The choice turns on “Return on OpenAI shares”: below 4% a year, Deep collaboration is the better choice.',
      ],
    })
  })

  test('ahead by what may not count is neither best nor not told apart', () => {
    const headline = textOf({ choice: chosen(exclusive, [[deep, 0.44, 0.08]]) })
    expect(headline).toContain(
      'Exclusive alliance is ahead of Deep collaboration by $0.44 ± 0.08 bn on average, which may be no more than the $0.5 bn you call negligible.',
    )
    expect(headline).not.toMatch(/best|apart/)
  })

  test('not told apart is neither best nor the same, and names who is', () => {
    const headline = textOf({
      choice: chosen(exclusive, [
        [deep, 0.44, 0.2],
        [none, 0.1, 0.05],
      ]),
    })
    expect(headline).toContain(
      'Exclusive alliance and Deep collaboration cannot be told apart with these trials: $2.4 bn and $1.7 bn on average. No investment is about the same as Exclusive alliance.',
    )
    expect(headline).not.toContain('best')
  })

  test('many are counted, not listed', () => {
    const many = Array.from({ length: 6 }, (_, i) => ({ id: `s${i}`, label: `Deal ${i}` }))
    const means = Object.fromEntries(many.map(({ id }) => [id, { value: 1, error: 0.1 }]))
    const choice = chosen(
      exclusive,
      many.map((one) => [one, 0.1, 1] as const),
    )
    expect(verdictOf({ ...facts, means: { ...facts.means, ...means }, choice }).headline).toBe(
      'Exclusive alliance, Deal 0 and 5 others cannot be told apart with these trials: $2.4 bn to $1.0 bn on average.',
    )
  })
})

describe('a clause is there only beyond its error', () => {
  it('of losses, of the tenth that carries, and of the median', () => {
    const rare = {
      exclusive: tail({ loses: { value: 0.0004, error: 0.0004 } }),
      deep: facts.tails.deep,
    }
    expect(textOf({ tails: rare })).not.toMatch(/ loses /)
    const never = { exclusive: tail({ loses: { value: 0, error: 0 } }), deep: facts.tails.deep }
    expect(textOf({ tails: never })).toContain('loses money in 0 of 100 futures')
    const unclear = { exclusive: tail({ withoutTop: { value: -0.3, error: 0.2 } }) }
    expect(textOf({ tails: unclear })).not.toMatch(/carries/)
    const near = { ...facts.tails, deep: tail({ median: { value: -1.1, error: 0.1 } }) }
    expect(textOf({ tails: near })).not.toMatch(/lowest of all/)
  })

  it('of what most hangs on, with its direction', () => {
    expect(textOf({ hinge: null })).toContain(
      'Most hangs on “OpenAI in distress”: if it happens, Exclusive alliance does worse.',
    )
    const rises = { label: 'Return', isEvent: false, correlation: 0.5, trials: 4000 }
    expect(textOf({ hinge: null, driver: rises })).toContain(
      'Most hangs on “Return”: the higher, the better.',
    )
    expect(textOf({ hinge: null, driver: { ...rises, correlation: 0.03 } })).not.toMatch(/hangs/)
  })
})

test('not investing is named as the measure of all', () => {
  expect(textOf({ choice: chosen(exclusive, [[none, 2.4, 0.2]]) })).toContain(
    'best on average, by $2.4 ± 0.2 bn over not investing.',
  )
  const best = textOf({ choice: chosen(none, [[deep, 1.2, 0.1]]), hinge: null })
  expect(best).toBe('No investment is best on average, by $1.2 ± 0.1 bn over Deep collaboration.')
})

describe('another outcome', () => {
  const cash = {
    measure: 'peak cash at risk',
    isHeadline: false,
    tails: {},
    hinge: null,
    driver: null,
  } satisfies Partial<VerdictFacts>

  it('where lower is better has a lowest', () => {
    const choice = chosen(deep, [[exclusive, 4.7, 0.1]], 'lower')
    expect(textOf({ ...cash, better: 'lower', choice })).toBe(
      'Deep collaboration has the lowest peak cash at risk on average: $1.7 bn, $4.7 ± 0.1 bn below Exclusive alliance. With Deep collaboration 8 of 10 of all futures lie between −$21 bn and $30 bn.',
    )
  })

  it('without a better side has no best', () => {
    const choice = chosen(exclusive, [[deep, 0.7, 0.1]], 'neutral')
    const text = textOf({ ...cash, better: 'neutral', choice })
    expect(text).toMatch(
      /^Peak cash at risk goes from \$1.7 bn with Deep collaboration to \$2.4 bn with Exclusive alliance on average\./,
    )
    expect(text).not.toMatch(/best|better/)
    const alike = chosen(exclusive, [[deep, 0.01, 0.1]], 'neutral')
    expect(textOf({ ...cash, better: 'neutral', choice: alike })).toMatch(
      /^Peak cash at risk is about the same whatever is chosen/,
    )
  })

  it('that never differs says so', () => {
    const choice = chosen(exclusive, [[deep, 0, 0]])
    expect(textOf({ ...cash, choice, range: [1, 1] })).toBe(
      'Exclusive alliance and Deep collaboration do not differ in any future: peak cash at risk of $2.4 bn on average.',
    )
  })
})
