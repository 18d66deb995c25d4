// What runs many cases, or differences, and what helps to explain a run, comes as one file when one of
// them is first wanted.
export { askedInParts } from './asked-in-parts.ts'
export { differenceRun } from './difference-run.ts'
export { foldRun, keptRun } from './fold-run.ts'
export { keptOf } from './kept-columns.ts'
export { pathsPlan, pathsRun } from './paths-run.ts'
