import { describe, expect, it } from 'vitest'
import type { ChoiceFlip, ChoiceFlips } from '../../../src/analyses/choice-flips.ts'
import { assumptions, market } from '../../../models/index.ts'
import { choiceFlipsAsked } from '../../../src/findings/choice-flips-asked.ts'
import { choiceFlipsFinding } from '../../../src/findings/choice-flips.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { limitsOf } from '../../../src/findings/limits.ts'
import { ranked, strategyRows } from '../../../src/findings/strategy-rows.ts'
import { hingeOf } from '../../../src/findings/verdict-facts.ts'
import { hingeWords } from '../../../src/findings/verdict.ts'
import { basePlan } from '../../plans.ts'
import { runner } from './asked.ts'

const numbers = market.outcomes.filter((one) => one.kind === 'number')
const [npv] = numbers
const neutral = numbers.find(({ better }) => better === 'neutral') ?? npv
const event = assumptions.find(({ role }) => role === 'event')?.id ?? ''
const strategy = (id: string) => ({ a: 'Alliance', b: 'Nothing', c: 'Something' })[id] ?? id

const flip: ChoiceFlip = {
  id: 'openaiReturn',
  to: 'b',
  side: 'below',
  isEvent: false,
  start: null,
  end: { value: 0.04, low: 0.03, high: 0.05 },
  span: [-0.1, 0.3],
  tails: [-0.3, 0.5],
  chance: { value: 0.35, error: 0.01 },
  chanceWithin: [0.33, 0.38],
  gain: { value: 4, error: 0.2 },
  worth: { value: 1.4, error: 0.1 },
}
const found = (flips: readonly ChoiceFlip[], more: Partial<ChoiceFlips> = {}): ChoiceFlips => ({
  best: 'a',
  second: null,
  trials: 4096,
  areFew: false,
  looked: 110,
  flips,
  ...more,
})
const finding = (
  of: ChoiceFlips | null,
  { negligible = 0.5, outcome = npv }: { negligible?: number; outcome?: typeof npv } = {},
) =>
  choiceFlipsFinding({
    outcome,
    found: of,
    limits: { negligible },
    where: 'all',
    strategy,
    explained: 'a',
  })

