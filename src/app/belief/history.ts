import { quarterNumber } from '../../words/index.ts'
import type { Observed } from '../../findings/fans.ts'
import { observedOf } from '../../findings/observed.ts'
import { continuedSeries, vantages } from '../../study/model.ts'

/** Two years: longer ago says little about where a start lies. */
const QUARTERS = 8

/** What was observed of the quantity a belief is about, up to the vantage's start, oldest first. */
export function historyOf(assumption: string, vantage: string): Observed[] {
  const series = continuedSeries[assumption]
  const start = vantages.find(({ id }) => id === vantage)?.startQuarter
  if (series === undefined || start === undefined) return []
  const last = quarterNumber(start)
  return observedOf(series).filter(({ quarter }) => {
    const at = quarterNumber(quarter)
    return at <= last && at > last - QUARTERS
  })
}
