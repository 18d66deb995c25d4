import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { fanNote } from '../../../src/findings/fan.ts'
import { fanFutures } from '../../../src/findings/fan-futures.ts'
import { edgesApart, fanTitle, range } from '../../../src/findings/fan-words.ts'
import type { Fan } from '../../../src/findings/fans.ts'
import { observedOf } from '../../../src/findings/observed.ts'

/** A fan of three quarters, from one value to its P5, median and P95, over the middle of them. */
const fan = (
  label: string,
  start: number,
  [low, middle, high]: readonly [number, number, number],
  between = (start + middle) / 2,
): Fan => {
  const line = (end: number) => [start, between, end]
  const summary = {
    p5: line(low),
    p25: line(low),
    p50: line(middle),
    p75: line(high),
    p95: line(high),
  }
  return { id: label, label, summary }
}
const quarters = ['2025Q3', '2028Q3', '2031Q3']
const facts = (unit: string, trials = 10_000) => ({
  label: 'Series',
  unit,
  start: 'in 2025Q3',
  quarters,
  trials,
  negligible: 0.5,
})

describe('fanTitle(facts, fans)', () => {
  const say = (fans: readonly Fan[], unit = 'fraction') => fanTitle(facts(unit), fans)

  test('of one fan says where it is and where 90% of futures take it', () => {
    expect(say([fan('A', 0.29, [0.2, 0.25, 0.31])])).toBe('Series: 29% in 2025Q3, 20–31% in 2031')
    expect(say([fan('A', 0, [0, 0, 0])], 'USD bn')).toBe('Series: $0 bn in every quarter')
  })

  test('of two fans says which median ends higher, by how much and in which unit', () => {
    const [high, low] = [fan('A', 0.29, [0.2, 0.27, 0.31]), fan('B', 0.29, [0.2, 0.25, 0.31])]
    expect(say([high, low])).toBe('Series in 2031: median 2.0 points higher with “A”')
    expect(say([low, high])).toBe('Series in 2031: median 2.0 points lower with “B”')
    const [dense, less] = [fan('A', 1650, [1500, 1719, 1900]), fan('B', 1650, [1500, 1700, 1900])]
    expect(say([dense, less], 'points')).toBe('Series in 2031: median 19 points higher with “A”')
    const [dear, cheap] = [fan('A', 1, [0.1, 0.3, 0.5]), fan('B', 1, [0.1, 0.28, 0.5])]
    expect(say([dear, cheap], 'index, 1 at start')).toMatch(/median 0\.020? index points higher/)
  })

  test('makes nothing of a difference that is small beside what is not known', () => {
    const a = fan('A', 0.29, [0.2, 0.25, 0.31])
    const same = 'Series: much the same with either in every quarter to 2031'
    expect(say([a, fan('B', 0.29, [0.2, 0.2501, 0.31])])).toBe(same)
    expect(say([a, a])).toBe(same)
  })

  test('never calls two the same of which one reaches further down', () => {
    const deal = fan('A', 0, [-64, 0.1, 30])
    const none = fan('B', 0, [0, 0, 0])
    expect(say([deal, none], 'USD bn')).toBe(
      'Series in 2031: much the same median, the low end $64 bn lower with “A”',
    )
  })

  test('tells what differs on the way from what differs at the end', () => {
    const [deal, none] = [fan('A', 0, [0, 0, 0], -20), fan('B', 0, [0, 0, 0])]
    expect(say([deal, none], 'USD bn')).toBe(
      'Series: much the same with either in 2031, but in 2028Q3 median $20 bn lower with “A”',
    )
  })

  test('never contradicts the fans', () => {
    const end = fc
      .tuple(...Array.from({ length: 3 }, () => fc.double({ min: -50, max: 50, noNaN: true })))
      .map((ends) => [...ends].sort((x, y) => x - y) as [number, number, number])
    const near = fc.tuple(end, fc.double({ min: -2, max: 2, noNaN: true })).map(([all, by]) => ({
      one: all,
      other: all.map((x) => x + by) as [number, number, number],
    }))
    const ends = fc.oneof(fc.record({ one: end, other: end }), near)
    const units = fc.constantFrom('USD bn', 'fraction', 'points', 'index, 1 at start')
    fc.assert(
      fc.property(
        ends,
        units,
        fc.constantFrom(64, 1000, 10_000),
        ({ one, other }, unit, trials) => {
          const two = [fan('A', 0, one), fan('B', 0, other)] as const
          const title = fanTitle(facts(unit, trials), two)
          const apart = edgesApart(facts(unit, trials), two, 2)
          expect(title.includes('much the same with either')).toBe(apart.length === 0)
          if (apart.length === 0) return
          expect(title).toMatch(/ (higher|lower).* with “A”$/)
          // A difference that is said is one, and carries its unit.
          const sizes = [
            ...title.matchAll(/(\$?[\d,.]+ ?(?:bn|index points?|points?)?) (higher|lower)/g),
          ]
          for (const [, size] of sizes) {
            expect(size).toMatch(/[1-9]/)
            expect(size).toMatch(/bn|point/)
          }
          const said = /median .*? (higher|lower)/.exec(title)
          expect(/: median/.test(title)).toBe(apart.includes('p50'))
          if (apart.includes('p50')) expect(said?.[1]).toBe(one[1] > other[1] ? 'higher' : 'lower')
          const low = /low end .*? (higher|lower)/.exec(title)
          if (low) expect(low[1]).toBe(one[0] > other[0] ? 'higher' : 'lower')
          const high = /high end .*? (higher|lower)/.exec(title)
          if (high) expect(high[1]).toBe(one[2] > other[2] ? 'higher' : 'lower')
        },
      ),
    )
  })
})

test.each([
  [0.2, 0.31, 'fraction', '20–31%'],
  [0.2, 0.2, 'fraction', '20%'],
  [180, 254, 'USD bn per quarter', '$180–254 bn a quarter'],
  [-3, 12, 'USD bn', '−$3 bn to $12 bn'],
  [1200, 1900, 'points', '1,200–1,900'],
] as const)('range(%d, %d, %s) is %s', (low, high, unit, expected) => {
  expect(range(low, high, unit)).toBe(expected)
})

test('what came after the start is told from the history before', () => {
  const observed = observedOf('awsShare')
  const noteFrom = (start: string) => fanNote({ id: 'awsShare', observed, quarters: [start] })
  expect(noteFrom('2025Q3')).toMatch(/^Dots: Synergy.*; diamonds: what came since\.$/)
  expect(noteFrom('2026Q2')).toMatch(/^Dots: Synergy[^;]*\.$/)
  const plan = { plan: { seed: 'stakes' } as RunPlan, trials: 30_000 }
  expect(fanFutures({ trials: 20_480, ofAgreeing: false }, plan)).toBe(
    'First 20,480 of 30,000 futures, seed stakes.',
  )
})
