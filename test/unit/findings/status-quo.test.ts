import { describe, expect, it } from 'vitest'
import { market, offeredAt } from '../../../models/index.ts'
import { choiceOf, type Rival } from '../../../src/findings/best.ts'
import { paidWords, choicesOf, sunkWords } from '../../../src/findings/status-quo.ts'
import { strategyRows } from '../../../src/findings/strategy-rows.ts'
import { vantageMoves } from '../../../src/findings/vantage-moves.ts'
import { decidedSince } from '../../../src/findings/vantage-words.ts'
import { verdictOf, type VerdictFacts } from '../../../src/findings/verdict.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withStrategyCopy, withoutStrategy } from '../../../src/study/edits/strategies.ts'
import { withVantage } from '../../../src/study/edits/vantage.ts'
import {
  defaultStudy,
  isChoice,
  planOf,
  resolveStudy,
  statusQuoAt,
} from '../../../src/study/index.ts'
import { runner } from './asked.ts'

const [now, then, signed] = market.vantages.map(({ id }) => id)
const idsAt = (vantage: string) => offeredAt(vantage).map(({ id }) => id)
const [none, asSigned, deepen] = offeredAt(signed)

describe('the status quo', () => {
  it('is the deal where one has been struck, and else what all are compared with', () => {
    expect([now, then, signed].map((id) => statusQuoAt(id, offeredAt(id)))).toEqual([
      'none',
      'none',
      'asSigned',
    ])
  })

  it('is nobody where the study has not got the deal, or with other terms', () => {
    const dearer = { ...asSigned, levers: { ...asSigned.levers, commitment: 0 } }
    const left = { ...asSigned, levers: { ...asSigned.levers, invest: false } }
    for (const strategies of [
      [none, deepen],
      [none, dearer],
      [none, left, deepen],
    ]) {
      expect(statusQuoAt(signed, strategies)).toBeNull()
    }
    expect(statusQuoAt('2019-01', [none])).toBe('none')
  })

  it('is struck at its vantage whatever a study has of it: not investing is never the answer', async () => {
    for (const strategies of [['none', 'deepen', 'hold'], ['none', 'deepen'], ['none']]) {
      const plan = planOf(resolveStudy({ vantage: signed, trials: 64, strategies }))
      const rows = strategyRows(await runner.run(plan), market.outcomes[0], 'all')
      expect(choicesOf(rows, signed).map(({ id }) => id)).toEqual(strategies.slice(1))
    }
    expect(isChoice(signed, { ...asSigned, id: 'mine' })).toBe(true)
    expect(isChoice(signed, { id: 'mine', levers: { invest: false } })).toBe(false)
    expect(isChoice(now, none)).toBe(true)
  })

  it.each([now, then, signed])('at %s leaves what can still be chosen', async (vantage) => {
    const plan = planOf(resolveStudy({ vantage, trials: 64 }))
    const rows = strategyRows(await runner.run(plan), market.outcomes[0], 'all')
    const choices = choicesOf(rows, vantage).map(({ id }) => id)
    const all = idsAt(vantage)
    expect(choices).toEqual(vantage === signed ? all.filter((id) => id !== 'none') : all)
  })
})

