export { areOfModel, correlationsOf, nearestPossible, retiredPairs } from './correlations.ts'
export { hindcastPlan } from './hindcast.ts'
export { HORIZONS, horizonPlans } from './horizons.ts'
export { completed } from './levers.ts'
export { isKnown, isUnsaid, oneOf } from './names.ts'
export { notReadIn } from './not-read.ts'
export { cameIn, observedSelection, rangeOf } from './observed.ts'
export { paidAlready, paidBy, paidLess } from './paid.ts'
export { planOf } from './plan.ts'
export type { Presentation, PresentedPage } from './presentation.ts'
export { checkSize, fileText, type Opened, readFile, readStudy, studyOf } from './read.ts'
export { type ResolvedStudy, resolveStudy } from './resolve.ts'
export { isChoice, isStruck, statusQuoAt } from './status-quo.ts'
export { sightIn, withoutSight, withSight } from './sight.ts'
export { strayIn } from './stray.ts'
export { shortened, simplifiedStrategy } from './simplify.ts'
export {
  type AssumptionNote,
  type Confidence,
  confidences,
  defaultStudy,
  idOf,
  LONGEST,
  MOST_STRATEGIES,
  NEGLIGIBLE,
  type OpenQuestion,
  type Study,
  type StudyScenario,
  type StudySight,
  type ScenarioTargets,
  type StudyStrategy,
  writeStudy,
} from './study.ts'
export { type Verdict, verify } from './verify.ts'
export { withWeightsThere } from './weights.ts'
export { STAKES_VERSION } from './version.ts'
export { type ResultsFile, resultsFile, writeResults } from './write.ts'
