import {
  hindcast,
  HINDCAST_VANTAGES,
  type HindcastRow,
  lessonOf,
  market,
  scoredForecasts,
  type SeriesId,
  vantages,
} from '../../models/index.ts'
import { skillOf } from '../../src/findings/skill.ts'
import { hindcastPlan } from '../../src/study/hindcast.ts'
import { createInlineRunner } from '../../src/workers/inline-pool.ts'
import type { CaseSeries } from '../../src/engine/statistics/index.ts'
import type { RunResults } from '../../src/workers/results.ts'

export interface Hindcast {
  readonly results: RunResults
  readonly series: CaseSeries['series']
}

const ran = new Map<string, Promise<Hindcast>>()

/** The defaults as seen from the past, without any deal: no one had struck one. Run once. */
export function runHindcast(vantage: string): Promise<Hindcast> {
  const past = ran.get(vantage) ?? newHindcast(vantage)
  ran.set(vantage, past)
  return past
}

async function newHindcast(vantage: string): Promise<Hindcast> {
  const runner = createInlineRunner(market)
  const results = await runner.run(hindcastPlan(vantage))
  const [{ series }] = await runner.series(results, results.cases)
  return { results, series }
}

/** What a run of the past foresaw beside what came. */
export function hindcastOf({ series, results }: Hindcast): ReturnType<typeof hindcast> {
  return hindcast(series, startOf(results))
}

/** How far it was off, beside a naive forecast. */
export function scoredOf({ series, results }: Hindcast): ReturnType<typeof scoredForecasts> {
  return scoredForecasts(series, startOf(results))
}

function startOf({ plan }: RunResults): string {
  return (vantages.find(({ id }) => id === plan.vantage) ?? vantages[0]).startQuarter
}

/** The hindcasts from all older vantages for the model card. */
export async function hindcastCard(): Promise<string> {
  const parts: string[] = []
  for (const vantage of HINDCAST_VANTAGES) parts.push(hindcastTable(await runHindcast(vantage)))
  return parts.join('\n\n')
}

/** The hindcasts in one table, for the README: how much was inside, and how much better than naive. */
export async function hindcastSummary(): Promise<string> {
  const rows: string[][] = []
  const scoredSeries = new Set<SeriesId>()
  for (const vantage of HINDCAST_VANTAGES) {
    const past = await runHindcast(vantage)
    const all = hindcastOf(past).rows.filter((row) => row.scored)
    const scored = scoredOf(past)
    for (const { series } of scored) scoredSeries.add(series)
    const skills = [...scoredSeries].map((id) => {
      const { skill } = skillOf(
        scored.filter(({ series }) => series === id),
        'pinball',
      )
      return percent(skill)
    })
    const inside = all.filter((row) => row.inside).length
    rows.push([vantage, `${inside} of ${all.length}`, ...skills])
  }
  const skillOfAll = [...scoredSeries].map((id) => `Skill: ${seriesLabel(id)}`)
  return table(['Seen from', 'Inside P5–P95', ...skillOfAll], rows).join('\n')
}

/** A hindcast for the model card: sentences and tables in markdown, observed figures as printed. */
export function hindcastTable(past: Hindcast): string {
  const { results } = past
  const { vantage, seed } = results.plan
  const { rows, inside, threshold } = hindcastOf(past)
  const scored = rows.filter((row) => row.scored).length
  const found = `${Math.round(inside * scored)} of ${scored} scored figures (${percent(inside)})`
  const source = `${results.trials} futures seen from ${vantage}, seed \`${seed}\``
  return [
    `In ${source}: ${found} lie inside P5–P95; at least ${percent(threshold)} must.`,
    '',
    ...market.series.flatMap(({ id, label }) => {
      const lesson = lessonOf(vantage, id)
      return lesson ? [`- ${label}: ${lesson}`] : []
    }),
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
    '',
    ...skillTable(past),
  ].join('\n')
}

/** Means over quarters, beside the naive forecast: shares in points. */
function skillTable(past: Hindcast): string[] {
  const scored = scoredOf(past)
  const series = [...new Set(scored.map((one) => one.series))]
  return table(
    ['Figure', 'Pinball loss', 'naive', 'skill', 'Interval score', 'naive', 'skill'],
    series.map((id) => {
      const rows = scored.filter((one) => one.series === id)
      const scale = isShare(id) ? 100 : 1
      return [
        isShare(id) ? `${nameOf(id)}, points` : nameOf(id),
        ...(['pinball', 'interval'] as const).flatMap((score) => {
          const { model, naive, skill } = skillOf(rows, score)
          return [(scale * model).toFixed(2), (scale * naive).toFixed(2), percent(skill)]
        }),
      ]
    }),
  )
}

function percent(part: number): string {
  return `${Math.round(100 * part)}%`
}

function isShare(series: SeriesId): boolean {
  return market.series.find(({ id }) => id === series)?.unit === 'fraction'
}

function seriesLabel(series: SeriesId): string {
  return market.series.find(({ id }) => id === series)?.label ?? series
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
