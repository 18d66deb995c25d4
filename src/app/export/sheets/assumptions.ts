import type { Dossier } from '../../../dossier/dossier.ts'
import { sourceLine } from '../../../findings/source-line.ts'
import { assumptions, basisOf } from '../../../study/model.ts'
import { type ColumnId, SHEET, sheetColumns } from '../../../study/sheet/columns.ts'
import { assumptionRows, columnsOf } from '../../../study/sheet/rows.ts'
import { formatOf, type Sheet, type Styled, type Value } from './sheet.ts'

const WRAPPED: readonly ColumnId[] = ['label', 'question', 'note', 'sources', 'rationale']
const FIGURES: readonly ColumnId[] = ['p10', 'p50', 'p90']

/** Every assumption in the scenario in sight, to be edited and read back. */
export function assumptionsSheet({ study, sight }: Dossier): Sheet {
  const rows = assumptionRows(study, sight.scenario)
  const ids = columnsOf(rows)
  return {
    name: SHEET,
    columns: ids.map((id) => {
      const { label, width, ...rest } = sheetColumns.find((one) => one.id === id) ?? sheetColumns[0]
      return { label, width, wraps: WRAPPED.includes(id), isOpen: 'isRead' in rest }
    }),
    rows: rows.map((row, at) => {
      const one = assumptions[at]
      const basis = basisOf(one, study.vantage)
      const known = { ...row, sources: sourceLine(basis), rationale: basis.rationale }
      return ids.map((id): Value | Styled => {
        const value = known[id] ?? null
        return FIGURES.includes(id) ? { value, format: formatOf(one.unit) } : value
      })
    }),
    frozen: 2,
  }
}
