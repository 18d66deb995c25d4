import type { CaseSeries } from '../engine/statistics/index.ts'

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

/** The fan of one series of a case, by the series' id. */
export function fanOf(strategy: string, label: string, { series }: CaseSeries, id: string): Fan {
  return { id: strategy, label, summary: series[id] }
}