describe('another vantage', () => {
  it('says which strategies come and go, and what reads otherwise', () => {
    const start = defaultStudy()
    expect(vantageMoves(start, withVantage(start, signed))).toEqual([
      expect.stringMatching(/^\d+ beliefs start from another default here\.$/),
      'Offered from here: “The deal as signed”, “Deepen it” and “Deliver, add nothing”.',
      'Not offered from here: “Investment without exclusivity”, “Deep technical collaboration”, “Broader ecosystem play” and “Exclusive alliance”.',
      'The scenario “Microsoft holds its rights” reads “Microsoft fights on price” here.',
    ])
    expect(vantageMoves(start, withVantage(start, then))).toEqual([
      expect.stringMatching(/^\d+ beliefs start from another default here/),
    ])
  })

  it('says that what was changed stays, where something was', () => {
    const wacc = { kind: 'constant', value: 0.07 } as const
    for (const changed of [
      withBelief(defaultStudy(), 'base', 'wacc', wacc),
      withBelief(defaultStudy(), 'regulators', 'wacc', wacc),
    ]) {
      expect(vantageMoves(changed, withVantage(changed, signed))[0]).toMatch(
        /; those you changed stay as you changed them\.$/,
      )
    }
  })

  it('says nothing of what the study added, which stays', () => {
    const own = withStrategyCopy(defaultStudy(), 'exclusive', 'mine')
    const there = withVantage(own, signed)
    expect(there.strategies.some((one) => typeof one !== 'string' && one.id === 'mine')).toBe(true)
    expect(vantageMoves(own, there).join(' ')).not.toContain('copy')
    const fewer = withoutStrategy(own, 'exclusive')
    expect(vantageMoves(fewer, withVantage(fewer, signed))[2]).not.toContain('Exclusive')
  })

  it('that is older is told what was decided since, and from where that can be seen', () => {
    for (const older of [now, then]) {
      expect(decidedSince(older)).toEqual({
        words: 'Since then the deal was signed and paid:',
        look: 'see it from October 2026',
        vantage: signed,
      })
    }
    expect(decidedSince(signed)).toBeNull()
  })
})

describe('the verdict where a deal has been struck', () => {
  const rival = (id: string, label: string, value: number, error: number): Rival => ({
    id,
    label,
    lead: { value, error },
  })
  const factsOf = (rivals: readonly Rival[]): VerdictFacts => ({
    measure: 'NPV',
    isHeadline: true,
    unit: 'USD bn',
    better: 'higher',
    choice: choiceOf({ id: 'deepen', label: 'Deepen it' }, 'higher', rivals, {
      certain: 3,
      negligible: 0.5,
    }),
    means: {
      deepen: { value: 16.6, error: 0.4 },
      deliver: { value: 13.1, error: 0.4 },
      signed: { value: 12.4, error: 0.4 },
    },
    range: [-20, 60],
    references: [],
    struck: 'signed',
    behind: { worse: 0.16, same: 0.45 },
    tails: {},
    within: 'If the deal closes',
    hinge: null,
    driver: null,
  })
  const signed = rival('signed', 'The deal as signed', 4.25, 0.2)
  const clear = factsOf([rival('deliver', 'Deliver, add nothing', 3.5, 0.1), signed])

  it('is against the deal, with how often it falls behind', () => {
    expect(verdictOf(clear)).toEqual({
      headline:
        'Of what can still be chosen, Deepen it is best on average, by $3.5 ± 0.1 bn over Deliver, add nothing and $4.3 ± 0.2 bn over The deal as signed.',
      rest: [
        'It falls behind The deal as signed in 16 of 100 futures, and is no different in 45 of 100.',
      ],
    })
  })

  it('claims nothing within its error', () => {
    const near = rival('signed', 'The deal as signed', 1, 0.9)
    const { headline } = verdictOf(factsOf([rival('deliver', 'Deliver', 3.5, 0.1), near]))
    expect(headline).not.toMatch(/best|better/)
    expect(
      verdictOf(factsOf([rival('deliver', 'Deliver, add nothing', 0.3, 0.1), signed])),
    ).toEqual({
      headline:
        'Deepen it and Deliver, add nothing cannot be told apart with these trials: $16.6 bn and $13.1 bn on average. Deepen it is $4.3 ± 0.2 bn better than The deal as signed.',
      rest: [
        'Deepen it falls behind The deal as signed in 16 of 100 futures, and is no different in 45 of 100.',
      ],
    })
  })
})

it('what is spent is said', () => {
  const quo = { label: 'The deal as signed', total: { value: 12.4, error: 0.4 } }
  expect(sunkWords(50, quo)).toBe(
    '$50 bn is spent whatever is chosen now: what counts is the difference to “The deal as signed”. Against not investing, the verdict on the past, that stands at $12.4 ± 0.4 bn.',
  )
  expect(sunkWords(50, null)).toContain('what counts is how the strategies differ')
  expect(paidWords('Mine', 10, 50)).toBe(
    '$50 bn has been paid, and what is paid is paid: the $10 bn at closing of “Mine” counts as $50 bn.',
  )
})
