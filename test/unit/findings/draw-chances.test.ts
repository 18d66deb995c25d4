import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Distribution, quantile } from '../../../src/engine/distributions/index.ts'
import { chanceOfDraw, chanceWords, eventChanceWords } from '../../../src/findings/draw-chances.ts'
import { examples } from '../../distribution-examples.ts'

const wide = { role: 'belief', domain: [-1e15, 1e15] } as const
const event = { role: 'event', domain: [0, 1] } as const
const uniform: Distribution = { kind: 'uniform', min: 0, max: 10 }

describe('how unusual a draw is', () => {
  test('of known distributions is known', () => {
    const low = chanceOfDraw(uniform, wide, 0.4)
    expect(low.atMost).toBeCloseTo(0.04, 6)
    expect(low.atLeast).toBeCloseTo(0.96, 6)
    expect(low.asFar).toBeCloseTo(0.08, 6)
    const normal = { kind: 'normal', mean: 3, standardDeviation: 2 } as const
    expect(chanceOfDraw(normal, wide, 3 + 2 * 1.959964).asFar).toBeCloseTo(0.05, 5)
    const dice = { kind: 'discrete', values: [1, 2, 3], probabilities: [0.1, 0.2, 0.7] } as const
    expect(chanceOfDraw(dice, wide, 2)).toEqual({
      atMost: expect.closeTo(0.3, 9) as number,
      atLeast: expect.closeTo(0.9, 9) as number,
      asFar: expect.closeTo(0.6, 9) as number,
    })
    expect(chanceOfDraw({ kind: 'constant', value: 4 }, wide, 4).asFar).toBe(1)
  })

  test('of an event is the chance of what came', () => {
    const rare = { kind: 'bernoulli', probability: 0.02 } as const
    expect(chanceOfDraw(rare, event, 1).asFar).toBeCloseTo(0.02, 12)
    expect(chanceOfDraw(rare, event, 0).asFar).toBeCloseTo(0.98, 12)
  })

  test('where draws were moved to a bound counts all that lay beyond', () => {
    const { atLeast, atMost } = chanceOfDraw(uniform, { role: 'belief', domain: [0, 8] }, 8)
    expect(atLeast).toBeCloseTo(0.2, 6)
    expect(atMost).toBe(1)
  })

  test('is small at the ends, whatever the family, and never beyond 0 and 1', () => {
    const p = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...examples), p, (d, at) => {
        const { atMost, atLeast, asFar } = chanceOfDraw(d, wide, quantile(d)(at))
        expect(atMost).toBeGreaterThanOrEqual(at - 1e-3)
        expect(atLeast).toBeGreaterThanOrEqual(1 - at - 1e-3)
        for (const one of [atMost, atLeast, asFar]) {
          expect(one).toBeGreaterThanOrEqual(0)
          expect(one).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('is said of the nearer end', () => {
    const say = (x: number) => chanceWords(chanceOfDraw(uniform, wide, x))
    expect(say(0.4)).toBe('only 4 of 100 draws are lower')
    expect(say(9.9)).toBe('only 1 of 100 draws is higher')
    expect(say(3)).toBe('30 of 100 draws are lower')
    expect(say(0.01)).toBe('fewer than 1 of 100 draws is lower')
    const held = { kind: 'discrete', values: [1, 2], probabilities: [0.1, 0.9] } as const
    expect(chanceWords(chanceOfDraw(held, wide, 1))).toBe('only 10 of 100 draws are as low')
    const rare = { kind: 'bernoulli', probability: 0.13 } as const
    expect(eventChanceWords(true, chanceOfDraw(rare, event, 1))).toBe(
      'it happens in 13 of 100 draws',
    )
    expect(eventChanceWords(false, chanceOfDraw(rare, event, 0))).toBe(
      'it does not happen in 87 of 100 draws',
    )
  })
})
