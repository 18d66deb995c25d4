import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { envelopeOf, flipsFinding, weightFlips } from '../../../src/findings/weight-flips.ts'
import { letters, made } from './matrix-parts.ts'

describe('weights at which the choice flips', () => {
  test('are known of two lines', () => {
    const [flips] = weightFlips(
      made({
        means: [
          [6, -4],
          [3, 2],
        ],
        shares: [0.5, 0.5],
      }),
    )
    expect(flips.parts.map(({ label }) => label)).toEqual(['Beta', 'Alpha'])
    // 6w − 4(1 − w) = 3w + 2(1 − w)
    expect(flips.flips[0].value).toBeCloseTo(6 / 9, 12)
    const lead = Math.hypot((2 * 0.05) / 3, 0.05 / 3) * Math.SQRT2
    expect(flips.flips[0].error).toBeCloseTo(lead / 9, 12)
    const { title, marks } = flipsFinding(
      made({
        means: [
          [6, -4],
          [3, 2],
        ],
      }),
      [],
    )
    expect(title).toContain('flips soonest with “World 1”: above 66.7 ± 0.')
    expect(marks.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Beta has the best weighted average while “World 1” weighs less than/),
      expect.stringMatching(/^Beta has the best weighted average while “World 2” weighs more than/),
    ])
  })

  test('that are not surely nearer than others are not called the soonest', () => {
    const of = (means: number[][]) => flipsFinding(made({ means, error: 0.001 }), []).title
    // The first two are alike, and weigh in more than the others.
    expect(
      of([
        [3, 3, -2, -2, -1.8],
        [0, 0, 0, 0, 0],
      ]),
    ).toMatch(/ flips soonest with “World 1” and “World 2”, not told apart: with “World [12]” /)
    expect(
      of([
        [1, -0.99, 1, -0.99],
        [0, 0, 0, 0],
      ]),
    ).toMatch(/^No scenario surely flips the best weighted average sooner than the others: with “/)
    expect(
      of([
        [4, -3, -0.5],
        [0, 0, 0],
      ]),
    ).toMatch(/ flips soonest with “World \d”: /)
  })

  test('are none where one is ahead everywhere', () => {
    const { marks, title } = flipsFinding(
      made({
        means: [
          [6, 4],
          [3, 2],
        ],
      }),
      [],
    )
    expect(marks[0].words).toBe('Alpha has the best weighted average whatever “World 1” weighs.')
    expect(title).toBe('No weight of a single scenario takes the best weighted average from Alpha')
  })

  const end = fc.double({ min: -10, max: 10, noNaN: true })
  const lines = fc.array(fc.record({ without: end, alone: end }), { minLength: 1, maxLength: 8 })
  const at = (line: { without: number; alone: number }, t: number) =>
    line.without + t * (line.alone - line.without)

  test('cut the upper envelope into parts that follow each other from 0 to 1', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (all, t) => {
        const parts = envelopeOf(all)
        expect(parts[0].from).toBe(0)
        expect(parts[parts.length - 1].to).toBe(1)
        parts.slice(1).forEach(({ from }, i) => expect(from).toBe(parts[i].to))
        const part = parts.find(({ from, to }) => t >= from && t <= to)
        const top = Math.max(...all.map((line) => at(line, t)))
        expect(at(all[part?.best ?? -1], t)).toBeCloseTo(top, 9)
      }),
    )
  })

  test('are told in the sentence of everyone that the strip shows', () => {
    const value = fc.double({ min: -9, max: 9, noNaN: true })
    const row = fc.tuple(value, value)
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (means, share) => {
          const { marks } = flipsFinding(made({ means, shares: [share, 1 - share] }), [])
          for (const { parts, words, flips } of marks) {
            const named = letters.filter((one) => words.includes(one))
            expect(named.toSorted()).toEqual(parts.map(({ label }) => label).toSorted())
            expect(words.match(/below|above|less than|more than|between|whatever/g)).not.toBeNull()
            expect(flips).toHaveLength(parts.length - 1)
          }
        },
      ),
    )
  })

  test('are told as they follow each other', () => {
    const means = [
      [8, 0],
      [6.5, 1.5],
      [5, 2],
      [1, 3],
    ]
    const [{ words }] = flipsFinding(made({ means, shares: [0.05, 0.95] }), []).marks
    expect(words).toMatch(
      /^Delta has .* less than 20.* %?; above it is Gamma, above .*% Beta, above .*% Alpha\.$|^Delta has .* less than .*; above it is Gamma, above .* Beta, above .* Alpha\.$/,
    )
  })

  test('have both weighted averages equal', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const parts = envelopeOf(all)
        parts.slice(1).forEach(({ from, best }, i) => {
          expect(at(all[best], from)).toBeCloseTo(at(all[parts[i].best], from), 9)
        })
      }),
    )
  })
})
