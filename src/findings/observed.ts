import { comparisons, history } from '../study/model.ts'
import { quarterNumber } from '../words/index.ts'
import type { Observed } from './fans.ts'

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

/** Whether anything came after the quarter from which a future is seen: it is drawn otherwise. */
export function cameAfter(observed: readonly Observed[], start: string): boolean {
  return observed.some(({ quarter }) => quarterNumber(quarter) > quarterNumber(start))
}

/** Who published what was observed of a series; null where nothing was. */
export function publisherOf(series: string): string | null {
  const comparison = comparisons.find((one) => one.series === series)
  return history.find(({ id }) => id === comparison?.observed)?.publisher ?? null
}
