import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetWays as ways } from '../../../src/app/keep/sheet-ways.ts'
import { asFamily } from '../../../src/app/belief/families.ts'
import {
  checkDistribution,
  type Distribution,
  distributionKey,
  families,
  type FamilyId,
} from '../../../src/engine/distributions/index.ts'
import { beliefOf, withBelief } from '../../../src/study/edits/beliefs.ts'
import { withNote } from '../../../src/study/edits/notes.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { assumptions, market } from '../../../src/study/model.ts'
import {
  type ColumnId,
  headerOf,
  type SheetRow,
  type SheetValue,
} from '../../../src/study/sheet/columns.ts'
import { withSheetChanges } from '../../../src/study/sheet/edits.ts'
import { readAssumptionRows } from '../../../src/study/sheet/read-rows.ts'
import { spokenParameters } from '../../../src/study/sheet/read-shape.ts'
import { assumptionRows, columnsOf } from '../../../src/study/sheet/rows.ts'
import { parametersText } from '../../../src/study/sheet/shape-text.ts'

const study: Study = { ...exampleStudy(), trials: 256 }
const TODAY = '2026-11-26'
/** Assumptions before the one that a test is about. */
const FEW: readonly unknown[] = ['marketSize0']

/** A sheet as a reader of cells gives it. */
function cellsOf(rows: readonly SheetRow[]): SheetValue[][] {
  const columns = columnsOf(rows)
  return [columns.map(headerOf), ...rows.map((row) => columns.map((id) => row[id] ?? null))]
}

function read(cells: readonly (readonly SheetValue[])[], of: Study = study, scenario = 'base') {
  return readAssumptionRows(cells, of, { sheet: 'Assumptions', scenario, ways })
}

/** The sheet of a study with some cells of a row changed. */
function edited(id: string, cells: SheetRow, of: Study = study) {
  const rows = assumptionRows(of, 'base').filter((row) => row.id === id || FEW.includes(row.id))
  return cellsOf(rows.map((row) => (row.id === id ? { ...row, ...cells } : row)))
}

/** What becomes of one belief. */
function beliefAfter(id: string, cells: SheetRow, of: Study = study) {
  const { changes, problems } = read(edited(id, cells, of), of)
  expect(problems).toEqual([])
  return beliefOf(withSheetChanges(of, 'base', changes, TODAY), 'base', id)
}

function problemOf(id: string, cells: SheetRow): string {
  const { changes, problems } = read(edited(id, cells))
  expect(changes).toEqual([])
  expect(problems).toHaveLength(1)
  return problems[0]
}

/** Of several units and shapes. */
const MIXED: readonly unknown[] = [
  'marketSize0',
  'aiShareOfSpend0',
  'wacc',
  'taxRate',
  'signingDraw',
  assumptions.find(({ role }) => role === 'event')?.id,
]

const event = assumptions.find(({ role }) => role === 'event')?.id ?? ''
const kinds = Object.keys(families) as FamilyId[]

describe('what is written is read back', () => {
  test.each(market.vantages.map(({ id }) => id))('of %s nothing is changed', (vantage) => {
    for (const scenario of market.scenarios) {
      const of = defaultStudy(vantage)
      const found = read(cellsOf(assumptionRows(of, scenario.id)), of, scenario.id)
      expect(found).toEqual({
        scenario: scenario.id,
        changes: [],
        problems: [],
        notRead: [],
        asks: [],
      })
    }
  })

  test('every shape in units of every kind, bit by bit, into a study that does not have it', () => {
    let count = 0
    for (const { id, role, vantages } of OFTEN) {
      for (const kind of role === 'belief' ? kinds : (['bernoulli', 'constant'] as const)) {
        if (role === 'luck' || (role === 'belief' && kind === 'bernoulli')) continue
        const belief = possible(kind, vantages['2025-12'])
        if (belief === null) continue
        count++
        const with_ = withBelief(study, 'base', id, belief)
        const rows = assumptionRows(with_, 'base').filter((row) => row.id === id)
        // Read from its parameters, as if the sheet did not tell what it was written with.
        const { changes, problems } = read(cellsOf([{ ...rows[0], asWritten: null }]))
        expect(problems, `${id} ${kind}`).toEqual([])
        const now = withSheetChanges(study, 'base', changes, TODAY)
        expect(distributionKey(beliefOf(now, 'base', id)), `${id} ${kind}`).toBe(
          distributionKey(belief),
        )
      }
    }
    expect(count).toBeGreaterThan(60)
  })

  test('numbers of any digits, labels of any letters', () => {
    const x = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    const label = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(...units), x, x, x, label, (unit, a, b, c, name) => {
        const simple = {
          kind: 'truncatedNormal',
          mean: a,
          standardDeviation: b,
          min: c,
          max: a,
        } as const
        const p = Math.abs(a) / 2e9
        const said: Distribution[] = [
          simple,
          {
            kind: 'metalog',
            percentiles: [
              { p, value: b },
              { p: 1 / 3, value: c },
            ],
            lower: a,
          },
          { kind: 'discrete', values: [a, b], probabilities: [p, 1 - p] },
          {
            kind: 'mixture',
            branches: [name, `"[|];${name}`].map((one) => ({
              label: one,
              weight: p,
              distribution: simple,
            })),
          },
        ]
        for (const d of said) {
          const read = spokenParameters(d.kind, parametersText(d, unit), unit)
          expect(distributionKey(read as Distribution)).toBe(distributionKey(inOrder(d)))
        }
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  test('five thousand observed values', () => {
    const values = Array.from({ length: 5000 }, (_, i) => 100 + Math.sin(i) / 3)
    const with_ = withBelief(study, 'base', 'marketSize0', { kind: 'empirical', values })
    const rows = assumptionRows(with_, 'base')
    expect(
      Math.max(...rows.flatMap((row) => Object.values(row).map((one) => String(one).length))),
    ).toBeLessThan(32_767)
    expect(read(cellsOf(rows), with_).changes).toEqual([])
    const { changes } = read(cellsOf(rows))
    expect(changes).toEqual([expect.objectContaining({ to: { kind: 'empirical', values } })])
  })
})

/** Percentiles as the sheet gives them back: rising. */
function inOrder(d: Distribution): Distribution {
  if (d.kind !== 'metalog' || !d.percentiles) return d
  return { ...d, percentiles: d.percentiles.toSorted((a, b) => a.p - b.p) }
}

/** One assumption of each of these units. */
const OFTEN = ['fraction', 'years', 'log odds', 'log points', 'USD bn', 'event'].flatMap(
  (unit) => assumptions.find((one) => one.unit === unit && one.role !== 'luck') ?? [],
)

const units = [...new Set(assumptions.map(({ unit }) => unit))]

/** A belief in a shape, as the editor would begin with it; null where it has none. */
function possible(kind: FamilyId, d: Distribution): Distribution | null {
  const found = asFamily(kind, d)
  try {
    checkDistribution(found)
    return found
  } catch {
    return null
  }
}

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
    [{ shape: 'bell' }, 'Assumptions, row 3, column Shape: one of Constant, Uniform'],
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
