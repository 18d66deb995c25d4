import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beliefOf } from '../../../src/study/edits/beliefs.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { assumptions, market } from '../../../src/study/model.ts'
import { type ColumnId, headerOf, type SheetValue } from '../../../src/study/sheet/columns.ts'
import { withSheetChanges } from '../../../src/study/sheet/edits.ts'
import { assumptionRows } from '../../../src/study/sheet/rows.ts'
import { cellsOf, read, study, TODAY } from './sheet-parts.ts'

/** Of several units and shapes. */
const MIXED: readonly unknown[] = [
  'marketSize0',
  'aiShareOfSpend0',
  'wacc',
  'taxRate',
  'signingDraw',
  assumptions.find(({ role }) => role === 'event')?.id,
]

describe('the sheet as a whole', () => {
  const cells = cellsOf(assumptionRows(study, 'base'))
  const [head, ...rows] = cells
  const at = (column: ColumnId) => head.indexOf(headerOf(column))

  test('columns and rows in another order, headers spelt otherwise, others beside them', () => {
    const turned = (row: readonly SheetValue[], first: SheetValue) => [first, ...row.toReversed()]
    const found = read([
      ['Our beliefs'],
      [],
      turned(
        head.map((one) => ` ${String(one).toUpperCase()} `),
        'My column',
      ),
      ...rows
        .toReversed()
        .slice(20)
        .map((row) => turned(row, 'x')),
    ])
    expect(found).toMatchObject({ changes: [], problems: [] })
    expect(found.notRead).toEqual(['Column that nobody here knows: “My column”.'])
  })

  test('rows nobody knows are named', () => {
    const row = (id: SheetValue) => [id, 'x', ...rows[0].slice(2)]
    const found = read([
      head,
      row('__proto__'),
      row('constructor'),
      row(null),
      row('waccc'),
      [null],
    ])
    expect(found.changes).toEqual([])
    expect(found.notRead).toEqual([
      'Assumptions, row 2: no assumption is called “__proto__”.',
      'Assumptions, row 3: no assumption is called “constructor”.',
      'Assumptions, row 4 has no ID.',
      'Assumptions, row 5: no assumption is called “waccc”; wacc is.',
    ])
  })

  test('of an ID that stands twice nothing is read', () => {
    const twice = rows[1].with(at('parameters'), 'lowest=1%; likeliest=2%; highest=3%')
    const found = read([head, rows[1], twice])
    expect(found.changes).toEqual([])
    expect(found.problems).toEqual([
      'Assumptions, row 3, column ID: every ID is expected once, and aiShareOfSpend0 stands in row 2 too; neither is read.',
    ])
  })

  test.each<[readonly (readonly SheetValue[])[], string]>([
    [[], 'The sheet “Assumptions” is empty'],
    [[[null, ' ']], 'The sheet “Assumptions” is empty'],
    [
      [
        ['Name', 'P50'],
        ['x', 1],
      ],
      'Assumptions: a column named “ID” is expected in the first row, got “Name”, “P50”',
    ],
    [
      [
        ['ID', 'Belief'],
        ['wacc', 'x'],
      ],
      'Assumptions: at least one of the columns Shape, P10, P50',
    ],
    [
      [
        ['ID', 'P50', 'p 50'],
        ['wacc', 1, 2],
      ],
      'Assumptions: every column is expected once, got “P50” twice',
    ],
    [[['ID', 'P50']], 'Assumptions: rows below the headers are expected, got none'],
    [
      [
        ['ID', 'P50', 'Model'],
        ['wacc', 1, 'oil 2'],
      ],
      'Assumptions: beliefs of the model cloud-market are expected, got those of oil',
    ],
    [
      [
        ['ID', 'P50', 'Scenario'],
        ['wacc', 1, 'base'],
        ['taxRate', 1, 'shock'],
      ],
      'Assumptions, row 3, column Scenario: “base” is expected as in the rows before, got “shock”',
    ],
  ])('%j is refused', (sheet, words) => {
    expect(() => read(sheet)).toThrow(words)
  })

  test('what it was written for is asked about', () => {
    const scenario = market.scenarios[1].id
    const other = defaultStudy('2026-10')
    const { asks, scenario: of } = read(cellsOf(assumptionRows(study, scenario)), other)
    expect(of).toBe(scenario)
    expect(asks).toEqual([
      'It was written as seen from December 2025, and this study looks from October 2026.',
      'It is of the study “Trainium disappoints”, and this one is “Amazon and OpenAI”.',
    ])
    const own = study.scenarios.flatMap((one) => (typeof one === 'string' ? [] : [one.id]))[0]
    expect(read(cellsOf(assumptionRows(study, own)), defaultStudy()).asks[0]).toContain(own)
  })

  test('no sheet, however mangled, is read as what cannot be run, or breaks the reader', () => {
    const few = [head, ...rows.filter((row) => MIXED.includes(row[0]))]
    const junk = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: false }),
      fc.constantFrom<SheetValue>(
        '__proto__',
        'wacc',
        'PERT',
        '30%',
        '0,15',
        '=1+1',
        'Yes or no',
        'lowest = 1; highest = 2',
        '#REF!',
        'ID',
      ),
    )
    const place = fc.tuple(fc.nat(few.length - 1), fc.nat(head.length), junk)
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), fc.nat(few.length), (places, dropped) => {
        const sheet = few.map((row) => [...row])
        for (const [row, column, value] of places) sheet[row][column] = value
        sheet.splice(dropped, 1)
        const before = JSON.stringify(study)
        try {
          const { changes, scenario } = read(sheet)
          const now = withSheetChanges(study, scenario, changes, TODAY)
          for (const one of changes) {
            if (one.kind === 'belief')
              expect(beliefOf(now, scenario, one.assumption)).toEqual(one.to)
          }
        } catch (error) {
          expect(String(error)).toMatch(/^Error: (Assumptions|The sheet)/)
        }
        expect(JSON.stringify(study)).toBe(before)
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})