describe('what flips the choice, in words', () => {
  it('says why another takes over than the one that is nearest on average', () => {
    expect(finding(found([flip], { second: 'c' })).measure).toContain(
      '“Something” comes nearest to “Alliance” on average; but where one of these beliefs puts “Alliance” behind, “Nothing” is ahead of both.',
    )
    const two = [flip, { ...flip, id: event, to: 'd' }]
    expect(finding(found(two, { second: 'c' })).measure).toContain(
      'behind, “Nothing” or “d” is ahead of both',
    )
    for (const second of ['b', null]) {
      expect(finding(found([flip], { second })).measure).not.toContain('comes nearest')
    }
    expect(finding(found([], { second: 'c' })).measure).not.toContain('comes nearest')
  })

  it('says which is best where that is another than the one that is spoken of', () => {
    for (const flips of [[flip], []]) {
      expect(finding(found(flips, { best: 'c' })).measure).toMatch(
        / the best on average is “Something”, not “Alliance”: this is about choosing “Something”\./,
      )
      expect(finding(found(flips)).measure).not.toContain('this is about')
    }
  })

  it('says what the headline says of the belief that would gain most', () => {
    const { title, marks, table, caption } = finding(found([flip]))
    expect(title).toBe(
      'The choice turns on “Return on OpenAI shares”: below 4% a year, Nothing is the better choice',
    )
    const [{ words, parts, ends }] = marks
    expect(words).toEqual([
      'Below 4% a year (3% to 5%): Nothing. Your beliefs give that 35 in 100 (33 to 38); there it is ahead by $4.0 ± 0.2 bn on average.',
    ])
    expect(parts.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['b', -0.1, 0.04],
      ['a', 0.04, 0.3],
    ])
    expect(ends).toEqual(['10% below −10% a year', '90% below 30% a year'])
    expect(table().rows[0].map(textOf)).toEqual([
      'Return on OpenAI shares',
      'below 4% a year (3% to 5%)',
      'Nothing',
      '35% (33% to 38%)',
      '$4.0 ± 0.2 bn',
      '$1.4 ± 0.1 bn',
    ])
    expect(caption).toContain('Of 110 beliefs, 109 are not known to flip anything.')
  })

  it('says in words the very interval that is drawn, however far it reaches to either side', () => {
    for (const [low, high, said] of [
      [0.035, 0.045, '4% a year (3.5% to 4.5%)'],
      [0.038, 0.09, '4% a year (4% to 9%)'],
      [-0.2, 0.05, '4% a year (−20% to 5%)'],
      [0.04, 0.04, '4% a year'],
    ] as const) {
      const { marks, table } = finding(found([{ ...flip, end: { value: 0.04, low, high } }]))
      expect(marks[0].words[0]).toContain(`Below ${said}: Nothing.`)
      expect(marks[0].roots).toEqual([{ value: 0.04, low, high }])
      expect(textOf(table().rows[0][1])).toBe(`below ${said}`)
    }
  })

  it('draws a strip as far as what is told of it, its interval too, and says how far that is', () => {
    const above = (low: number, value: number, high: number) =>
      finding(found([{ ...flip, side: 'above', end: null, start: { low, value, high } }])).marks[0]
    for (const [mark, end, to] of [
      [above(0.15, 0.2, 0.25), '90% below 30% a year', 0.3],
      [above(0.25, 0.28, 0.31), '99% below 50% a year', 0.5],
      [above(0.3, 0.4, 0.45), '99% below 50% a year', 0.5],
      [above(0.4, 0.45, 0.6), 'to 60% a year', 0.6],
    ] as const) {
      expect([mark.ends[1], mark.parts.at(-1)?.to]).toEqual([end, to])
      expect(mark.ends[0]).toBe('10% below −10% a year')
      expect(mark.roots.every(({ high }) => high <= to)).toBe(true)
    }
    const [low] = finding(found([{ ...flip, end: { low: -0.2, value: -0.15, high: -0.1 } }])).marks
    expect([low.ends[0], low.parts[0].from]).toEqual(['1% below −30% a year', -0.3])
  })

  it('is an event that happens or does not, on a strip of chances', () => {
    const happens = { ...flip, id: event, side: 'above', isEvent: true, end: null } as const
    const { title, marks } = finding(found([happens]))
    expect(title).toContain(': if it happens, Nothing is the better choice')
    expect(marks[0].parts).toEqual([
      { id: 'a', label: 'Alliance', from: 0, to: 0.65 },
      { id: 'b', label: 'Nothing', from: 0.65, to: 1 },
    ])
    expect(marks[0].roots).toEqual([])
    const not = finding(found([{ ...happens, side: 'below' }]))
    expect(not.title).toContain(': if it does not happen, Nothing is')
    expect(not.marks[0].parts.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('has one strip a belief where the best changes twice, the ends of which may lie beyond it', () => {
    const end = { value: 0.1, low: 0.08, high: 0.12 }
    const start = { value: 0.35, low: 0.32, high: 0.4 }
    const two: ChoiceFlip[] = [
      { ...flip, side: 'between', start: flip.end, end },
      { ...flip, to: 'c', side: 'above', start, end: null, chance: { value: 0.05, error: 0.01 } },
    ]
    const { marks, title } = finding(found(two))
    expect(title).toContain('between 4% a year and 10% a year, Nothing is')
    expect(marks).toHaveLength(1)
    expect(marks[0].words).toHaveLength(2)
    expect(marks[0].parts.map(({ id }) => id)).toEqual(['a', 'b', 'a', 'c'])
    expect(marks[0].roots).toHaveLength(3)
    expect(marks[0].parts.at(-1)?.to).toBeGreaterThan(0.35)
  })

  it('says so where nothing flips it, where that does not matter, and where nothing can be told', () => {
    expect(finding(found([])).title).toBe('No belief alone surely flips the choice from Alliance')
    const small = finding(found([flip]), { negligible: 5 })
    expect(small.title).toBe(
      'No belief alone flips the choice from Alliance for a gain that matters',
    )
    expect(small.caption).toContain('one that flips it for a gain below $5 bn')
    expect(finding(found([], { areFew: true, trials: 300 })).title).toBe(
      'Too few futures to tell what flips the choice: it takes 1,000, and 300 count',
    )
    expect(finding(null).title).toContain('no second strategy')
    expect(finding(null, { outcome: neutral }).title).toContain('No side of')
    const vague = { ...flip, end: { value: 0.04, low: -0.1, high: 0.2 } }
    expect(finding(found([vague])).title).toContain('at a value these futures hardly tell')
  })

  it('agrees with the headline on every outcome of the market, and asks what it asks', async () => {
    const results = await runner.run(basePlan({ trials: 1024 }))
    for (const outcome of numbers) {
      const rows = ranked(strategyRows(results, outcome, 'all'), outcome.better)
      const ids = rows.map(({ id }) => id)
      const request = choiceFlipsAsked(results.cases, ids, outcome)
      expect(choiceFlipsAsked([...results.cases].reverse(), ids, outcome)).toEqual(request)
      const answer = request && (await runner.ask('choiceFlips', results, request))
      const limits = limitsOf(results.plan, outcome)
      const hinge = hingeOf(answer, rows, limits)
      const label = (id: string) => rows.find((row) => row.id === id)?.label ?? id
      const said = choiceFlipsFinding({
        outcome,
        found: answer,
        limits,
        where: 'all',
        strategy: label,
        explained: null,
      })
      if (hinge) expect(`${said.title}.`).toBe(hingeWords(hinge))
      const text = [
        said.title,
        said.measure,
        said.caption,
        ...said.marks.flatMap((one) => one.words),
      ]
      expect(text.join(' ')).not.toMatch(/NaN|undefined|Infinity|null/)
      if (outcome === npv) expect(hinge).not.toBeNull()
    }
  })
})
