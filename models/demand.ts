import { exp } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import {
  DT,
  fillHalf,
  GENERAL,
  INFERENCE,
  MODEL_SERVICES,
  rest,
  SEGMENTS,
  SHOCKS,
  SQRT_DT,
  TRAINING,
  Z_AI,
  Z_GENERAL,
  Z_MARKET,
} from './notation.ts'

const {
  marketSize0,
  aiShareOfSpend0,
  trainingShareOfAi0,
  modelServicesShareOfAi0,
  generalGrowth0,
  aiGrowth0,
  generalGrowthHalfLife,
  aiGrowthHalfLife,
  longRunGrowth,
  demandVolatilityGeneral,
  demandVolatilityAi,
  demandCorrelation,
  aiCorrection,
  aiCorrectionYear,
  aiCorrectionDepth,
  aiCorrectionYears,
} = at

/** Buffers of `simulateSpend`, made once per simulator. */
export interface DemandScratch {
  /** half(t·DT, generalGrowthHalfLife) and half(t·DT, aiGrowthHalfLife) by quarter. */
  readonly generalFading: Float64Array
  readonly aiFading: Float64Array
  /** Training, model services and inference as parts of AI spend; the mix never changes. */
  readonly mix: Float64Array
}

/**
 * Demand: spend of every segment in every quarter, which no deal changes.
 *
 * @param x the draws of a trial
 * @param z shocks, quarter by quarter from `z[zAt]`
 * @param spend out: D in USD bn per quarter, `spend[t * SEGMENTS + s]`, t = 0…quarters
 */
export function simulateSpend(
  x: Float64Array,
  z: Float64Array,
  zAt: number,
  quarters: number,
  scratch: DemandScratch,
  spend: Float64Array,
): void {
  const { generalFading, aiFading, mix } = scratch
  mix[0] = x[trainingShareOfAi0]
  mix[1] = x[modelServicesShareOfAi0]
  // wInf = 1 − wTr − wMs; `rest` keeps it positive where two wide beliefs overlap in a draw.
  rest(mix, 2)
  fillHalf(x[generalGrowthHalfLife], generalFading)
  fillHalf(x[aiGrowthHalfLife], aiFading)
  const shared = SQRT_DT * Math.sqrt(x[demandCorrelation])
  const own = SQRT_DT * Math.sqrt(1 - x[demandCorrelation])
  let general = x[marketSize0] * (1 - x[aiShareOfSpend0])
  let ai = x[marketSize0] * x[aiShareOfSpend0]
  for (let t = 0; ; t++) {
    const row = t * SEGMENTS
    spend[row + GENERAL] = general
    spend[row + TRAINING] = ai * mix[0]
    spend[row + INFERENCE] = ai * mix[2]
    spend[row + MODEL_SERVICES] = ai * mix[1]
    if (t === quarters) return
    const shock = zAt + t * SHOCKS
    const market = shared * z[shock + Z_MARKET]
    const generalGrowth = growth(x[longRunGrowth], x[generalGrowth0], generalFading[t])
    const aiGrowth = corrected(x, t, growth(x[longRunGrowth], x[aiGrowth0], aiFading[t]))
    general *= exp(
      DT * generalGrowth + x[demandVolatilityGeneral] * (market + own * z[shock + Z_GENERAL]),
    )
    ai *= exp(DT * aiGrowth + x[demandVolatilityAi] * (market + own * z[shock + Z_AI]))
  }
}

/** g(t): growth per year, fading from its start to the long run. */
function growth(longRun: number, start: number, fading: number): number {
  return longRun + (start - longRun) * fading
}

/** AI growth with φ, the part of quarter t that lies inside a correction, spent falling. */
function corrected(x: Float64Array, t: number, g: number): number {
  if (x[aiCorrection] !== 1) return g
  const from = Math.max(x[aiCorrectionYear], t * DT)
  const to = Math.min(x[aiCorrectionYear] + x[aiCorrectionYears], (t + 1) * DT)
  const inside = Math.max(0, to - from) / DT
  const falling = Math.min(g, 0) - x[aiCorrectionDepth] / x[aiCorrectionYears]
  return inside * falling + (1 - inside) * g
}
