import {
  boundText,
  type CertificateRow,
  measureLabels,
  measureText,
} from '../engine/certificate/row.ts'
import { amount, type Finding } from './finding.ts'

/** Comparisons that belong together. */
export interface CertificateGroup {
  readonly name: string
  readonly title: string
  readonly rows: readonly CertificateRow[]
  readonly failed: number
}

/** How exact the arithmetic is, beside values that others have certified or published. */
export function certificateFinding(
  rows: readonly CertificateRow[],
): Finding<readonly CertificateGroup[]> {
  const failed = rows.filter(({ pass }) => !pass).length
  return {
    id: 'certificate',
    title:
      failed === 0
        ? `All ${rows.length} comparisons hold.`
        : `${failed} of ${rows.length} comparisons fail.`,
    measure: `${rows.length - failed} of ${rows.length} comparisons hold`,
    caption:
      "Sources: NIST Statistical Reference Datasets; SciPy and mpmath; Joe and Kuo's table for Sobol's sequence; Keelin (2016); Higham (2002). Seeds are fixed, so every figure is the same in any browser.",
    table: () => ({
      columns: ['', 'compared', 'figure', 'bound', 'measured in'],
      rows: rows.map((row) => [
        row.pass ? 'ok' : 'FAILED',
        row.label,
        amount(measureText(row.figure, row.measure), row.figure),
        amount(boundText(row), row.bound),
        measureLabels[row.measure],
      ]),
    }),
    marks: groupsOf(rows),
  }
}

function groupsOf(rows: readonly CertificateRow[]): CertificateGroup[] {
  return [...new Set(rows.map(({ group }) => group))].map((name) => {
    const inGroup = rows.filter(({ group }) => group === name)
    const failed = inGroup.filter(({ pass }) => !pass).length
    const title = `${name}: ${inGroup.length - failed} of ${inGroup.length} hold`
    return { name, title, rows: inGroup, failed }
  })
}
