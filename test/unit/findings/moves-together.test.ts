import { describe, expect, test } from 'vitest'
import type { DriverBar } from '../../../src/analyses/driver-bars.ts'
import type { Correlation } from '../../../src/engine/model.ts'
import { asOneWords, togetherWords } from '../../../src/findings/moves-together.ts'
import { unseenInMiddle, unseenInTotal } from '../../../src/findings/unseen-drivers.ts'
import { driverGroups, linkedAmong } from '../../../src/study/driver-groups.ts'
import { labelOf, market } from '../../../src/study/model.ts'

const { correlations } = market
const five = ['openaiReturn', 'openaiDrift', 'openaiDistress', 'commitmentFulfilment', 'wacc']

describe('beliefs that move together are said where two of them are told, and nowhere else', () => {
  test('of the study’s pairs, whatever else is told', () => {
    for (const [a, b] of correlations) {
      expect(togetherWords([a, 'wacc', b], correlations, 'swing')).toContain(
        `${labelOf(a)} and ${labelOf(b)} tend to move together`,
      )
      expect(togetherWords([a, 'wacc'], correlations, 'swing')).toBe('')
      expect(togetherWords([a, b], [[a, b, 0]], 'swing')).toBe('')
      expect(togetherWords([a, b], [], 'swing')).toBe('')
    }
  })

  test('a pair that is joined only by a belief that is not told is none', () => {
    // The model joins both to OpenAI gaining or losing, and not to each other.
    expect(linkedAmong(['openaiReturn', 'openaiDistress'], correlations)).toEqual([])
    expect(linkedAmong(five, correlations)).toEqual([five.slice(0, 4)])
  })

  test('several sets are each named, and more than five are counted', () => {
    const ids = ['wacc', 'taxRate', 'openaiReturn', 'openaiDrift']
    const pairs: Correlation[] = [
      ['wacc', 'taxRate', 0.3],
      ['openaiReturn', 'openaiDrift', 0.5],
    ]
    const said = togetherWords(ids, pairs, 'swing')
    for (const id of ids) expect(said).toContain(labelOf(id))
    const many = market.assumptions.slice(0, 8).map(({ id }) => id)
    const chain = many.slice(1).map((id, at): Correlation => [many[at], id, 0.2])
    expect(togetherWords(many, chain, 'delta')).toContain('and 3 more tend')
  })

  test('what follows is of the method', () => {
    const said = (['swing', 'regression', 'oneAtATime'] as const).map((method) =>
      togetherWords(five, correlations, method),
    )
    expect(new Set(said).size).toBe(3)
    expect(said[1]).not.toContain('others’ doing')
    expect(asOneWords(five, correlations)).toContain('stand in one bar')
    expect(asOneWords(['wacc'], correlations)).toBe('')
  })

  test('a group is named after all that are in it', () => {
    for (const { label, members } of driverGroups('correlated', correlations))
      for (const id of members) expect(label).toContain(labelOf(id))
  })
})

describe('a belief that leads elsewhere is not dropped without a word', () => {
  const bar = (id: string, size: number): DriverBar => ({
    id,
    low: null,
    high: null,
    size,
    error: null,
    share: 0,
    isTold: size !== 0,
  })
  const asked = { unit: 'USD bn', correlations }

  test('by one at a time, each with why: its event, what it moves with, or that it is one future', () => {
    const leading = ['openaiReturn', 'openaiDrift', 'aiCorrectionDepth', 'wacc']
    const bars = [bar('openaiReturn', 30), bar('openaiDrift', 1), bar('wacc', -0.2)]
    const said = unseenInMiddle(leading, bars, ['openaiReturn'], asked)
    expect(said).toHaveLength(3)
    expect(said[0]).toMatch(/number 2 by swing, moves the middle future by only \$1.* without “/)
    expect(said[1]).toMatch(/by nothing: it is about “AI spending correction”/)
    expect(said[2]).toContain('that is one future')
    expect(unseenInMiddle(leading, bars, leading, asked)).toEqual([])
  })

  test('by total indices: one that is in a bar is shown, one that may be chance says so', () => {
    const figure = (value: number) => ({
      value,
      error: 0.01,
      low: value - 0.02,
      high: value + 0.02,
    })
    const factors = [
      { id: 'both', label: 'Both', inputs: ['openaiReturn', 'openaiDrift'] },
      { id: 'wacc', label: 'Cost of capital', inputs: ['wacc'] },
    ]
    const index = (total: number) => ({
      id: 'wacc',
      first: figure(0),
      total: figure(total),
      samples: { first: new Float64Array(1), total: new Float64Array(1) },
    })
    const leading = ['openaiReturn', 'openaiDrift', 'wacc']
    const said = (total: number) => unseenInTotal(leading, factors, [index(total)], ['both'])
    expect(said(0.01)).toHaveLength(1)
    expect(said(0.01)[0]).toContain('may be chance')
    expect(said(0.2)[0]).not.toContain('may be chance')
    expect(said(0.2)[0]).toContain('depends on it, ')
    // What a bar of several is of is no one belief's.
    const several = unseenInTotal(leading, factors, [{ ...index(0.2), id: 'both' }], ['wacc'])
    expect(several).toHaveLength(2)
    for (const words of several)
      expect(words).toContain('of the variance depends on it and those it moves with, ')
  })
})
