import { presentedSeries } from './display.ts'
import type { OutcomeId } from './outcomes.ts'
import type { SeriesId } from './series.ts'

/** The series that ends in an outcome, or shows it as it grows. A misspelt id does not compile. */
const belongs: Readonly<Partial<Record<OutcomeId, SeriesId>>> = {
  awsShare: 'awsShare',
  azureShare: 'azureShare',
  googleShare: 'googleShare',
  awsAiShare: 'awsAiShare',
  shareGain: 'awsShare',
  awsRevenue: 'awsRevenue',
  revenueGain: 'awsRevenue',
  hhi: 'hhi',
  hhiAi: 'hhiAi',
  awsChipAdvantage: 'awsChipAdvantage',
  aiPriceIndex: 'aiPriceIndex',
}

/** The series that shows how an outcome could unfold: its own where it has one, else cash. */
export function seriesOfOutcome(outcome: string): SeriesId {
  const own = Object.entries(belongs).find(([id]) => id === outcome)
  return own?.[1] ?? presentedSeries
}
