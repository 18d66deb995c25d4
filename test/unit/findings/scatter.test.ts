import { describe, expect, test } from 'vitest'
import type { Scatter } from '../../../src/analyses/scatter.ts'
import type { ScatterBin } from '../../../src/analyses/scatter-bins.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import {
  type BrushCount,
  brushSentence,
  endsTyped,
  markedSentence,
  type Range,
  rangesWords,
} from '../../../src/findings/brush.ts'
import { scatterFinding, type ScatterFacts } from '../../../src/findings/scatter.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { market } from '../../../src/study/model.ts'
import { numberIn, rangeWords, roundEnd } from '../../../src/words/index.ts'

const npv = market.outcomes.find(({ id }) => id === 'npv') as NumberOutcome
const side = { span: [-9, 9], step: 0, atom: null } as const

const bin = (middle: number, median: number, error = 0.2): ScatterBin => {
  const known = (value: number) => ({ value, error })
  const band = { p10: known(median - 5), p50: known(median), p90: known(median + 5) }
  return { from: middle - 0.01, middle, to: middle + 0.01, count: 40, ...band, mean: known(median) }
}

function found(bins: readonly ScatterBin[], more: Partial<ScatterFacts> = {}, x = 'openaiReturn') {
  const answer: Scatter = {
    x: { input: x },
    count: 40 * bins.length,
    correlation: { value: 0.5, error: 0.02 },
    dots: {
      trials: Int32Array.of(0, 1),
      x: Float64Array.of(0, 1),
      y: Float64Array.of(0, 1),
      marked: new Uint8Array(2),
    },
    sides: { x: side, y: side },
    bins,
  }
  return scatterFinding({
    answer,
    outcome: npv,
    whose: '“Exclusive alliance”',
    isDifference: false,
    counted: 'all futures',
    brushed: null,
    ...more,
  })
}

describe('the title of a scatter', () => {
  test('has both ends where they surely differ, and the middle where that does', () => {
    expect(found([bin(-0.1, -6), bin(0.1, 1), bin(0.3, 14)]).title).toBe(
      'Net present value: median −$6.0 bn with “Return on OpenAI shares” at −10% a year, $14.0 bn at 30% a year',
    )
    expect(found([bin(-0.1, 0), bin(0.1, 9), bin(0.3, 0.1)]).title).toMatch(
      / is highest for middling /,
    )
    expect(found([bin(-0.1, 0), bin(0.1, 0.2), bin(0.3, 0.3)]).title).toBe(
      'The median of Net present value does not surely rise or fall with “Return on OpenAI shares”',
    )
  })
  test('is true of an event, of luck, of what does not vary, and of nothing', () => {
    const two = [bin(0, 2), bin(1, -9)]
    expect(found(two, {}, 'openaiDistress').title).toBe(
      'Net present value: median $2.0 bn where “OpenAI in distress” does not happen, −$9.0 bn where it does',
    )
    expect(found(two, {}, 'signingDraw').title).toContain('where the talks go well, −$9.0 bn where')
    expect(found([bin(0.1, 2)]).title).toBe(
      '“Return on OpenAI shares” is the same in every future that counts',
    )
    expect(found([]).title).toBe('No future counts, so there is nothing to draw')
  })
  test('of a difference it is signed, and the table has a row for every part', () => {
    const { title, table } = found([bin(-0.1, 2), bin(0.3, 9)], { isDifference: true })
    expect(title).toContain('median +$2.0 bn')
    const { columns, rows } = table()
    expect(rows.map((row) => row.length)).toEqual([columns.length, columns.length])
    expect(rows[1].map(textOf)).toEqual(
      expect.arrayContaining(
        ['29%', '31%', '40', '+$9.0 ± 0.2 bn'].map((text) => expect.stringContaining(text)),
      ),
    )
  })
  test('the caption says how many are drawn, and which stand out', () => {
    const { caption } = found([bin(-0.1, 2), bin(0.3, 9)], { brushed: 'it pays' })
    expect(caption).toContain('the first 2 of 80 that count')
    expect(caption).toContain('In full colour: those where it pays.')
  })
})

