import { assumptions, type Basis, catalogue, type MarketAssumption } from '../../models/index.ts'
import type { Catalogue } from '../engine/model.ts'

// What the screens may know of the model: one door, so that another model could stand behind it.
export {
  assumptions,
  type Basis,
  comparisons,
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
  vantages,
  wordsAt,
} from '../../models/index.ts'

export type { DealState } from '../../models/notation.ts'
export * from '../../models/display.ts'

/** The model the page is about, known by what every model has. */
export const market: Catalogue = catalogue

/** What an assumption rests on as seen from a vantage. */
export function basisOf({ bases }: MarketAssumption, vantage: string): Basis {
  const known: Readonly<Record<string, Basis>> = bases
  return known[vantage]
}

/** An assumption's name on the page. */
export function labelOf(id: string): string {
  return assumptions.find((one) => one.id === id)?.label ?? id
}
