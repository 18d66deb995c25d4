import type { CaseColumns } from '../../engine/columns.ts'
import { BLOCK } from '../../engine/plan.ts'
import { market } from '../../study/model.ts'
import type { CaseResults } from '../../workers/results.ts'

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
