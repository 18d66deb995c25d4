import { assumptions, catalogue } from '../../models/index.ts'
import type { Catalogue } from '../engine/model.ts'

// What the screens may know of the model: one door, so that another model could stand behind it.
export {
  assumptions,
  comparisons,
  type Forecast,
  forecastOf202610,
  type Graded,
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
  vantages,
  wordsAt,
} from '../../models/index.ts'

export type { DealState } from '../../models/notation.ts'
export * from '../../models/display.ts'

/** The model the page is about, known by what every model has. */
export const market: Catalogue = catalogue

/** An assumption's name on the page. */
export function labelOf(id: string): string {
  return assumptions.find((one) => one.id === id)?.label ?? id
}
