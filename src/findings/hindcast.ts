import { comparisons, type HindcastRow, lessonOf } from '../study/model.ts'
import {
  capital,
  commas,
  fixed,
  fixedPercent,
  isShare,
  listed,
  percent,
  quarterNumber,
  sentences,
  unitText,
} from '../words/index.ts'
import type { Fan, Observed, Percentiles } from './fans.ts'
import { cameAfter, observedOf, publisherOf } from './observed.ts'
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

/** Quarters of one series outside what was foreseen, and what that teaches. */
export interface HindcastMiss {
  readonly series: string
  readonly label: string
  /** In sentences. */
  readonly words: string
}

/**
 * What was foreseen beside what was observed, a chart a series: scored ones first, and among them those
 * with misses.
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
    .toSorted((a, b) => rankOf(a.ofSeries) - rankOf(b.ofSeries))
    .map(({ one: { id, label, unit }, ofSeries, summary }) => {
      const observed = observedOf(id).filter(
        ({ quarter }) => quarterNumber(quarter) >= quarterNumber(from),
      )
      return {
        id: `hindcast-${id}`,
        title: titleOf(label, ofSeries),
        measure: commas([`Foreseen from ${start} and observed`, unitText(unit)]),
        caption: captionOf(id, observed, start),
        table: () => ({
          columns: ['Quarter', 'Observed', '5% below', 'Median', '95% below', 'Inside'],
          rows: ofSeries
            .toSorted((a, b) => quarterNumber(a.quarter) - quarterNumber(b.quarter))
            .map((row) => cellsOf(row, unit)),
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
      const name = isShare(unit) ? label : commas([label, unitText(unit)])
      return [quarter, name, ...figures.toReversed(), `${textOf(inside)}${scored}`]
    }),
  }
}

/** What lies outside, a line a series, scored ones first; of a series wholly inside, what else it teaches. */
export function hindcastMisses(
  rows: readonly HindcastRow[],
  series: readonly Series[],
  vantage: string,
): HindcastMiss[] {
  return series
    .flatMap(({ id, label, unit }) => {
      const ofSeries = rows.filter((row) => row.series === id)
      const words = sentences([outsideWords(ofSeries, unit), lessonOf(vantage, id)])
      return ofSeries.length > 0 && words ? [{ id, label, words, ofSeries }] : []
    })
    .toSorted((a, b) => rankOf(a.ofSeries) - rankOf(b.ofSeries))
    .map(({ id, label, words }) => ({ series: id, label, words }))
}

/**
 * How much of what came lies inside what was foreseen: first in figures, then in sentences.
 *
 * @param vantage from which it was foreseen
 */
export function hindcastScore({ rows, inside, threshold, passed }: HindcastScore, vantage: string) {
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

/** Scored misses first, then other misses, then what lies inside. */
function rankOf(rows: readonly HindcastRow[]): number {
  const misses = rows.some((row) => !row.inside)
  return (rows[0].scored ? 0 : 2) + (misses ? 0 : 1)
}

/** Which quarters lie above and below the range, scored ones by how much; empty where none does. */
function outsideWords(rows: readonly HindcastRow[], unit: string): string {
  const inOrder = rows.toSorted((a, b) => quarterNumber(a.quarter) - quarterNumber(b.quarter))
  if (inOrder.length === 0) return ''
  const said = (['above', 'below'] as const).flatMap((side) => {
    const misses = inOrder.filter((row) => sideOf(row) === side)
    const found = misses.map(({ quarter }) => quarter)
    if (found.length === 0) return []
    const against = misses.map((row) => {
      const bound = side === 'above' ? row.p95 : row.p5
      return `${printed(row.observed, unit)} against ${tenths(bound, unit)}`
    })
    const byWhat = rows[0].scored ? ` (${listed(against)})` : ''
    const isAll = found.length > 1 && found.length === rows.length
    return [`${isAll ? allOf(found.length) : listed(found)} ${side} the range${byWhat}`]
  })
  if (said.length === 0) return ''
  const text = listed(said)
  return `${capital(text)}${rows[0].scored ? '' : ', not scored'}.`
}

function allOf(quarters: number): string {
  return quarters === 2 ? 'both quarters' : `all ${quarters} quarters`
}

function sideOf({ inside, observed, p95 }: HindcastRow): 'inside' | 'above' | 'below' {
  if (inside) return 'inside'
  return observed > p95 ? 'above' : 'below'
}

function titleOf(label: string, rows: readonly HindcastRow[]): string {
  const inside = rows.filter((row) => row.inside).length
  const scored = rows[0].scored ? '' : ' (shown, not scored)'
  return `${label}: ${inside} of ${rows.length} quarters inside${scored}`
}

function captionOf(series: string, observed: readonly Observed[], start: string): string {
  const note = comparisons.find((one) => one.series === series)?.note
  const hollow = observed.some(({ checked }) => !checked) ? 'Hollow: unchecked.' : ''
  const since = cameAfter(observed, start) ? '; diamonds: what came since' : ''
  return sentences([`Dots: ${publisherOf(series)}${since}.`, note, hollow])
}

/** What was observed, a share as it is printed, beside what was foreseen. */
function cellsOf(row: HindcastRow, unit: string): Cell[] {
  const side = sideOf(row)
  return [
    row.quarter,
    amount(printed(row.observed, unit), row.observed),
    ...[row.p5, row.p50, row.p95].map((p) => amount(tenths(p, unit), p)),
    side === 'inside' ? 'yes' : `no, ${side}`,
  ]
}

function tenths(x: number, unit: string): string {
  return isShare(unit) ? fixedPercent(x, 1) : fixed(x, 1)
}

/** Shares are printed to whole points. */
function printed(observed: number, unit: string): string {
  return isShare(unit) ? percent(observed) : tenths(observed, unit)
}
