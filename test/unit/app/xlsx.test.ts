import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { beforeAll, describe, expect, test } from 'vitest'
import { workbookOf, write } from '../../../src/app/export/xlsx.ts'
import { allowedInXml } from '../../../src/app/export/xml.ts'
import { openSheet } from '../../../src/app/keep/sheet-opener.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { whySections } from '../../../src/dossier/why/index.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withNote } from '../../../src/study/edits/notes.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { market } from '../../../src/study/model.ts'
import { assumptionsSheet } from '../../../src/app/export/sheets/assumptions.ts'
import { marketRunner } from '../models/bundled.ts'

const sight = { scenario: 'base', outcome: 'npv', chosen: 'deepTechnical', rival: 'none' }
const noted = withNote(
  { ...exampleStudy(), trials: 256 },
  'wacc',
  { note: '=HYPERLINK("x")', owner: 'constructor' },
  '2026-05-31',
)
const study = withBelief(noted, 'base', 'taxRate', { kind: 'constant', value: 0.2 })
const dossier = new Dossier(marketRunner(), study, sight)

/** The cells of every sheet, by its name. */
async function cellsOf(bytes: Uint8Array) {
  const sheets = await readWorkbook(bytes.slice().buffer)
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

let bytes: Uint8Array
let sheets: Awaited<ReturnType<typeof cellsOf>>
beforeAll(async () => {
  const { content } = await write(dossier)
  bytes = content as Uint8Array
  sheets = await cellsOf(bytes)
})

/** A column of a sheet by its header, below a caption. */
function column(sheet: string, header: string, head = 1): readonly unknown[] {
  const rows = sheets.get(sheet) ?? []
  const at = rows[head].indexOf(header)
  expect(at, `${sheet}: ${header}`).toBeGreaterThanOrEqual(0)
  return rows.slice(head + 1).map((row) => row[at])
}

describe('the workbook', () => {
  test('holds the figures of the page in full, errors beside them', async () => {
    const rows = await dossier.rows()
    const means = rows.map(({ mean }) => mean)
    expect(column('Summary', 'Mean (USD bn)').slice(0, rows.length)).toEqual(
      means.map(({ value }) => value),
    )
    expect(column('Summary', 'Mean (USD bn), standard error').slice(0, rows.length)).toEqual(
      means.map(({ error }) => error),
    )
    const { difference } = await dossier.pair()
    const at = column('Differences', 'Strategy ID').indexOf('deepTechnical')
    expect(column('Differences', 'Mean (USD bn)')[at]).toBe(difference.mean)
    expect(column('Differences', 'Mean (USD bn), standard error')[at]).toBe(
      difference.standardError,
    )
    const { found } = await dossier.matrix()
    expect(column('Matrix', 'CVaR 5% (USD bn)')).toEqual(
      found.cells.flat().map(({ shortfall }) => shortfall.value),
    )
    const { series } = await dossier.series('deepTechnical')
    expect(column('Fans', 'P95').slice(0, 25)).toEqual(series[market.series[0].id].p95)
    const { cases } = await dossier.trials({ inputs: [] })
    const npv = column('Trials', 'Net present value (USD bn)')
    expect(npv).toHaveLength(256 * cases.length)
    expect(npv[cases.length * 255 + 1]).toBe(cases[1].outcomes.npv[255])
  })

  test('keeps beliefs and decisions apart', async () => {
    const why = (await whySections(dossier)).filter(({ table }) => table && table.rows.length > 0)
    expect([...sheets.keys()]).toEqual([
      'Summary',
      'Matrix',
      'Assumptions',
      'Decisions',
      'Differences',
      ...why.map(({ heading }) => heading),
      'Outcomes',
      'Fans',
      'Trials',
      'Sources',
    ])
    expect(column('Assumptions', 'ID', 0)).toEqual(market.assumptions.map(({ id }) => id))
    expect(column('Decisions', 'Strategy ID')).toEqual(
      dossier.plan.cases.map(({ strategy }) => strategy),
    )
    for (const { id } of market.levers) expect(column('Assumptions', 'ID', 0)).not.toContain(id)
  })

  test('every figure of Why that is told with an error has it beside it, as a number', async () => {
    const told = new Set<string>()
    for (const { heading, table } of await whySections(dossier)) {
      table?.rows.forEach((row, at) =>
        row.forEach((cell, k) => {
          if (typeof cell === 'string' || !cell.text.includes('±')) return
          told.add(heading)
          expect(cell.error).toBeGreaterThanOrEqual(0)
          const beside = `${table.columns[k].trim()}, standard error`
          expect(column(heading, beside)[at]).toBe(cell.error)
        }),
      )
    }
    expect(told.size).toBeGreaterThan(1)
  })

  test('comes back as it is, and into another study as what is different', async () => {
    const opened = await openSheet('x.xlsx', bytes)
    expect(opened.read(study, 'base')).toEqual({
      scenario: 'base',
      changes: [],
      problems: [],
      notRead: [],
      asks: [],
    })
    const { changes } = opened.read({ ...exampleStudy(), trials: 256 }, 'base')
    expect(changes.map(({ key }) => key)).toEqual([
      'taxRate',
      'wacc owner',
      'wacc date',
      'wacc note',
    ])
    expect(changes).toContainEqual(expect.objectContaining({ now: '=HYPERLINK("x")' }))
  })

  test('no text is a formula, and none breaks the file', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '<b>&amp;"\'',
      'constructor',
      '__proto__',
      'toString',
      '_x0041_',
      '\u0000a\u001b',
      'lone \ud800 half',
      '😀',
      'a\nb',
      '１',
      'x'.repeat(40_000),
    ]
    const made = await workbookOf([
      { name: 'A', columns: [{ label: 'Text', width: 9 }], rows: texts.map((one) => [one]) },
    ])
    const parts = Object.values(unzipSync(made)).map((part) => strFromU8(part))
    expect(parts.join('')).not.toMatch(/<f[ >]/)
    const cells = (await cellsOf(made))
      .get('A')
      ?.slice(1)
      .map(([cell]) => cell)
    expect(cells).toEqual(
      texts.map((one) =>
        one.length > 32_767 ? `${one.slice(0, 32_766)}…` : allowedInXml(one).trim(),
      ),
    )
  })
})

