export { areOfModel, correlationsOf, nearestPossible } from './correlations.ts'
export { exampleStudy } from './example.ts'
export { planOf } from './plan.ts'
export { type Opened, readFile, readStudy, renewed, studyOf, writeStudy } from './read.ts'
export { type ResolvedStudy, resolveStudy } from './resolve.ts'
export { shortened, simplifiedStrategy } from './simplify.ts'
export {
  type AssumptionNote,
  type Confidence,
  confidences,
  defaultStudy,
  idOf,
  LONGEST,
  NEGLIGIBLE,
  type OpenQuestion,
  type Study,
  type StudyScenario,
  type StudyStrategy,
} from './study.ts'
export { type Verdict, verify } from './verify.ts'
export { STAKES_VERSION } from './version.ts'
export { type ResultsFile, resultsFile, writeResults } from './write.ts'
