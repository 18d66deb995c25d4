import { describe, expect, test } from 'vitest'
import type { Distribution } from '../../../src/engine/distributions/index.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withNote } from '../../../src/study/edits/notes.ts'
import type { SheetRow } from '../../../src/study/sheet/columns.ts'
import { withSheetChanges } from '../../../src/study/sheet/edits.ts'
import { assumptionRows } from '../../../src/study/sheet/rows.ts'
import {
  beliefAfter,
  cellsOf,
  edited,
  event,
  problemOf,
  read,
  study,
  TODAY,
} from './sheet-parts.ts'

describe('what is typed', () => {
  const share = 'aiShareOfSpend0'
  test.each<[string, SheetRow, Partial<Distribution>]>([
    [
      'parameters',
      { parameters: 'min=0,1; mode = 20%;MAX: 40' },
      { min: 0.1, mode: 0.2, max: 0.4 },
    ],
    [
      'labels in any order',
      { parameters: 'Highest=50%\nLowest=10%\nLikeliest=30%' },
      { min: 0.1, mode: 0.3, max: 0.5 },
    ],
    [
      'another shape with the same names',
      { shape: 'triangular' },
      { kind: 'triangular', min: 0.15, mode: 0.22, max: 0.3 },
    ],
    [
      'another shape and its names',
      { shape: 'Normal', parameters: 'mean 0.2'.replace(' ', '=') + '; sd=0.05' },
      { kind: 'normal', mean: 0.2, standardDeviation: 0.05 },
    ],
    [
      'a constant as a number',
      { shape: 'CONSTANT', parameters: 0.25 },
      { kind: 'constant', value: 0.25 },
    ],
    [
      'a constant as a text',
      { shape: 'constant', parameters: '25 %' },
      { kind: 'constant', value: 0.25 },
    ],
    [
      'percentiles of another shape',
      { shape: 'uniform', p10: 0.2, p50: null, p90: '60%' },
      { kind: 'uniform' },
    ],
  ])('%s', (_what, cells, wanted) => {
    expect(beliefAfter(share, cells)).toMatchObject(wanted)
  })

  test('percentiles are had by what is read', () => {
    const d = beliefAfter(share, { p10: 0.2, p50: '0,3', p90: '45%' })
    const [row] = assumptionRows(withBelief(study, 'base', share, d), 'base').filter(
      ({ id }) => id === share,
    )
    expect([row.p10, row.p50, row.p90].map((x) => Number(x).toPrecision(6))).toEqual([
      '0.200000',
      '0.300000',
      '0.450000',
    ])
  })

  test('a shape alone keeps P10 and P90', () => {
    const d = beliefAfter(share, { shape: 'Normal' })
    expect(d.kind).toBe('normal')
    const [row] = assumptionRows(withBelief(study, 'base', share, d), 'base').filter(
      ({ id }) => id === share,
    )
    const [was] = assumptionRows(study, 'base').filter(({ id }) => id === share)
    expect(Number(row.p10)).toBeCloseTo(Number(was.p10), 3)
    expect(Number(row.p90)).toBeCloseTo(Number(was.p90), 3)
  })

  test.each([['30%'], [0.3], ['chance = 0,3'], ['probability: 30 %']])(
    'a chance as %s',
    (parameters) => {
      expect(beliefAfter(event, { parameters })).toEqual({ kind: 'bernoulli', probability: 0.3 })
    },
  )

  test('the last digits of a spreadsheet are no edit', () => {
    const rows = assumptionRows(study, 'base').map((row) => ({
      ...row,
      ...Object.fromEntries(
        (['p10', 'p50', 'p90'] as const).map((id) => {
          const x = row[id]
          return [id, typeof x === 'number' ? Number(x.toPrecision(12)) : (x ?? null)]
        }),
      ),
    }))
    expect(read(cellsOf(rows)).changes).toEqual([])
  })

  test.each<[SheetRow, string]>([
    [{ p50: 'fast' }, 'Assumptions, row 3, column P50: a number is expected, got “fast”.'],
    [{ p50: true }, 'Assumptions, row 3, column P50: a number is expected, got TRUE.'],
    [{ p90: 3 }, 'Assumptions, row 3, column P90: a value from 1% to 99% is expected, got 300%.'],
    [{ p90: 0.01 }, 'Assumptions, row 3, column P90: Percentiles must rise'],
    [{ shape: 'bell' }, 'Assumptions, row 3, column Shape: one of “Constant”, “Uniform”'],
    [{ shape: 'Yes or no' }, 'only an event is “Yes or no”'],
    [
      { parameters: 'lowest = 2; likeliest = two; highest = 3' },
      'column Parameters: a number is expected, got “two”.',
    ],
    [{ parameters: 'lowest = 50%; likeliest = 20%; highest = 30%' }, 'column Parameters: '],
    [{ parameters: 'bottom = 1' }, 'has lowest, likeliest, highest'],
    [{ parameters: 'lowest = 10%; lowest = 20%; highest=30%' }, 'said twice'],
    [
      { parameters: 'lowest = 10%; likeliest=20%; highest=30%', p50: 0.25 },
      'put one of the two back',
    ],
    [{ parameters: 12 }, 'needs its parameters by name'],
    [{ shape: 'Discrete' }, 'needs parameters of its own'],
    [
      { confidence: 'sure' },
      'column Confidence: low, medium, high or nothing is expected, got “sure”.',
    ],
    [{ date: '31.5.2026' }, 'column Date: a date as in 2026-05-31 is expected, got “31.5.2026”.'],
    [{ date: new Date(NaN) }, 'column Date: '],
    [
      { owner: 'x'.repeat(81) },
      'column Owner: a text of at most 80 characters is expected, got 81.',
    ],
  ])('%o is refused', (cells, words) => {
    expect(problemOf(share, cells)).toContain(words)
  })

  test.each<[string, SheetRow, string]>([
    [
      share,
      { shape: 'Constant', parameters: 70 },
      'a value from 1% to 99% is expected, got 7,000%.',
    ],
    [
      share,
      { shape: 'Constant', parameters: '0.1%' },
      'a value from 1% to 99% is expected, got 0.1%',
    ],
    [
      share,
      {
        shape: 'Either, or',
        parameters: '"A" weight 1: Constant [value = 700%] | "B" weight 1: Constant [value = 20%]',
      },
      'a value from 1% to 99% is expected, got 700%.',
    ],
    [
      share,
      {
        shape: 'Either, or',
        parameters:
          '"A" weight 1: Yes or no [probability = 0.3] | "B" weight 1: Constant [value = 20%]',
      },
      'only an event is “Yes or no”',
    ],
    [event, { shape: 'Constant', parameters: 0.4 }, 'write the shape “Yes or no”'],
    [
      event,
      { shape: 'Constant', parameters: '40%' },
      'a constant event is 0 (no) or 1 (yes), got 0.4',
    ],
  ])('of %s, %o is refused: no draw can be that', (id, cells, words) => {
    expect(problemOf(id, cells)).toContain(words)
  })

  test('an event that is sure is taken', () => {
    expect(beliefAfter(event, { shape: 'Constant', parameters: 1 })).toEqual({
      kind: 'constant',
      value: 1,
    })
  })

  test('numbers of a refusal are as people write them, and say what they are counted in', () => {
    const bell = { shape: 'Normal', p10: 0.3, p50: 0.1 + 0.2, p90: 0.9 }
    expect(problemOf(share, bell)).toContain('P10 = 30%, P50 = 30%, P90 = 90%')
    const near = { p10: 0.3, p50: 0.3000001, p90: 0.99 }
    expect(problemOf(share, near)).toContain('P10 = 30%, P50 = 30.00001%, P90 = 99%')
    expect(problemOf('marketSize0', { p90: 1 })).toMatch(
      /P50 of 107 and P90 of 1 \(in USD bn per quarter\)\.$/,
    )
  })

  test('a chance outside 0 to 1 is refused', () => {
    expect(problemOf(event, { parameters: 1.3 })).toMatch(
      /row \d+, column Parameters: .*probability/,
    )
  })
})

