import { ticks } from 'd3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ticksIn } from '../../../src/app/charts/parts/ticks.ts'
import { differenceTick } from '../../../src/findings/fan-difference.ts'
import { tickText } from '../../../src/findings/fan-words.ts'
import { tickText as plainTick } from '../../../src/app/charts/plain-layout.ts'
import { endLevels } from '../../../src/findings/tornado-words.ts'
import { market } from '../../../src/study/model.ts'
import { differenceIn, figureIn, valueIn } from '../../../src/words/index.ts'
import { isCode, sourcesIn } from '../house-sources.ts'

type Write = (x: number, unit: string, width: number) => string
const writers: Readonly<Record<string, Write>> = {
  figureIn,
  valueIn,
  differenceIn,
  fan: tickText,
  fanDifference: differenceTick,
  plain: plainTick,
}
const units = [...new Set(market.outcomes.flatMap((one) => ('unit' in one ? one.unit : [])))]
/** From a thousandth of a point to thousands of billions, at any place, of any number of ticks. */
const domain = fc
  .tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.integer({ min: -4, max: 4 }),
    fc.double({ min: 1, max: 10, noNaN: true }),
    fc.integer({ min: -5, max: 3 }),
  )
  .map(([place, far, lead, power]) => {
    const [low, width] = [place * 10 ** far, lead * 10 ** power]
    return [low, low + width] as const
  })
const bar = fc.tuple(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: 1e-4, max: 1, noNaN: true }),
  fc.boolean(),
)

describe('ticks of an axis always differ in their labels', () => {
  test.each(Object.entries(writers))('as %s writes them', (_, write) => {
    fc.assert(
      fc.property(
        domain,
        fc.constantFrom(...units),
        fc.integer({ min: 2, max: 8 }),
        ([low, high], unit, most) => {
          const at = ticks(low, high, most)
          const texts = at.map((x) => write(x, unit, high - low))
          expect(new Set(texts).size).toBe(at.length)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a share between 23% and 26% has tenths', () => {
    const texts = ticks(0.232, 0.262, 6).map((x) => figureIn(x, 'fraction', 0.03))
    expect(texts).toEqual(['23.5%', '24%', '24.5%', '25%', '25.5%', '26%'])
  })

  test('of a belief that is a logarithm too', () => {
    for (const unit of [
      'log points',
      'log points of fall',
      'log odds',
      'log points per unit of access',
    ])
      for (const width of [0.02, 0.3, 2, 5])
        for (const low of [-1, -0.1, 0, 0.5]) {
          const at = ticksIn([low, low + width], unit, 6)
          const texts = at.map((x) => figureIn(x, unit, width))
          expect([unit, low, width, new Set(texts).size]).toEqual([unit, low, width, at.length])
        }
  })

  test('and no chart is given a tick that does not know how wide its axis is', () => {
    const all = sourcesIn('src/app', 'src/handout').filter(isCode)
    const ticked = all.flatMap(({ path, text }) =>
      [...text.matchAll(/\b[xy]?[tT]ick=\{([^}]*)\}/g)].map(([, how]) => ({ path, how })),
    )
    expect(ticked.length).toBeGreaterThan(8)
    const deaf = ticked.filter(({ how }) => how.includes('=>') && !/, ?wid(e|th)\)/.test(how))
    // Terms are steps that a lever has: they differ by more than their words may hide.
    expect(deaf.filter(({ how }) => !how.includes('leverWords'))).toEqual([])
    const written = all.flatMap(({ path, text }) =>
      [...text.matchAll(/text: (figure|value|percent|difference|money)\(/g)].map(() => path),
    )
    expect(written.filter((path) => path.includes('charts/'))).toEqual([])
  })
})

describe('levels at the two ends of a bar', () => {
  test('differ in words where their errors let them', () => {
    fc.assert(
      fc.property(bar, fc.constantFrom(...units), ([low, width, isDifference], unit) => {
        const error = width / 20
        const ends = endLevels(
          {
            low: { at: null, value: low, error },
            high: { at: null, value: low + width, error },
          },
          { unit, isDifference },
        )
        expect(ends?.[0]).not.toBe(ends?.[1])
      }),
    )
  })

  test('have no digit below their errors, and points where they are of a difference of shares', () => {
    const ends = {
      low: { at: null, value: 0.24312, error: 0.0004 },
      high: { at: null, value: 0.25124, error: 0.0004 },
    }
    expect(endLevels(ends, { unit: 'fraction', isDifference: false })).toEqual(['24.3%', '25.1%'])
    expect(endLevels(ends, { unit: 'fraction', isDifference: true })).toEqual([
      '+24.3 points',
      '+25.1 points',
    ])
    const rough = { low: { ...ends.low, error: 0.02 }, high: { ...ends.high, error: 0.02 } }
    expect(endLevels(rough, { unit: 'fraction', isDifference: false })).toEqual(['24%', '25%'])
  })
})
