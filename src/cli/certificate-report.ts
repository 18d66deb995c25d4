import type { CertificateRow } from '../engine/certificate/index.ts'
import { certificateFinding } from '../findings/certificate.ts'
import { printed } from './table.ts'

/** The certificate as a table for a terminal, group by group, and whether all of it holds. */
export function certificateReport(rows: readonly CertificateRow[]): {
  readonly held: boolean
  readonly text: string
} {
  const { measure, table, marks } = certificateFinding(rows)
  const [head, ...lines] = printed(table())
  const parts = marks.flatMap(({ name }) => [
    '',
    name,
    ...lines.filter((_, at) => rows[at].group === name),
  ])
  const held = rows.length > 0 && rows.every(({ pass }) => pass)
  return { held, text: `${[head, ...parts, '', measure].join('\n')}\n` }
}
