import type { CaseColumns } from '../engine/columns.ts'
import { BLOCK } from '../engine/plan.ts'
import type { SeriesSummary } from '../engine/statistics/index.ts'
import type { CaseResults } from '../workers/results.ts'
import { comparisons, history, market } from '../study/model.ts'

/** What a fan chart draws of one case. */
export interface Fan {
  readonly id: string
  readonly label: string
  readonly summary: SeriesSummary
}

/** A figure that was observed. */
export interface Observed {
  /** E.g. 2025Q3. */
  readonly quarter: string
  readonly value: number
  /** Whether it was read again at its source. */
  readonly checked: boolean
}

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

/** The first so many futures of one series, quarter by quarter. */
export function singlesOf({ columns }: CaseResults, series: number, count: number): number[][] {
  return Array.from({ length: Math.min(count, columns.trials) }, (_, trial) =>
    trajectory(columns, series, trial),
  ).filter((one) => one.length > 0)
}

/** One future of one series; empty where columns are not kept or are in a worker's hands. */
function trajectory({ trials, series }: CaseColumns, index: number, trial: number): number[] {
  const number = Math.floor(trial / BLOCK)
  const block = series[number]
  if (!block || block.length === 0) return []
  const rows = Math.min(BLOCK, trials - number * BLOCK)
  const points = block.length / rows / market.series.length
  const at = index * points * rows + (trial % BLOCK)
  return Array.from({ length: points }, (_, t) => block[at + t * rows])
}
