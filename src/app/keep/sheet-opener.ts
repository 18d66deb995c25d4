import { readSheet } from 'read-excel-file/universal'
import type { SheetValue } from '../../study/sheet/columns.ts'
import { readAssumptionRows, type SheetRead } from '../../study/sheet/read-rows.ts'
import { sheetFile } from '../../study/sheet/workbook.ts'
import type { Study } from '../../study/index.ts'
import { sheetWays } from './sheet-ways.ts'

/** A sheet of assumptions as it came, to be read for a study and scenario as often as wanted. */
export interface OpenedSheet {
  /** Of the file. */
  readonly file: string
  /** @throws in a sentence, where it is no sheet of this model's assumptions */
  readonly read: (study: Study, scenario: string, forScenario?: string) => SheetRead
}

/**
 * Opens a workbook.
 *
 * @throws in a sentence that says what was expected and what came
 */
export async function openSheet(file: string, bytes: Uint8Array): Promise<OpenedSheet> {
  const { name, errors, merged, workbook } = sheetFile(bytes)
  const rows = await cellsOf(workbook, name)
  // The reader of cells passes over errors as if nothing stood there.
  for (const { row, column, text } of errors) {
    while (rows.length <= row) rows.push([])
    while (rows[row].length <= column) rows[row].push(null)
    rows[row][column] = text
  }
  return {
    file,
    read: (study, scenario, forScenario) =>
      readAssumptionRows(rows, study, {
        sheet: name,
        merged,
        scenario,
        ways: sheetWays,
        ...(forScenario !== undefined && { forScenario }),
      }),
  }
}

async function cellsOf(workbook: Uint8Array<ArrayBuffer>, name: string): Promise<SheetValue[][]> {
  try {
    const rows = await readSheet(workbook.buffer, name, { trim: false })
    return rows.map((row) => row.map((cell) => (isValue(cell) ? cell : null)))
  } catch (error) {
    throw new Error('the file is damaged: the cells of its sheet cannot be read', { cause: error })
  }
}

function isValue(cell: unknown): cell is SheetValue {
  return ['string', 'number', 'boolean'].includes(typeof cell) || cell instanceof Date
}
