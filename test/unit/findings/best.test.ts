import { describe, expect, it, test } from 'vitest'
import {
  choiceOf,
  type Limits,
  markOf,
  neededTrials,
  type Rival,
  standingOf,
} from '../../../src/findings/best.ts'

const rival = (value: number, error: number | null, id = 'B'): Rival => ({
  id,
  label: id,
  lead: { value, error },
})
const top = { id: 'A', label: 'A' }
const limits: Limits = { certain: 3, negligible: 0.5 }

describe('a lead stands', () => {
  test.each([
    ['clear', 3.6, 1, 0.5],
    ['clear', -3.6, 1, 0.5],
    ['open', 3.1, 1, 0.5],
    // More than negligible as it looks, and perhaps not.
    ['open', 0.53, 0.1, 0.5],
    ['negligible', 0.1, 0.1, 0.5],
    ['open', 0.3, 0.1, 0.5],
    ['negligible', 0.31, 0.05, 0.5],
    // Beyond its error, and still less than what counts.
    ['open', 0.44, 0.08, 0.5],
    ['open', 0.49, 0.05, 0.5],
    ['same', 0, 0, null],
    ['open', 0.1, 0.1, null],
    ['clear', 2, 0, null],
    ['open', 5, null, 0.5],
    ['open', 0, 0.1, 0],
  ] as const)('%s at %d ± %d where %d is negligible', (standing, value, error, negligible) => {
    expect(standingOf({ value, error }, { certain: 3, negligible })).toBe(standing)
  })
})

const values = [0, 0.05, 0.2, 0.44, 0.5, 0.55, 0.7, 1, 3, 20]
const errors = [0, 0.01, 0.08, 0.2, 0.5, 2, null]

describe('the rule for best', () => {
  it('holds for every lead: best beyond error and negligible, same within, else open', () => {
    for (const value of values)
      for (const error of errors)
        for (const negligible of [null, 0, 0.5, 2])
          for (const certain of [3, 4.53]) {
            const one = choiceOf(top, 'higher', [rival(value, error)], { certain, negligible })
            const reach = error === null ? Infinity : certain * error
            if (one.kind === 'best') {
              expect(value - reach).toBeGreaterThan(negligible ?? 0)
            }
            if (one.kind === 'equal' && value > 0)
              expect(value + reach).toBeLessThan(negligible ?? 0)
            expect(one.kind === 'open').toBe(one.open.length > 0)
          }
  })

  it('is against every other, not the next alone', () => {
    const one = choiceOf(top, 'higher', [rival(2, 0.1), rival(3, 1.2, 'C')], limits)
    expect(one.kind).toBe('open')
    expect(['A', 'B', 'C'].map((id) => markOf(one, id))).toEqual(['open', null, 'open'])
    const two = choiceOf(top, 'higher', [rival(0.1, 0.02), rival(3, 0.2, 'C')], limits)
    expect(two.kind).toBe('equal')
    expect(['A', 'B', 'C'].map((id) => markOf(two, id))).toEqual(['equal', 'equal', null])
    const three = choiceOf(top, 'higher', [rival(2, 0.1), rival(3, 0.2, 'C')], limits)
    expect(['A', 'B', 'C'].map((id) => markOf(three, id))).toEqual(['best', null, null])
  })

  it('marks nothing where neither side is better, or nothing stands beside it', () => {
    const neutral = choiceOf(top, 'neutral', [rival(3, 0.1)], limits)
    expect([neutral.kind, markOf(neutral, 'A'), markOf(neutral, 'B')]).toEqual([
      'unranked',
      null,
      null,
    ])
    expect(markOf(choiceOf(top, 'higher', [], limits), 'A')).toBeNull()
  })
})

describe('the trials that are needed', () => {
  it('are those after which the lead would stand, if errors fall with the root of trials', () => {
    for (const [value, error] of [
      [0.69, 0.3],
      [0.2, 0.15],
      [0.05, 0.3],
      [0.44, 0.08],
      [-4, 2],
    ]) {
      for (const held of [
        { certain: 3, negligible: null },
        { certain: 4.53, negligible: 0.5 },
      ]) {
        const lead = { value, error }
        const { trials, shows } = neededTrials(lead, 10_000, held)
        const after = { value, error: error / Math.sqrt((trials + 1) / 10_000) }
        const before = { value, error: error / Math.sqrt((trials - 1) / 10_000) }
        expect(standingOf(after, held)).toBe(shows)
        if (standingOf(lead, held) === 'open') expect(standingOf(before, held)).toBe('open')
      }
    }
  })

  it.each([
    [3, 9000],
    [4.5, 20_250],
  ])('are n·(%d·error/size)² where nothing is negligible', (certain, trials) => {
    expect(neededTrials({ value: 0.5, error: 0.5 }, 1000, { certain, negligible: null })).toEqual({
      trials,
      shows: 'clear',
    })
  })

  it('are without end where the lead is nothing and nothing is negligible', () => {
    const alone = { certain: 3, negligible: null }
    expect(neededTrials({ value: 0, error: 1 }, 1000, alone).trials).toBe(Infinity)
    expect(neededTrials({ value: 1, error: null }, 1, limits).trials).toBe(Infinity)
  })
})