/** A workbook with the sheet of assumptions alone, its parts changed. */
async function mangled(change: (sheet: string) => string, part = 'xl/worksheets/sheet1.xml') {
  const parts = unzipSync(await small())
  return zipSync(
    { ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) },
    { level: 1 },
  )
}
/** A few rows are enough to be broken. */
const small = () => {
  const sheet = assumptionsSheet(dossier)
  return workbookOf([{ ...sheet, rows: sheet.rows.slice(0, 8) }])
}
const said = async (file: Uint8Array) => {
  try {
    const { changes, problems } = (await openSheet('x.xlsx', file)).read(study, 'base')
    return [...changes.map(({ key }) => key), ...problems]
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('a workbook that is opened', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['no archive', () => strToU8('ID;P50'), 'a workbook (.xlsx) is expected, got another file'],
    ['of an older Excel', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'password'],
    [
      'an archive of something else',
      () => zipSync({ 'a.txt': strToU8('a') }),
      'got an archive without one',
    ],
    [
      'of 51 MB',
      () => {
        const all = new Uint8Array(51e6)
        all.set([0x50, 0x4b, 3, 4])
        return all
      },
      'at most 50 MB is expected, got 51 MB',
    ],
    [
      'of other sheets',
      () => workbookOf([{ name: 'Plan', columns: [], rows: [] }]),
      'a sheet called “Assumptions” is expected, got “Plan”',
    ],
    [
      'with an empty sheet',
      () => workbookOf([{ name: 'assumptions', columns: [], rows: [] }]),
      'The sheet “assumptions” is empty',
    ],
    ['cut off', async () => (await small()).slice(0, 4000), 'cut off'],
    [
      'that unpacks to 31 MB',
      () => mangled((sheet) => sheet + ' '.repeat(31e6)),
      'at most 30 MB unpacked',
    ],
    [
      'with a row a billion',
      () => mangled((sheet) => sheet.replace('<row r="2"', '<row r="1000000000"')),
      'at most 20000 rows',
    ],
    [
      'with merged cells',
      () =>
        mangled((sheet) =>
          sheet.replace(
            '</sheetData>',
            '</sheetData><mergeCells count="1"><mergeCell ref="H3:H5"/></mergeCells>',
          ),
        ),
      'Assumptions: cells that stand alone are expected, and H3:H5 is merged: unmerge them',
    ],
    [
      'of broken markup',
      () =>
        mangled(
          () =>
            '<worksheet><sheetData><row><c t="s"><v>99999</v></c></row></sheetData></worksheet>',
        ),
      'damaged',
    ],
  ])('%s is refused', async (_what, file, words) => {
    expect(await said(await file())).toContain(words)
  })

  test('with formulas that failed says so, cell by cell', async () => {
    const cell =
      (at: string, inside: string, type = '') =>
      (sheet: string) =>
        sheet.replace(
          new RegExp(`<c r="${at}"([^>]*?)( t="s")?>.*?</c>`),
          `<c r="${at}"$1${type}>${inside}</c>`,
        )
    const file = await mangled((sheet) =>
      [
        cell('J3', '<f>A1/0</f><v>#DIV/0!</v>', ' t="e"'),
        cell('J4', '<f>A1</f>'),
        cell('H5', '<f>X</f><v>#REF!</v>', ' t="e"'),
        cell('J6', '<f>1/10</f><v>0.145</v>'),
      ].reduce((now, one) => one(now), sheet),
    )
    expect(await said(file)).toEqual([
      expect.stringMatching(/^\w+$/),
      'Assumptions, row 3, column P50: a number is expected, got “#DIV/0!”.',
      'Assumptions, row 4, column P50: a number is expected, got “#NOT CALCULATED”.',
      'Assumptions, row 5, column Shape: a text is expected, got the error #REF!.',
    ])
  })

  test('with any bytes changed is read, or refused in a sentence, and the study stays', async () => {
    const whole = await small()
    const before = JSON.stringify(study)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (places) => {
          const file = whole.slice()
          for (const [at, byte] of places) file[at] = byte
          const found = await said(file)
          if (typeof found === 'string') expect(found).toMatch(/^(a|the|The|Assumptions|\w+:) .*\w/)
        },
      ),
      { seed: 3, numRuns: 100 },
    )
    expect(JSON.stringify(study)).toBe(before)
  })
})
