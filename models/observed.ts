import { quarterNumber } from './hindcast.ts'
import { comparisons, history } from './history.ts'
import type { SeriesId } from './series.ts'
import { vantages } from './vantages.ts'

/** How far a future may be from what came and still agree with it. */
export interface Tolerance {
  /** Of a share, as a fraction of all spend. */
  readonly share: number
  /** Of an amount, as a fraction of it. */
  readonly amount: number
}

/** One point for a share, which is printed to whole points, and four per cent for spend. */
export const TOLERANCE: Tolerance = { share: 0.01, amount: 0.04 }

/** A figure that has come in since a vantage, and what agrees with it. */
export interface Came {
  readonly series: SeriesId
  /** E.g. `2026Q2`, and how many quarters that is after the vantage's start. */
  readonly quarter: string
  readonly t: number
  readonly observed: number
  readonly low: number
  readonly high: number
}

/** What has come in since a vantage of the series that a hindcast scores, oldest first. */
export function cameSince(vantage: string, tolerance: Tolerance = TOLERANCE): Came[] {
  const found = vantages.find(({ id }) => id === vantage)
  if (!found) return []
  const start = quarterNumber(found.startQuarter)
  return comparisons
    .filter(({ scored }) => scored)
    .flatMap(({ observed: id, series, scale, rounding }) =>
      (history.find((one) => one.id === id)?.points ?? []).flatMap(([quarter, value]): Came[] => {
        const t = quarterNumber(quarter) - start
        if (t < 1) return []
        const observed = value * scale
        const within = rounding > 0 ? tolerance.share : tolerance.amount * observed
        return [{ series, quarter, t, observed, low: observed - within, high: observed + within }]
      }),
    )
    .toSorted((a, b) => a.t - b.t)
}
