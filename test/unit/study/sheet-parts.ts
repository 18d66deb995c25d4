import { expect } from 'vitest'
import { sheetWays as ways } from '../../../src/app/keep/sheet-ways.ts'
import { beliefOf } from '../../../src/study/edits/beliefs.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import type { Study } from '../../../src/study/index.ts'
import { assumptions } from '../../../src/study/model.ts'
import { headerOf, type SheetRow, type SheetValue } from '../../../src/study/sheet/columns.ts'
import { withSheetChanges } from '../../../src/study/sheet/edits.ts'
import { readAssumptionRows } from '../../../src/study/sheet/read-rows.ts'
import { assumptionRows, columnsOf } from '../../../src/study/sheet/rows.ts'

export const study: Study = { ...exampleStudy(), trials: 256 }
export const TODAY = '2026-11-26'
/** Assumptions before the one that a test is about. */
const FEW: readonly unknown[] = ['marketSize0']

/** A sheet as a reader of cells gives it. */
export function cellsOf(rows: readonly SheetRow[]): SheetValue[][] {
  const columns = columnsOf(rows)
  return [columns.map(headerOf), ...rows.map((row) => columns.map((id) => row[id] ?? null))]
}

export function read(
  cells: readonly (readonly SheetValue[])[],
  of: Study = study,
  scenario = 'base',
) {
  return readAssumptionRows(cells, of, { sheet: 'Assumptions', scenario, ways })
}

/** The sheet of a study with some cells of a row changed. */
export function edited(id: string, cells: SheetRow, of: Study = study) {
  const rows = assumptionRows(of, 'base').filter((row) => row.id === id || FEW.includes(row.id))
  return cellsOf(rows.map((row) => (row.id === id ? { ...row, ...cells } : row)))
}

/** What becomes of one belief. */
export function beliefAfter(id: string, cells: SheetRow, of: Study = study) {
  const { changes, problems } = read(edited(id, cells, of), of)
  expect(problems).toEqual([])
  return beliefOf(withSheetChanges(of, 'base', changes, TODAY), 'base', id)
}

export function problemOf(id: string, cells: SheetRow): string {
  const { changes, problems } = read(edited(id, cells))
  expect(changes).toEqual([])
  expect(problems).toHaveLength(1)
  return problems[0]
}

export const event = assumptions.find(({ role }) => role === 'event')?.id ?? ''
