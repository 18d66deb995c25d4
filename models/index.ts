import type { Model } from '../src/engine/model.ts'
import { catalogue } from './catalogue.ts'
import { Market } from './market.ts'
import { vantages } from './vantages.ts'

export {
  type AssumptionId,
  assumptions,
  type MarketAssumption,
  type ModuleId,
  modules,
} from './assumptions/index.ts'
export { basisOf, supportedBy } from './assumptions/bases.ts'
export { titleOf } from './assumptions/titles.ts'
export { type Basis } from './assumptions/entry.ts'
export { checkBeliefs } from './beliefs.ts'
export { catalogue } from './catalogue.ts'
export { type Forecast, forecastOf202610 } from './forecast-2026-10.ts'
export { comparisons, history, type HistoryId } from './history.ts'
export {
  comparedOutcomes,
  constantTitles,
  continuedSeries,
  gradeTitles,
  HEADLINE,
  headlineHelp,
  headlineName,
  headlineParts,
  HINDCAST_VANTAGES,
  labNames,
  properNames,
  providerNames,
  rowFigures,
  seriesGroups,
  seriesProvider,
  seriesThresholds,
  shortLeverLabels,
  sinceThen,
  talksLabels,
} from './display.ts'
export { eventSeverities } from './event-severities.ts'
export { hindcast, type HindcastRow } from './hindcast.ts'
export { hindcastQuarters, lessonOf, type Scored, scoredForecasts } from './skill.ts'
export { isJudgement, JUDGEMENT } from './judgement.ts'
export { checkLevers, completeLevers, type LeverId, leversFrom, type Terms } from './levers.ts'
export { influenceRows, influences, leverGroups, outcomeGroups } from './influences.ts'
export { type Came, cameSince, type Tolerance, TOLERANCE } from './observed.ts'
export { type OutcomeId } from './outcomes.ts'
export { retired } from './retired.ts'
export { resolveScenario, type ScenarioId } from './scenarios.ts'
export { type SeriesId } from './series.ts'
export { type Grade, type Graded, gradeOf, type Source, type SourceId, sources } from './sources.ts'
export { offeredAt, type StrategyId } from './strategies.ts'
export {
  type Constants,
  HORIZON,
  type MarketVantage,
  type VantageId,
  vantages,
  wordsAt,
} from './vantages.ts'
export { type ModelVersion, versions } from './versions.ts'

/** The market model, joined from its parts. */
export const market = {
  ...catalogue,
  simulator(vantage: string, quarters: number) {
    const found = vantages.find(({ id }) => id === vantage)
    if (!found) {
      const known = vantages.map(({ id }) => id).join(', ')
      throw new Error(`a vantage is one of ${known}, got ${vantage}`)
    }
    return new Market(found, quarters)
  },
} as const satisfies Model
