import { hindcast, type HindcastRow, market, type SeriesId, vantages } from '../../models/index.ts'
import type { CaseSeries } from '../../src/engine/statistics/index.ts'
import { planOf } from '../../src/study/plan.ts'
import { resolveStudy } from '../../src/study/resolve.ts'
import { createInlineRunner } from '../../src/workers/inline-pool.ts'
import type { RunResults } from '../../src/workers/results.ts'

/** The vantage that lies far enough back, and the shortest horizon that reaches what came since. */
const PAST = '2024-03'
const QUARTERS = 8
const TRIALS = 4096

export interface Hindcast {
  readonly results: RunResults
  readonly series: CaseSeries['series']
}

/** The defaults as seen from the past, without any deal: no one had struck one. */
export async function runHindcast(): Promise<Hindcast> {
  const study = resolveStudy({
    vantage: PAST,
    trials: TRIALS,
    horizonQuarters: QUARTERS,
    strategies: [market.reference],
  })
  const runner = createInlineRunner(market)
  const results = await runner.run(planOf(study))
  const [{ series }] = await runner.series(results, results.cases)
  return { results, series }
}

/** What a run of the past foresaw beside what came. */
export function hindcastOf({ series }: Hindcast): ReturnType<typeof hindcast> {
  const { startQuarter } = vantages.find(({ id }) => id === PAST) ?? vantages[0]
  return hindcast(series, startQuarter)
}

/** The hindcast for the model card: a sentence and a table in markdown, observed figures as printed. */
export function hindcastTable(past: Hindcast): string {
  const { results } = past
  const { rows, inside, threshold } = hindcastOf(past)
  const scored = rows.filter((row) => row.scored).length
  const percent = (part: number) => `${Math.round(100 * part)}%`
  const found = `${Math.round(inside * scored)} of ${scored} scored figures (${percent(inside)})`
  const source = `${results.trials} futures seen from ${PAST}, seed \`${results.plan.seed}\``
  return [
    `In ${source}: ${found} lie inside P5–P95; at least ${percent(threshold)} must.`,
    '',
    ...table(
      ['Quarter', 'Figure', 'Observed', 'P5', 'P50', 'P95', 'Inside P5–P95'],
      rows.map((row) => [
        row.quarter,
        nameOf(row.series),
        observed(row),
        ...[row.p5, row.p50, row.p95].map((value) => foreseen(row.series, value)),
        `${row.inside ? 'yes' : 'no'}${row.scored ? '' : ', not scored'}`,
      ]),
    ),
  ].join('\n')
}

function isShare(series: SeriesId): boolean {
  return market.series.find(({ id }) => id === series)?.unit === 'fraction'
}

function nameOf(series: SeriesId): string {
  const found = market.series.find(({ id }) => id === series)
  return found ? `${found.label}${isShare(series) ? '' : `, ${found.unit}`}` : series
}

function foreseen(series: SeriesId, value: number): string {
  return isShare(series) ? `${(100 * value).toFixed(1)}%` : value.toFixed(1)
}

/** Shares are printed to whole points. */
function observed({ series, observed: value }: HindcastRow): string {
  return isShare(series) ? `${(100 * value).toFixed(0)}%` : value.toFixed(1)
}

/** A markdown table with its columns in line, the numbers to the right, as the formatter would have it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column].length)),
  )
  const numeric = head.map((_, column) => rows.every((cells) => /^[\d.]+%?$/.test(cells[column])))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (numeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`
  const rule = widths.map((width, i) =>
    numeric[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  )
  return [line(head), line(rule), ...rows.map(line)]
}
