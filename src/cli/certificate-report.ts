import {
  boundText,
  type CertificateRow,
  measureLabels,
  measureText,
} from '../engine/certificate/index.ts'
import { textTable } from './table.ts'

/** The certificate as a table for a terminal, group by group, and whether all of it holds. */
export function certificateReport(rows: readonly CertificateRow[]): {
  readonly held: boolean
  readonly text: string
} {
  const groups = [...new Set(rows.map(({ group }) => group))]
  const lines = textTable(
    ['', 'compared', 'figure', 'bound', 'measured in'],
    rows.map((row) => [
      row.pass ? 'ok' : 'FAILED',
      row.label,
      measureText(row.figure, row.measure),
      boundText(row),
      measureLabels[row.measure],
    ]),
    ['left', 'left', 'right', 'right', 'left'],
  )
  const [head, ...body] = lines
  const parts = groups.flatMap((group) => [
    '',
    group,
    ...body.filter((_, i) => rows[i].group === group),
  ])
  const holding = rows.filter(({ pass }) => pass).length
  const held = rows.length > 0 && holding === rows.length
  const end = `${holding} of ${rows.length} comparisons hold`
  return { held, text: `${[head, ...parts, '', end].join('\n')}\n` }
}
