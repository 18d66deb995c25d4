import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf } from '../../../src/findings/best.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { matrixChoices } from '../../../src/findings/matrix-choices.ts'
import { choiceInColumn } from '../../../src/findings/matrix-facts.ts'
import { measuresFor } from '../../../src/findings/matrix-measures.ts'
import { matrixFinding } from '../../../src/findings/matrix.ts'
import { shareTexts } from '../../../src/words/index.ts'
import { weightFlips } from '../../../src/findings/weight-flips.ts'
import { made } from './matrix-parts.ts'

const titleOf = (...given: Parameters<typeof made>) => matrixFinding(made(...given)).title

describe('the title', () => {
  test('says who leads in how many scenarios, and where that one is last', () => {
    const means = [
      [5, 5, 0],
      [1, 1, 4],
      [0, 0, 2],
    ]
    expect(titleOf({ means })).toBe(
      'Alpha leads on average in 2 of 3 scenarios (another in 1) and is surely last in “World 3”',
    )
  })

  test('says last but one where one is surely behind it', () => {
    const means = [
      [9, 9, 2],
      [1, 1, 6],
      [0, 0, 4],
      [0, 0, 0],
    ]
    expect(titleOf({ means })).toBe(
      'Alpha leads on average in 2 of 3 scenarios (another in 1) and is last but one in “World 3”',
    )
  })

  test('holds where all are equal, none can be told apart, or there is one of anything', () => {
    expect(
      titleOf({
        means: [
          [0, 0],
          [0, 0],
        ],
        error: 0,
      }),
    ).toBe('In none of 2 scenarios one strategy surely leads on average by more than $0.5 bn')
    expect(titleOf({ means: [[1, 2]] })).toBe('Alpha is the only strategy that can be chosen')
    expect(titleOf({ means: [[3], [1]] })).toBe('Alpha leads on average in “World 1”')
    expect(titleOf({ means: [[1.1], [1]] })).toBe('Alpha and Beta are about the same in “World 1”')
    expect(titleOf({ means: [[1.5], [1]], error: 1 })).toBe(
      'Alpha and Beta are not told apart in “World 1” with these trials',
    )
    expect(
      titleOf({
        means: [
          [3, 0],
          [0, 3],
        ],
      }),
    ).toBe('Alpha and Beta each lead on average in 1 of 2 scenarios')
    expect(
      titleOf({
        means: [
          [0.2, 0.3],
          [0.25, 0.22],
        ],
        outcome: 'azureShare',
      }),
    ).toBe('Microsoft share, average: from 20% to 30% over strategies and scenarios')
  })

  test('calls last only what is behind by more than is negligible', () => {
    const rows = (third: number) => [
      [5, 5, 0],
      [1, 1, third],
    ]
    expect(titleOf({ means: rows(0.6) })).toBe(
      'Alpha leads on average in 2 of 3 scenarios (no single one in 1)',
    )
    expect(titleOf({ means: rows(2) })).toContain('and is surely last in “World 3”')
  })

  test('says of one scenario what is surely ahead, though perhaps by little', () => {
    expect(titleOf({ means: [[0.6], [0]] })).toBe(
      'Alpha leads on average in “World 1”, perhaps by no more than is negligible',
    )
    expect(titleOf({ means: [[0.6], [0.5], [0]] })).toBe(
      'Alpha is first in “World 1”, but not surely ahead of Gamma and Beta by more than is negligible',
    )
  })

  test('has counts that add up to the scenarios', () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true })
    const column = fc.array(value, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(column, { minLength: 3, maxLength: 3 }), (means) => {
        const [words] = titleOf({ means }).split(/ and is /)
        const found = /^(.*?) (?:each )?leads? on average in (?:all )?(\d)/.exec(words)
        if (!found) return
        const leaders = titleOf({ means }).match(/^(\w+)((?:, \w+)*)(?: and (\w+))? each/)
        const many = leaders ? 1 + (leaders[3] ? 1 : 0) + (leaders[2].match(/,/g)?.length ?? 0) : 1
        const rest = [...words.matchAll(/(?:another|no single one) in (\d)/g)]
        const sum = rest.reduce((all, [, one]) => all + Number(one), 0)
        expect(many * Number(found[2]) + sum).toBe(4)
      }),
    )
  })

  test('leaves out who can no longer be chosen', () => {
    const means = [
      [9, 9],
      [5, 5],
      [1, 1],
    ]
    expect(titleOf({ means, past: [0] })).toBe('Beta leads on average in all 2 scenarios')
    const [first] = matrixFinding(made({ means, past: [0] })).marks
    expect(first.cells.map((cell) => cell?.mark)).toEqual([null, null])
  })

  test('says how many scenarios there are figures of', () => {
    const facts = made({
      means: [
        [5, 5, 5],
        [1, 1, 1],
      ],
    })
    const { found } = made({
      means: [
        [5, 5],
        [1, 1],
      ],
    })
    const { title, caption, marks } = matrixFinding({ ...facts, found })
    expect(title).toBe('Alpha leads on average in all the 2 scenarios run so far')
    expect(caption).toContain('2 of 3 scenarios so far.')
    expect(marks[0].weighted).toBeNull()
    expect(marks[0].cells[2]).toBeNull()
    expect(matrixChoices({ ...facts, found })).toEqual([])
    expect(weightFlips({ ...facts, found })).toEqual([])
  })
})

