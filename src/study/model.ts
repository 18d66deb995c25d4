import { assumptions, catalogue, leversFrom, vantages } from '../../models/index.ts'
import type { Catalogue, Lever } from '../engine/model.ts'

// What the screens may know of the model: one door, so that another model could stand behind it.
export {
  assumptions,
  basisOf,
  type Basis,
  comparisons,
  eventSeverities,
  type Forecast,
  forecastOf202610,
  type Grade,
  gradeOf,
  hindcast,
  type HindcastRow,
  history,
  isJudgement,
  JUDGEMENT,
  lessonOf,
  type MarketAssumption,
  modules,
  type Scored,
  scoredForecasts,
  type Source,
  sources,
  supportedBy,
  titleOf,
  vantages,
  wordsAt,
} from '../../models/index.ts'

export type { DealState } from '../../models/notation.ts'
export * from '../../models/display.ts'
export { seriesOfOutcome } from '../../models/outcome-series.ts'

/** The model the page is about, known by what every model has. */
export const market: Catalogue = catalogue

/** The levers as they may be set at a vantage: what had been paid by then does not go back. */
export function leversAt(vantage: string): readonly Lever[] {
  return leversFrom(vantages.find(({ id }) => id === vantage)?.constants.signed ?? null)
}

/** An assumption's name on the page. */
export function labelOf(id: string): string {
  return assumptions.find((one) => one.id === id)?.label ?? id
}
