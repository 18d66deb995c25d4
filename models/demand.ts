import { exp } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import {
  DT,
  GENERAL,
  half,
  INFERENCE,
  MODEL_SERVICES,
  rest,
  SQRT_DT,
  TRAINING,
} from './notation.ts'
import type { DemandState, Shocks } from './world.ts'

/**
 * Demand: spend of every segment in every quarter, which no deal changes.
 *
 * @param quarters spend is written, quarters 0 to T
 */
export function simulateSpend(
  x: Inputs,
  quarters: readonly (DemandState & { readonly z: Shocks })[],
): void {
  const mix = aiMix(x)
  const shared = SQRT_DT * Math.sqrt(x.demandCorrelation)
  const own = SQRT_DT * Math.sqrt(1 - x.demandCorrelation)
  const generalFades = half(DT, x.generalGrowthHalfLife)
  const aiFades = half(DT, x.aiGrowthHalfLife)
  let generalLeft = 1
  let aiLeft = 1
  let general = x.marketSize0 * (1 - x.aiShareOfSpend0)
  let ai = x.marketSize0 * x.aiShareOfSpend0
  for (let t = 0; ; t++) {
    fillSpend(quarters[t], mix, general, ai)
    if (t === quarters.length - 1) return
    const { z } = quarters[t]
    const market = shared * z.market
    const generalGrowth = growth(x.longRunGrowth, x.generalGrowth0, generalLeft)
    const aiGrowth = corrected(x, t, growth(x.longRunGrowth, x.aiGrowth0, aiLeft))
    general *= exp(DT * generalGrowth + x.demandVolatilityGeneral * (market + own * z.general))
    ai *= exp(DT * aiGrowth + x.demandVolatilityAi * (market + own * z.ai))
    generalLeft *= generalFades
    aiLeft *= aiFades
  }
}

/** Training, model services and inference as parts of AI spend; the mix never changes. */
function aiMix(x: Inputs): Float64Array {
  const mix = new Float64Array(3)
  mix[0] = x.trainingShareOfAi0
  mix[1] = x.modelServicesShareOfAi0
  // wInf = 1 − wTr − wMs; `rest` keeps it positive where two wide beliefs overlap in a draw.
  rest(mix, 2)
  return mix
}

function fillSpend(now: DemandState, mix: Float64Array, general: number, ai: number): void {
  const { spend } = now
  spend[GENERAL] = general
  spend[TRAINING] = ai * mix[0]
  spend[INFERENCE] = ai * mix[2]
  spend[MODEL_SERVICES] = ai * mix[1]
  now.aiSpend = spend[TRAINING] + spend[INFERENCE] + spend[MODEL_SERVICES]
}

/** g(t): growth per year, fading from its start to the long run. */
function growth(longRun: number, start: number, fading: number): number {
  return longRun + (start - longRun) * fading
}

/** AI growth with φ, the part of quarter t that lies inside a correction, spent falling. */
function corrected(x: Inputs, t: number, g: number): number {
  if (x.aiCorrection !== 1) return g
  const from = Math.max(x.aiCorrectionYear, t * DT)
  const to = Math.min(x.aiCorrectionYear + x.aiCorrectionYears, (t + 1) * DT)
  const inside = Math.max(0, to - from) / DT
  const falling = Math.min(g, 0) - x.aiCorrectionDepth / x.aiCorrectionYears
  return inside * falling + (1 - inside) * g
}
