import { agreement } from './agreement.ts'
import type { Analysis } from './analysis.ts'
import { brushed } from './brushed.ts'
import { cells } from './cells.ts'
import { certificate } from './certificate.ts'
import { choiceFlips } from './choice-flips.ts'
import { choiceMap } from './choice-map.ts'
import { changedShapes } from './changed-shapes.ts'
import { contrasts } from './contrasts.ts'
import { convergence } from './convergence.ts'
import { covariances } from './covariances.ts'
import { differenceDrivers } from './difference-drivers.ts'
import { dominances } from './dominances.ts'
import { driverDisagreements } from './driver-disagreements.ts'
import { drivers } from './drivers.ts'
import { estimates } from './estimates.ts'
import { futuresAt } from './futures-at.ts'
import { idle } from './idle.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { information, waiting } from './information.ts'
import { pairSides } from './pair-sides.ts'
import { pair } from './pair.ts'
import { parts } from './parts.ts'
import { points } from './points.ts'
import { readings } from './readings.ts'
import { moreRules, ruleFigures, rules } from './rules.ts'
import { scatter } from './scatter.ts'
import { shapes } from './shapes.ts'
import { sobolIndices } from './sobol-indices.ts'
import { signpostSides } from './signpost-sides.ts'
import { signposts } from './signposts.ts'
import { strategyTable } from './strategy-table.ts'
import { summaries } from './summaries.ts'
import { fifths, together } from './together.ts'
import { tornadoGroups } from './tornado-groups.ts'
import { tornado } from './tornado.ts'
import { trialSips } from './trial-sips.ts'
import { trials } from './trials.ts'
import { usualDraws } from './usual-draws.ts'

export type { Analysis } from './analysis.ts'

/** Every question that can be asked of results. One more is a file and a name here. */
export const analyses = {
  agreement,
  brushed,
  cells,
  certificate,
  changedShapes,
  choiceFlips,
  choiceMap,
  contrasts,
  convergence,
  covariances,
  differenceDrivers,
  dominances,
  driverDisagreements,
  drivers,
  estimates,
  fifths,
  futuresAt,
  idle,
  oneAtATime,
  moreRules,
  information,
  pair,
  pairSides,
  parts,
  points,
  readings,
  ruleFigures,
  rules,
  scatter,
  shapes,
  sobolIndices,
  signpostSides,
  signposts,
  strategyTable,
  summaries,
  together,
  tornado,
  tornadoGroups,
  trialSips,
  trials,
  usualDraws,
  waiting,
} as const

export type Analyses = typeof analyses
export type AnalysisId = keyof Analyses
/** What an analysis is asked, and what it answers. */
export type RequestOf<A> = A extends Analysis<infer Request, infer _Answer> ? Request : never
export type AnswerOf<A> = A extends Analysis<infer _Request, infer Answer> ? Answer : never
