import { comparisons, HINDCAST_VANTAGE, type HindcastRow } from '../study/model.ts'
import {
  commas,
  figure,
  percent,
  quarterNumber,
  sentences,
  unitText,
  value,
} from '../words/index.ts'
import type { Fan, Observed, Percentiles } from './fans.ts'
import { observedOf, publisherOf } from './observed.ts'
import { amount, type Cell, type Finding, type Table, textOf } from './finding.ts'
import { vantageWords } from './vantage-words.ts'

interface Series {
  readonly id: string
  readonly label: string
  readonly unit: string
}

/** What a chart of the hindcast draws. */
export interface HindcastMarks {
  readonly series: string
  readonly label: string
  readonly unit: string
  readonly fan: Fan
  readonly observed: readonly Observed[]
}

/** What a hindcast was found to be, over all its figures. */
export interface HindcastScore {
  readonly rows: readonly HindcastRow[]
  /** Shares of scored figures: inside their range, and that must be. */
  readonly inside: number
  readonly threshold: number
  readonly passed: boolean
}

/**
 * What was foreseen beside what was observed, a chart a series, scored ones first.
 *
 * @param summaries by series
 * @param start the first quarter foreseen, and the first that is shown
 */
export function hindcastFindings(
  rows: readonly HindcastRow[],
  series: readonly Series[],
  summaries: Readonly<Record<string, Percentiles>>,
  { start, from }: { readonly start: string; readonly from: string },
): Finding<HindcastMarks>[] {
  return series
    .flatMap((one) => {
      const ofSeries = rows.filter((row) => row.series === one.id)
      if (ofSeries.length === 0 || !summaries[one.id]) return []
      return [{ one, ofSeries, summary: summaries[one.id] }]
    })
    .toSorted((a, b) => Number(b.ofSeries[0].scored) - Number(a.ofSeries[0].scored))
    .map(({ one: { id, label, unit }, ofSeries, summary }) => {
      const observed = observedOf(id).filter(
        ({ quarter }) => quarterNumber(quarter) >= quarterNumber(from),
      )
      return {
        id: `hindcast-${id}`,
        title: titleOf(label, ofSeries),
        measure: commas([`Foreseen from ${start} and observed`, unitText(unit)]),
        caption: captionOf(id, observed),
        table: () => ({
          columns: ['Quarter', 'Observed', '5% below', 'Median', '95% below', 'Inside'],
          rows: ofSeries.map((row) => cellsOf(row, unit)),
        }),
        marks: { series: id, label, unit, fan: { id, label, summary }, observed },
      }
    })
}

/** All that was observed beside what was foreseen, misses first. */
export function hindcastRows(rows: readonly HindcastRow[], series: readonly Series[]): Table {
  return {
    columns: ['Quarter', 'Figure', 'Observed', '5% below', 'Median', '95% below', 'Inside'],
    rows: rows.map((row) => {
      const { label = row.series, unit = '' } = series.find(({ id }) => id === row.series) ?? {}
      const [quarter, ...rest] = cellsOf(row, unit)
      const [inside, ...figures] = rest.toReversed()
      const scored = row.scored ? '' : ', not scored'
      return [quarter, label, ...figures.toReversed(), `${textOf(inside)}${scored}`]
    }),
  }
}

/**
 * How much of what came lies inside what was foreseen: first in figures, then in sentences.
 *
 * @param vantage from which it was foreseen
 */
export function hindcastScore(
  { rows, inside, threshold, passed }: HindcastScore,
  vantage: string = HINDCAST_VANTAGE,
) {
  const scored = rows.filter((row) => row.scored)
  const within = scored.filter((row) => row.inside).length
  return {
    score: `${within} of ${scored.length}`,
    words: sentences([
      `figures published later lie inside the range that held 90% of futures as seen from ${vantageWords(vantage)}: ${percent(inside)}, where at least ${percent(threshold)} must.`,
      passed ? 'Passed.' : 'Failed.',
    ]),
  }
}

function titleOf(label: string, rows: readonly HindcastRow[]): string {
  const inside = rows.filter((row) => row.inside).length
  const scored = rows[0].scored ? '' : ' (shown, not scored)'
  return `${label}: ${inside} of ${rows.length} quarters inside${scored}`
}

function captionOf(series: string, observed: readonly Observed[]): string {
  const note = comparisons.find((one) => one.series === series)?.note
  const hollow = observed.some(({ checked }) => !checked) ? 'Hollow: unchecked.' : ''
  return sentences([`Dots: ${publisherOf(series)}.`, note, hollow])
}

/** What was observed beside what was foreseen. */
function cellsOf(row: HindcastRow, unit: string): Cell[] {
  const inside = row.inside ? 'yes' : row.observed > row.p95 ? 'no, above' : 'no, below'
  return [
    row.quarter,
    amount(value(row.observed, unit), row.observed),
    ...[row.p5, row.p50, row.p95].map((p) => amount(figure(p, unit), p)),
    inside,
  ]
}
