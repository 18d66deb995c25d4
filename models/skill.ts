import { type Band, hindcast, quarterNumber } from './hindcast.ts'
import { comparisons, history } from './history.ts'
import { naiveForecast } from './naive.ts'
import { type Quantiles, type Score, scoreOf } from './scores.ts'
import type { SeriesId } from './series.ts'
import { HORIZON, type VantageId, vantages } from './vantages.ts'

/** One observed figure, and how far the model and a forecast without one were from it. */
export interface Scored {
  readonly quarter: string
  readonly series: SeriesId
  readonly observed: number
  readonly model: Score
  readonly naive: Score
}

/** P5 to P95 of one series by quarter, with the quarters of futures between. */
export interface FullBand extends Band {
  readonly p25: ArrayLike<number>
  readonly p75: ArrayLike<number>
}

/**
 * How well a run foresaw the figures that are scored, beside a naive forecast of the same quarters.
 *
 * @param bands by series id
 */
export function scoredForecasts(
  bands: Readonly<Partial<Record<string, FullBand>>>,
  startQuarter: string,
): Scored[] {
  return hindcast(bands, startQuarter).rows.flatMap((row): Scored[] => {
    const { quarter, series, observed, scored } = row
    const lead = quarterNumber(quarter) - quarterNumber(startQuarter)
    const band = bands[series]
    const naive = naiveForecast(series, startQuarter, lead)
    if (!scored || !band || !naive) return []
    const model = quantilesAt(band, lead)
    const [ours, theirs] = [scoreOf(model, observed), scoreOf(naive, observed)]
    return [{ quarter, series, observed, model: ours, naive: theirs }]
  })
}

function quantilesAt({ p5, p25, p50, p75, p95 }: FullBand, t: number): Quantiles {
  return { p5: p5[t], p25: p25[t], p50: p50[t], p75: p75[t], p95: p95[t] }
}

/** Quarters from a vantage's start to the last that was observed, at least the shortest horizon. */
export function hindcastQuarters(vantage: string): number {
  const start = vantages.find(({ id }) => id === vantage)?.startQuarter ?? vantages[0].startQuarter
  const observed = comparisons.flatMap((one) =>
    (history.find(({ id }) => id === one.observed)?.points ?? []).map(([quarter]) =>
      quarterNumber(quarter),
    ),
  )
  return Math.max(HORIZON[0], Math.max(...observed) - quarterNumber(start))
}

/** What the misses of a forecast teach, in a sentence; they are no reason to change a range afterwards. */
const lessons: Readonly<Partial<Record<VantageId, Readonly<Partial<Record<SeriesId, string>>>>>> = {
  '2024-03': {
    spend:
      'From 2024Q4 on every observed spend is above the median, more so with time, until 2026Q2 lies above the range: AI demand came faster than foreseen.',
    azureShare:
      'Microsoft’s printed share fell from 25% to 20% within 2024, when its definition changed: no forecast of the old one can be held against it.',
    awsRevenue:
      'Amazon reports AWS on a wider definition than the share of spend, so that it begins above the range; in 2026Q2 AI took it above the range again.',
  },
  '2025-12': {
    spend:
      'Every observed spend is above the median, more so with time: 2026Q2 lies on the edge of the range, since AI demand came faster still.',
    awsRevenue:
      'AWS revenue is above the range in all three quarters: one momentum per provider cannot show AWS AI going from a run-rate of 15 to 25 bn in a quarter.',
    azureShare: 'Microsoft’s printed share is shown, never scored: its definition changed in 2024.',
  },
}

/** The lesson of one series at a vantage; empty where it has none. */
export function lessonOf(vantage: string, series: string): string {
  return lessons[vantage as VantageId]?.[series as SeriesId] ?? ''
}
