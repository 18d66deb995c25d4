import { comparisons, history } from './history.ts'
import type { SeriesId } from './series.ts'

/** P5, P50 and P95 of one series by quarter, quarter 0 first. */
export interface Band {
  readonly p5: ArrayLike<number>
  readonly p50: ArrayLike<number>
  readonly p95: ArrayLike<number>
}

/** One observed figure beside what was foreseen. */
export interface HindcastRow {
  /** E.g. `2024Q2`. */
  readonly quarter: string
  readonly series: SeriesId
  /** As printed, in the unit of the series, and the range that prints so. */
  readonly observed: number
  readonly low: number
  readonly high: number
  readonly p5: number
  readonly p50: number
  readonly p95: number
  /** Whether some figure that prints as observed lies between P5 and P95. */
  readonly inside: boolean
  readonly scored: boolean
}

export interface Hindcast {
  readonly rows: readonly HindcastRow[]
  /** Of the scored rows, the part inside P5 to P95; NaN without scored rows. */
  readonly inside: number
  /** At least this part must be. */
  readonly threshold: number
  readonly passed: boolean
}

const THRESHOLD = 0.8

/**
 * Sets what was observed after a starting quarter beside what a run foresaw, misses first.
 *
 * @param bands by series id; series without a band are left out
 * @param startQuarter the quarter of index 0, e.g. `2024Q1`; it is given, so not compared
 */
export function hindcast(
  bands: Readonly<Partial<Record<string, Band>>>,
  startQuarter: string,
): Hindcast {
  const all = comparisons.flatMap(({ observed, series, scale, rounding, scored }) => {
    const band = bands[series]
    const points = history.find(({ id }) => id === observed)?.points ?? []
    return points.flatMap(([quarter, value]): HindcastRow[] => {
      const t = quarterNumber(quarter) - quarterNumber(startQuarter)
      if (!band || t < 1 || t >= band.p50.length) return []
      const figure = value * scale
      const [low, high] = [figure - rounding, figure + rounding]
      const [p5, p50, p95] = [band.p5[t], band.p50[t], band.p95[t]]
      const inside = high >= p5 && low <= p95
      return [{ quarter, series, observed: figure, low, high, p5, p50, p95, inside, scored }]
    })
  })
  const rows = all.toSorted((a, b) => Number(a.inside) - Number(b.inside))
  const counted = rows.filter(({ scored }) => scored)
  const inside = counted.filter((row) => row.inside).length / counted.length
  return { rows, inside, threshold: THRESHOLD, passed: inside >= THRESHOLD }
}

/** Quarters since the year 0 of a quarter's name. */
export function quarterNumber(name: string): number {
  const [year, quarter] = name.split('Q').map(Number)
  return year * 4 + quarter - 1
}
