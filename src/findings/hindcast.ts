import type { SeriesSummary } from '../engine/statistics/index.ts'
import { figure, value } from '../words/index.ts'
import type { HindcastRow } from '../study/model.ts'

/** One chart of the hindcast. */
export interface HindcastPanel {
  readonly series: string
  readonly label: string
  readonly unit: string
  readonly summary: SeriesSummary
  readonly rows: readonly HindcastRow[]
  readonly finding: string
}

/** The charts of a hindcast, scored ones first. */
export function hindcastPanels(
  rows: readonly HindcastRow[],
  series: readonly { readonly id: string; readonly label: string; readonly unit: string }[],
  summaries: Readonly<Record<string, SeriesSummary>>,
): HindcastPanel[] {
  return series
    .flatMap(({ id, label, unit }) => {
      const own = rows.filter((row) => row.series === id)
      if (own.length === 0 || !summaries[id]) return []
      return [
        { series: id, label, unit, summary: summaries[id], rows: own, finding: said(label, own) },
      ]
    })
    .toSorted((a, b) => Number(b.rows[0].scored) - Number(a.rows[0].scored))
}

function said(label: string, rows: readonly HindcastRow[]): string {
  const inside = rows.filter((row) => row.inside).length
  const scored = rows[0].scored ? '' : ' (shown, not scored)'
  return `${label}: ${inside} of ${rows.length} quarters inside${scored}`
}

/** What was observed beside what was foreseen, in words for a table. */
export function hindcastCells(row: HindcastRow, unit: string): string[] {
  const inside = row.inside ? 'yes' : row.observed > row.p95 ? 'no, above' : 'no, below'
  return [
    row.quarter,
    value(row.observed, unit),
    figure(row.p5, unit),
    figure(row.p50, unit),
    figure(row.p95, unit),
    inside,
  ]
}
