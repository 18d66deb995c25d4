import { comparisons, history } from '../study/model.ts'
import type { CaseResults } from '../workers/results.ts'

/** The percentiles of one series, quarter by quarter. */
export interface Percentiles {
  readonly p5: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

/** What a fan chart draws of one case. */
export interface Fan {
  readonly id: string
  readonly label: string
  readonly summary: Percentiles
}

/** A figure that was observed. */
export interface Observed {
  /** E.g. 2025Q3. */
  readonly quarter: string
  readonly value: number
  /** Whether it was read again at its source. */
  readonly checked: boolean
}

/** The fan of one series of a case. */
export function fanOf(one: CaseResults, label: string, series: string): Fan {
  return { id: one.strategy, label, summary: one.summary.series[series] }
}

/** What was observed of a series, oldest first; empty where nothing was. */
export function observedOf(series: string): Observed[] {
  const comparison = comparisons.find((one) => one.series === series)
  const found = history.find(({ id }) => id === comparison?.observed)
  if (!comparison || !found) return []
  return found.points.map(([quarter, value, checked]) => ({
    quarter,
    value: value * comparison.scale,
    checked,
  }))
}

/** Who published what was observed of a series; null where nothing was. */
export function publisherOf(series: string): string | null {
  const comparison = comparisons.find((one) => one.series === series)
  return history.find(({ id }) => id === comparison?.observed)?.publisher ?? null
}
