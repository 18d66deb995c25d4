import { quarterNumber } from '../../words/index.ts'
import { type Observed, observedOf } from '../../findings/fans.ts'
import { vantages } from '../../study/model.ts'

/** Beliefs about a start, and the series whose past they continue. */
const continued: Readonly<Record<string, string>> = {
  awsShare0: 'awsShare',
  azureShare0: 'azureShare',
  googleShare0: 'googleShare',
  marketSize0: 'spend',
}

/** Two years: longer ago says little about where a start lies. */
const QUARTERS = 8

/** What was observed of the quantity a belief is about, up to the vantage's start, oldest first. */
export function historyOf(assumption: string, vantage: string): Observed[] {
  const series = continued[assumption]
  const start = vantages.find(({ id }) => id === vantage)?.startQuarter
  if (series === undefined || start === undefined) return []
  const last = quarterNumber(start)
  return observedOf(series).filter(({ quarter }) => {
    const at = quarterNumber(quarter)
    return at <= last && at > last - QUARTERS
  })
}