describe('remarks', () => {
  const noted = withNote(study, 'wacc', { note: 'Ask Treasury', owner: 'Ann' }, '2026-01-02')

  test('are read, with dates of either kind, and emptied', () => {
    const of = (cells: SheetRow) => {
      const { changes } = read(edited('wacc', cells, noted), noted)
      return withSheetChanges(noted, 'base', changes, TODAY).assumptionNotes?.wacc
    }
    expect(of({})).toEqual({ note: 'Ask Treasury', owner: 'Ann', date: '2026-01-02' })
    expect(of({ owner: 'Bob', date: new Date('2026-05-31') })).toEqual({
      note: 'Ask Treasury',
      owner: 'Bob',
      date: '2026-05-31',
    })
    expect(of({ confidence: 'HIGH', date: '2026-05-31' })).toMatchObject({
      confidence: 'high',
      date: '2026-05-31',
    })
    expect(of({ owner: null, note: null, date: null })).toBeUndefined()
  })

  test('of others since the sheet was written are told from edits', () => {
    const sheet = cellsOf(assumptionRows(study, 'base'))
    const { changes } = read(sheet, noted)
    expect(changes.map(({ isEdited }) => isEdited)).toEqual([false, false, false])
    expect(
      read(sheet, withBelief(study, 'base', 'wacc', { kind: 'constant', value: 0.1 })).changes,
    ).toEqual([expect.objectContaining({ key: 'wacc', isEdited: false })])
  })
})
