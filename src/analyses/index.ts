import { agreement } from './agreement.ts'
import type { Analysis } from './analysis.ts'
import { brushed } from './brushed.ts'
import { cells } from './cells.ts'
import { certificate } from './certificate.ts'
import { changedShapes } from './changed-shapes.ts'
import { contrasts } from './contrasts.ts'
import { convergence } from './convergence.ts'
import { covariances } from './covariances.ts'
import { differenceDrivers } from './difference-drivers.ts'
import { dominances } from './dominances.ts'
import { drivers } from './drivers.ts'
import { estimates } from './estimates.ts'
import { flips } from './flips.ts'
import { futuresAt } from './futures-at.ts'
import { idle } from './idle.ts'
import { pairSides } from './pair-sides.ts'
import { pair } from './pair.ts'
import { parts } from './parts.ts'
import { points } from './points.ts'
import { readings } from './readings.ts'
import { scatter } from './scatter.ts'
import { shapes } from './shapes.ts'
import { strategyTable } from './strategy-table.ts'
import { summaries } from './summaries.ts'
import { fifths, together } from './together.ts'
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
  contrasts,
  convergence,
  covariances,
  differenceDrivers,
  dominances,
  drivers,
  estimates,
  fifths,
  flips,
  futuresAt,
  idle,
  pair,
  pairSides,
  parts,
  points,
  readings,
  scatter,
  shapes,
  strategyTable,
  summaries,
  together,
  trialSips,
  trials,
  usualDraws,
} as const

export type Analyses = typeof analyses
export type AnalysisId = keyof Analyses
/** What an analysis is asked, and what it answers. */
export type RequestOf<A> = A extends Analysis<infer Request, infer _Answer> ? Request : never
export type AnswerOf<A> = A extends Analysis<infer _Request, infer Answer> ? Answer : never
