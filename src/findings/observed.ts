import { comparisons, history } from '../study/model.ts'

/** A figure that was observed. */
export interface Observed {
  /** E.g. 2025Q3. */
  readonly quarter: string
  readonly value: number
  /** Whether it was read again at its source. */
  readonly checked: boolean
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
