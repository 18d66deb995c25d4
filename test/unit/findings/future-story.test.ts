import { describe, expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { market as catalogue } from '../../../src/study/model.ts'
import type { NumberOutcome, Overrides } from '../../../src/engine/model.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { type Future, replay } from '../../../src/engine/replay.ts'
import { DrawCache } from '../../../src/engine/sampling/draw.ts'
import { replayUsual } from '../../../src/engine/usual.ts'
import { beliefWords, luckSides } from '../../../src/findings/draw-words.ts'
import { placeWords } from '../../../src/findings/future-place.ts'
import {
  type FutureStory,
  futureStory,
  type StoryFacts,
} from '../../../src/findings/future-story.ts'
import type { FuturePlace } from '../../../src/analyses/futures-at.ts'
import { isChoice } from '../../../src/study/index.ts'
import { futureStrategies } from '../../../src/findings/future-strategies.ts'
import { marketPlan, vantageIds } from '../models/market-plan.ts'

const TRIALS = 16
const { outcomes } = catalogue
const numbers = outcomes.filter((one): one is NumberOutcome => one.kind === 'number')
const npv = numbers[0]
const events = market.assumptions.filter(({ role }) => role === 'event')

/** All that happens, or nothing. */
const all = (happens: number): Overrides =>
  Object.fromEntries(
    events.map(({ id }) => [id, { kind: 'bernoulli', probability: happens } as const]),
  )

interface Told {
  readonly plan: RunPlan
  readonly future: Future
  readonly facts: StoryFacts
}

/** The first futures of a plan, of every strategy. */
function toldOf(plan: RunPlan, trials = TRIALS): Told[] {
  const cache = new DrawCache()
  return Array.from({ length: trials }, (_, trial) => trial).flatMap((trial) => {
    const future = replay(market, plan, trial, cache)
    const usual = replayUsual(market, plan, trial, plan.cases, cache)
    const [scenario] = future.scenarios
    return plan.cases.map(({ label, levers }, at) => ({
      plan,
      future,
      facts: {
        trial,
        vantage: plan.vantage,
        quarters: plan.quarters,
        outcome: npv,
        label,
        levers,
        future: scenario,
        case: scenario.cases[at],
        beliefs: plan.worlds[0].distributions,
        usual: usual[at],
      },
    }))
  })
}

const told = [
  ...vantageIds.flatMap((vantage) => toldOf(marketPlan({ vantage }))),
  ...toldOf(marketPlan({ beliefs: all(1) }), 6),
  ...toldOf(marketPlan({ beliefs: all(0) }), 6),
]
const stories = new Map<Told, FutureStory>()
/** Its story by the headline, told once. */
function storyOf(one: Told): FutureStory {
  const story = stories.get(one) ?? futureStory(one.facts)
  stories.set(one, story)
  return story
}
const stateOf = ({ facts }: Told) => String(facts.case.outcomes['dealOutcome'])

describe('the story of a future', () => {
  test('has futures of every kind to be true of', () => {
    const states = new Set(told.map(stateOf))
    for (const state of ['none', 'collapsed', 'blocked', 'remedied', 'closed']) {
      expect(states).toContain(state)
    }
  })

  test('says what the strategy comes to, and how its talks end where they come to nothing', () => {
    for (const one of told) {
      const { title, result, why } = storyOf(one)
      const x = Number(one.facts.case.outcomes['npv'])
      const verb = x === 0 ? 'comes to $0 bn' : x < 0 ? 'loses $' : 'earns $'
      expect(title).toBe(`Future ${one.facts.trial}: ${result}`)
      expect(result).toContain(`${one.facts.label} ${verb}`)
      const state = stateOf(one)
      expect(result.includes('without a signature')).toBe(state === 'collapsed')
      expect(result.includes('no offer is made')).toBe(state === 'none')
      expect(result.includes('a regulator blocks the deal')).toBe(state === 'blocked')
      if (!['closed', 'remedied'].includes(state)) expect(why).toBe('')
    }
  })

  test('names at most three draws, the most unusual first, each of which changes the outcome', () => {
    for (const outcome of numbers) {
      const at = market.outcomes.findIndex(({ id }) => id === outcome.id)
      for (const one of told.filter((_, i) => i % 5 === 0 || outcome === npv)) {
        const { facts } = one
        const { draws, title, why } =
          outcome === npv ? storyOf(one) : futureStory({ ...facts, outcome })
        expect(draws.length).toBeLessThanOrEqual(3)
        draws.forEach(({ id, asFar }, i) => {
          const a = market.assumptions.findIndex((one) => one.id === id)
          expect(facts.usual.instead[a]?.[at]).not.toBe(facts.usual.outcomes[at])
          if (i > 0) expect(asFar).toBeGreaterThanOrEqual(draws[i - 1].asFar)
        })
        const text = [title, why, ...draws.flatMap(({ words, instead }) => [words, instead])].join()
        expect(text).not.toMatch(/undefined|NaN|null|Infinity/)
      }
    }
  })

  test('the figures of what made it so add up to what came', () => {
    /** An amount as it is written, in billions. */
    const read = (text: string) => {
      const [, sign, digits, scale] = /^([−+]?)\$([\d,.]+) (bn|m|tn)/.exec(text) ?? []
      const size = { bn: 1, m: 1e-3, tn: 1e3 }[scale] ?? NaN
      return (sign === '−' ? -1 : 1) * Number(digits?.replaceAll(',', '')) * size
    }
    let summed = 0
    for (const one of told) {
      const { why, explains } = storyOf(one)
      if (!explains) continue
      summed++
      const [, middle] = /would be (\S+ \w+)\./.exec(why) ?? []
      const parts = [...why.matchAll(/([−+]\$\S+ \w+) from/g)].map(([, by]) => read(by))
      const came = Number(one.facts.case.outcomes['npv'])
      const numbers = [read(middle ?? ''), ...parts]
      const largest = Math.max(Math.abs(came), ...numbers.map(Math.abs))
      const sum = numbers.reduce((total, by) => total + by, 0)
      expect(Math.abs(sum - came), why).toBeLessThan(0.03 * largest + 0.003)
    }
    expect(summed).toBeGreaterThan(20)
  })

  test('multiples are said in plain words', () => {
    expect(beliefWords('Exclusivity deters signing', Math.log(2.12), 'log odds of loss')).toBe(
      '“Exclusivity deters signing” at odds 2.12 times lower',
    )
    expect(beliefWords('Return on OpenAI shares', 0.09, 'fraction per year')).toBe(
      'Return on OpenAI shares 9% a year',
    )
    for (const { label, unit, role, domain } of market.assumptions) {
      if (role === 'belief') expect(beliefWords(label, domain[1], unit)).not.toMatch(/\dx \w/)
    }
  })

  test('where a future stands is said by one share', () => {
    const place = { lower: 244, equal: 0, isCounted: true } as FuturePlace
    expect(placeWords({ count: 10_000 }, place, 'all')).toBe(
      'Of 10,000 futures counted (all futures) 2.4% are lower than this one.',
    )
  })

  test('luck is told the way it works: high draws of the talks are those that come to nothing', () => {
    expect(luckSides('signingDraw')).toEqual(['the talks go well', 'the talks go badly'])
    const drawn = (isEnd: boolean) =>
      told
        .filter((one) => stateOf(one) !== 'none' && (stateOf(one) === 'collapsed') === isEnd)
        .map(({ facts }) => facts.future.inputs['signingDraw'])
    const mean = (values: readonly number[]) =>
      values.reduce((sum, x) => sum + x, 0) / values.length
    expect(mean(drawn(true))).toBeGreaterThan(mean(drawn(false)) + 0.1)
  })

  test('not investing comes to nothing and hangs on no draw', () => {
    for (const one of told.filter((one) => stateOf(one) === 'none')) {
      expect(storyOf(one).draws).toEqual([])
    }
  })

  test('tells times in order, within the horizon, and the deal’s as the outcomes have them', () => {
    for (const one of told) {
      const { moments } = storyOf(one)
      const { inputs } = one.facts.future
      const quarters = moments.map(({ quarter }) => quarter)
      expect(quarters).toEqual(quarters.toSorted((a, b) => a - b))
      expect(quarters.every((t) => Number.isInteger(t) && t >= 0 && t <= 24)).toBe(true)
      const closes = moments.find(({ words }) => /^The deal (closes|is in force)/.test(words))
      const state = stateOf(one)
      expect(closes !== undefined).toBe(['closed', 'remedied'].includes(state))
      if (closes) expect(closes.quarter).toBe(one.facts.case.outcomes['closeQuarter'])
      if (closes) expect(closes.words.includes('remedies')).toBe(state === 'remedied')
      const distress = moments.some(({ words }) => words.includes('distress'))
      const comes = inputs['openaiDistress'] === 1 && 4 * inputs['openaiDistressYear'] < 24.5
      expect(distress).toBe(comes)
    }
  })

  test('the second payment is told where it is made: the deal’s cash falls that far in that quarter', () => {
    let paid = 0
    for (const one of told) {
      const found = one.future.scenarios[0].cases.find(
        ({ strategy }) => strategy === one.facts.case.strategy,
      )
      const cash = found?.series['cumulativeCash'] ?? []
      const close = Number(one.facts.case.outcomes['closeQuarter'])
      const second = Number(one.facts.levers['conditional'])
      const { moments } = storyOf(one)
      const told = moments.find(({ words }) => words.startsWith('The second payment'))
      const falls = cash.flatMap((x, t) =>
        t > close && second > 0 && x - cash[t - 1] < -0.45 * second ? [t] : [],
      )
      if (told) paid++
      if (told && told.quarter > close) expect(falls).toContain(told.quarter)
    }
    expect(paid).toBeGreaterThan(3)
  })

  test('a future without events has moments of its deal alone', () => {
    for (const { facts } of toldOf(marketPlan({ beliefs: all(0) }), 4)) {
      expect(futureStory(facts).moments.every(({ ofDeal }) => ofDeal)).toBe(true)
    }
  })
})

test('what is best in a future is best of those that can be chosen there', () => {
  for (const vantage of vantageIds) {
    const plan = marketPlan({ vantage })
    for (const outcome of numbers) {
      const [scenario] = replay(market, plan, 3).scenarios
      const strategies = plan.cases.map(({ strategy: id, label, levers }, at) => ({
        id,
        label,
        levers,
        outcomes: scenario.cases[at].outcomes,
      }))
      const { marks, title } = futureStrategies(outcome, vantage, strategies)
      const sign = outcome.better === 'lower' ? -1 : 1
      for (const mark of marks.filter(({ isBest }) => isBest)) {
        const other = strategies.find(({ id }) => id === mark.id)
        expect(other && isChoice(vantage, other)).toBe(true)
        for (const one of marks) {
          const can = strategies.find(({ id }) => id === one.id)
          if (one.value === null || !can || !isChoice(vantage, can)) continue
          expect(sign * one.value).toBeLessThanOrEqual(sign * (mark.value ?? NaN))
        }
      }
      expect(title).not.toMatch(/undefined|NaN/)
      expect(marks.some(({ isBest }) => isBest)).toBe(
        outcome.better !== 'neutral' &&
          marks.some(({ value, id }) => {
            const one = strategies.find((other) => other.id === id)
            return value !== null && one !== undefined && isChoice(vantage, one)
          }),
      )
    }
  }
})
