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
export { checkBeliefs } from './beliefs.ts'
export { catalogue } from './catalogue.ts'
export { comparisons, history, type HistoryId } from './history.ts'
export {
  comparedOutcomes,
  constantTitles,
  continuedSeries,
  HEADLINE,
  headlineHelp,
  headlineName,
  headlineParts,
  HINDCAST_VANTAGE,
  labNames,
  properNames,
  providerNames,
  rowFigures,
  seriesGroups,
  seriesProvider,
  seriesThresholds,
  shortLeverLabels,
  talksLabels,
} from './display.ts'
export { hindcast, type HindcastRow } from './hindcast.ts'
export { checkLevers, completeLevers, type LeverId, type Terms } from './levers.ts'
export { influenceRows, influences, leverGroups, outcomeGroups } from './influences.ts'
export { type OutcomeId } from './outcomes.ts'
export { retired } from './retired.ts'
export { resolveScenario, type ScenarioId } from './scenarios.ts'
export { type SeriesId } from './series.ts'
export {
  isJudgement,
  JUDGEMENT,
  type Source,
  type SourceId,
  sources,
  supportedBy,
} from './sources.ts'
export { type StrategyId } from './strategies.ts'
export {
  type Constants,
  HORIZON,
  type MarketVantage,
  type VantageId,
  vantages,
} from './vantages.ts'

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
