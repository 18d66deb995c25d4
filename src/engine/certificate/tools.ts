import {
  checkDistribution,
  cumulative,
  type Distribution,
  drawTable,
  quantile,
} from '../distributions/index.ts'
import { fitCoefficients } from '../distributions/metalog-curve.ts'
import { exp, fillNormalQuantiles, log, normalCumulative, normalQuantile } from '../math.ts'
import { inputColumn } from '../sampling/draw.ts'
import { fillScores } from '../sampling/fill.ts'
import { nearestCorrelation } from '../sampling/nearest-correlation.ts'
import { sobolPoint } from '../sampling/sobol.ts'
import { meanOf, varianceOf } from '../statistics/moments.ts'
import { midRanks } from '../statistics/rank-correlation.ts'
import { fillUniforms, streamKey } from '../streams.ts'

/** What the certificate examines: the engine's own functions. */
export const engineTools = {
  meanOf,
  varianceOf,
  exp,
  log,
  normalCumulative,
  normalQuantile,
  fillNormalQuantiles,
  accepted,
  quantile,
  cumulative,
  drawTable,
  fitCoefficients,
  inputColumn,
  midRanks,
  nearestCorrelation,
  sobolPoint,
  fillScores,
  streamKey,
  fillUniforms,
} as const

/** The functions examined; a test puts a broken one in. */
export type Tools = typeof engineTools

/** What `checkDistribution` lets pass. */
function accepted(value: unknown): Distribution {
  checkDistribution(value)
  return value
}