describe('marks', () => {
  const value = fc.double({ min: -5, max: 5, noNaN: true })
  const table = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )

  test('are those of the one rule, column by column', () => {
    fc.assert(
      fc.property(table, (means) => {
        const facts = made({ means })
        for (const row of matrixFinding(facts).marks) {
          row.cells.forEach((cell, s) => {
            const choice = choiceInColumn(facts, `w${s}`)
            expect(cell?.mark).toBe(choice && markOf(choice, row.id))
          })
        }
      }),
    )
  })

  test('say what is so of everyone, and the highest is never called behind another', () => {
    fc.assert(
      fc.property(table, (means) => {
        const rows = matrixFinding(made({ means })).marks
        means[0].forEach((_, s) => {
          const cells = rows.map(({ cells: all }) => all[s])
          const top = Math.max(...means.map((row) => row[s]))
          const error = 3 * Math.hypot(0.05, 0.05)
          cells.forEach((cell, k) => {
            const lead = top - means[k][s]
            if (lead === 0) expect(['★', '☆', '=']).toContain(cell?.sign)
            if (cell?.sign === '') expect(lead - error).toBeGreaterThan(0.5 - 1e-9)
            if (cell?.sign === '=') expect(lead + error).toBeLessThan(0.5 + 1e-9)
            if (cell?.sign !== '~') return
            expect(lead - error).toBeLessThan(0.5 + 1e-9)
            expect(cell.words).toBe(
              'not surely more than the $0.5 bn called negligible behind the first',
            )
          })
          expect(cells.filter((cell) => cell && ['★', '☆'].includes(cell.sign))).toHaveLength(1)
        })
      }),
    )
    const [first] = matrixFinding(made({ means: [[0.9], [0.81], [0]], error: 0.1 })).marks
    expect(first.cells[0]).toMatchObject({
      sign: '☆',
      words: 'first, not surely by more than the $0.5 bn called negligible',
    })
  })

  test('regret has no second column of the same; what has no better side has averages alone', () => {
    const facts = made({
      means: [
        [5, 1],
        [1, 3],
      ],
      changes: { measure: 'regret' },
    })
    const { columns, rows } = matrixFinding(facts).table()
    expect(columns).toEqual(['Strategy', 'World 1', 'World 2', 'Weighted', 'Regret'])
    for (const row of rows) expect(row).toHaveLength(columns.length)
    const { outcome, found } = facts
    const shares = made({ means: [[0.2, 0.3]], losses: [[0, 0]], outcome: 'awsShare' })
    expect(measuresFor(outcome, found.cells)).toContain('loss')
    expect(measuresFor(shares.outcome, shares.found.cells)).toEqual([
      'mean',
      'worstTenth',
      'shortfall',
      'regret',
    ])
    expect(measuresFor({ ...outcome, better: 'neutral' }, found.cells)).toEqual(['mean'])
  })

  test('call best only what is ahead by more than is negligible and than the error', () => {
    fc.assert(
      fc.property(table, (means) => {
        const rows = matrixFinding(made({ means })).marks
        means[0].forEach((_, s) => {
          const sorted = means.map((row) => row[s]).toSorted((a, b) => b - a)
          const isBest = rows.some(({ cells }) => cells[s]?.mark === 'best')
          const ahead = sorted[0] - sorted[1] - 3 * Math.hypot(0.05, 0.05)
          if (Math.abs(ahead - 0.5) > 1e-9) expect(isBest).toBe(ahead > 0.5)
        })
      }),
    )
  })

  test('the table has every figure that is marked', () => {
    const { table: rows, marks } = matrixFinding(
      made({
        means: [
          [5, 1],
          [1, 3],
        ],
      }),
    )
    const { columns, rows: lines } = rows()
    expect(columns).toEqual(['Strategy', 'World 1', 'World 2', 'Weighted', 'Worst', 'Regret'])
    expect(lines.map((line) => line.map((cell) => textOf(cell).trim()))).toEqual(
      [
        [
          'Alpha',
          '5.00 ± 0.05 ★',
          '1.00 ± 0.05',
          '3.00 ± 0.04 ★',
          '1.00 ± 0.05 ~',
          '3.00 ± 0.05 ★',
        ],
        ['Beta', '1.00 ± 0.05', '3.00 ± 0.05 ★', '2.00 ± 0.04', '1.00 ± 0.05 =', '5.00 ± 0.05'],
        ['Weight', '50%', '50%', '–', '–', '–'],
      ].map((line, at) => (at === 0 ? line.with(4, textOf(lines[0][4]).trim()) : line)),
    )
    expect(marks[0].worst?.from).toBe('World 2')
  })
})

describe('shareTexts', () => {
  test('add up to 100', () => {
    expect(shareTexts([0.5, 0.5])).toEqual(['50%', '50%'])
    expect(shareTexts(Array.from({ length: 8 }, () => 1 / 8))[0]).toBe('12.5%')
    expect(shareTexts([1 / 3, 1 / 3, 1 / 3])).toEqual(['34%', '33%', '33%'])
    const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        weights.filter((all) => all.some((one) => one > 0)),
        (all) => {
          const total = all.reduce((sum, one) => sum + one, 0)
          const texts = shareTexts(all.map((one) => one / total))
          expect(texts.reduce((sum, text) => sum + parseFloat(text), 0)).toBeCloseTo(100, 6)
        },
      ),
    )
  })
})