test('ends of parts keep their side and size, however small they are', () => {
  const ends = [-0.0004, -0.000012, 0.0004, 0.215, 0.22049]
  const table = found(ends.map((from) => ({ ...bin(from, 2), from, to: from }))).table()
  for (const [at, [from, to]] of table.rows.entries()) {
    const read = numberIn(textOf(from), 'per year')
    expect(textOf(from)).toBe(textOf(to))
    expect(Math.abs(Number(read) / ends[at] - 1)).toBeLessThan(0.005)
  }
})

describe('ranges in words', () => {
  const ranges: readonly Range[] = [
    { of: { input: 'openaiReturn' }, low: 0.18, high: null },
    { of: { outcome: 'npv' }, low: 10, high: 20.25 },
  ]
  test('name beliefs, outcomes and whose they are, in all digits that were typed', () => {
    expect(rangesWords(ranges, '“Exclusive alliance”')).toBe(
      '“Return on OpenAI shares” is at least 18% a year and Net present value of “Exclusive alliance” is from $10 bn to $20.25 bn',
    )
    expect(rangeWords(null, 0.125, 'fraction')).toBe('at most 12.5%')
    expect(rangeWords(0.1, 0.2, 'per year')).toBe('from 10% to 20% a year')
    expect(rangeWords(3, 3, 'quarters')).toBe('3 quarters')
    expect(rangesWords([{ of: { input: 'openaiDistress' }, low: 1, high: null }], '')).toBe(
      '“OpenAI in distress” happens',
    )
    expect(rangesWords([{ of: { input: 'openaiDistress' }, low: null, high: 0 }], '')).toBe(
      '“OpenAI in distress” does not happen',
    )
  })
  test('are true of none, of few and of many', () => {
    expect(brushSentence('it pays', { count: 0, of: 10_000 }, 10_000)).toBe(
      'No future of 10,000 is one where it pays, so all are counted.',
    )
    expect(brushSentence('it pays', { count: 1412, of: 10_000 }, 10_000)).toBe(
      'Counting only futures where it pays: 1,412 of all 10,000 of the run.',
    )
    // Of an outcome that closed deals alone have.
    expect(brushSentence('it pays', { count: 1412, of: 5000 }, 10_000)).toBe(
      'Counting only futures where it pays: 1,412 of 5,000.',
    )
    expect(brushSentence('it pays', { count: 99, of: 256 }, 256)).toContain('too few to tell much')
  })
  test('are told of where all are counted too', () => {
    const words = 'NPV of “X” is at least $1 bn'
    const said = (met: BrushCount | null) =>
      markedSentence(words, met, 'Answer', 'The band', 10_000)
    expect(said({ count: 1412, of: 10_000 })).toBe(
      `The band marks 1,412 of all 10,000 futures of the run: those where ${words}. The figures of Answer do not follow it.`,
    )
    expect(said({ count: 0, of: 10_000 })).toMatch(
      /^No future of 10,000 is one where .+, so none is marked/,
    )
    expect(said(null)).toBe(`Counting the futures where ${words} …`)
  })
  test('that are typed are read, or refused in a sentence', () => {
    expect(endsTyped('18%', '', 'per year')).toEqual({ low: 0.18, high: null })
    expect(endsTyped('', '$10 bn', 'USD bn')).toEqual({ low: null, high: 10 })
    expect(endsTyped('many', '', 'USD bn')).toMatch(/^“many” is no number here/)
    expect(endsTyped('20', '10', 'USD bn')).toBe('From has to be at most To, got $20 bn to $10 bn.')
  })
  test('drawn by hand they are round, and their words say no other number', () => {
    for (const { unit } of [...market.assumptions, npv]) {
      for (const x of [0.123_456, -0.0987, 0.333]) {
        const end = roundEnd(x, unit, 1)
        expect(Math.abs(end - x)).toBeLessThan(0.02)
        expect(numberIn(rangeWords(end, null, unit).replace('at least ', ''), unit)).toBe(end)
      }
    }
    expect(roundEnd(5, 'USD bn', 0)).toBe(5)
  })
})
