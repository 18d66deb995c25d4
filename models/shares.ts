import { exp } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import {
  AWS,
  AZURE,
  CELLS,
  DT,
  fillHalf,
  FLOOR,
  GENERAL,
  INFERENCE,
  MODEL_SERVICES,
  PROVIDERS,
  rest,
  scaleToOne,
  SEGMENTS,
  SHOCKS,
  TRAINING,
  Z_PROVIDER,
} from './notation.ts'

const {
  awsShare0,
  azureShare0,
  googleShare0,
  specialistShare0,
  awsAiShare0,
  azureAiShare0,
  googleAiShare0,
  awsModelShare0,
  azureModelShare0,
  googleModelShare0,
  specialistModelShare0,
  awsMomentum,
  momentumHalfLife,
  churnGeneral,
  churnAi,
  churnModels,
  executionVolatility,
  priceSensitivity,
  retentionGain,
  modelPullTraining,
  modelPullInference,
  modelPullServices,
  spillover,
} = at

/** Yearly churn of every segment. */
const churn = [churnGeneral, churnAi, churnAi, churnModels] as const
/** Pull of model access on every segment. */
const pull = [spillover, modelPullTraining, modelPullInference, modelPullServices] as const

/** Buffers of this mechanism, made once per simulator. */
export interface SharesScratch {
  readonly total: Float64Array
  readonly ai: Float64Array
  readonly modelServices: Float64Array
  readonly general: Float64Array
  readonly fading: Float64Array
  readonly kept: Float64Array
  readonly weight: Float64Array
}

/**
 * Shares of every provider in every segment at the start, such that the totals are the assumed ones
 * unless a floor binds.
 *
 * @param spend D at t = 0 by segment
 * @param share out: `share[s * PROVIDERS + p]`
 */
export function startShares(
  x: Float64Array,
  spend: Float64Array,
  scratch: SharesScratch,
  share: Float64Array,
): void {
  const { total, ai, modelServices, general } = scratch
  const aiSpend = spend[TRAINING] + spend[INFERENCE] + spend[MODEL_SERVICES]
  const a = aiSpend / (aiSpend + spend[GENERAL])
  const wMs = spend[MODEL_SERVICES] / aiSpend
  total[0] = x[awsShare0]
  total[1] = x[azureShare0]
  total[2] = x[googleShare0]
  total[3] = x[specialistShare0]
  rest(total, 4)
  modelServices[0] = x[awsModelShare0]
  modelServices[1] = x[azureModelShare0]
  modelServices[2] = x[googleModelShare0]
  modelServices[3] = x[specialistModelShare0]
  rest(modelServices, 4)
  ai[0] = x[awsAiShare0]
  ai[1] = x[azureAiShare0]
  ai[2] = x[googleAiShare0]
  ai[3] = Math.max(FLOOR, (x[specialistShare0] / a - wMs * x[specialistModelShare0]) / (1 - wMs))
  rest(ai, 4)
  for (let p = 0; p < PROVIDERS; p++) {
    const inAi = (1 - wMs) * ai[p] + wMs * modelServices[p]
    general[p] = Math.max(FLOOR, (total[p] - a * inAi) / (1 - a))
  }
  scaleToOne(general, PROVIDERS)
  for (let p = 0; p < PROVIDERS; p++) {
    share[GENERAL * PROVIDERS + p] = general[p]
    share[TRAINING * PROVIDERS + p] = ai[p]
    share[INFERENCE * PROVIDERS + p] = ai[p]
    share[MODEL_SERVICES * PROVIDERS + p] = modelServices[p]
  }
}

/**
 * The part of every provider's pull that no deal changes: momentum and execution.
 *
 * @param edge out: exp(momentum[p]·half(t·DT, momentumHalfLife) + executionVolatility·z.provider[p]),
 *   `edge[t * PROVIDERS + p]`, t = 0…quarters−1
 */
export function simulateEdge(
  x: Float64Array,
  z: Float64Array,
  zAt: number,
  quarters: number,
  scratch: SharesScratch,
  edge: Float64Array,
): void {
  const { fading } = scratch
  fillHalf(x[momentumHalfLife], fading)
  const spread = x[executionVolatility]
  for (let t = 0; t < quarters; t++) {
    const shock = zAt + t * SHOCKS + Z_PROVIDER
    for (let p = 0; p < PROVIDERS; p++) {
      // The five momenta stand in the catalogue in the order of the providers.
      edge[t * PROVIDERS + p] = exp(x[awsMomentum + p] * fading[t] + spread * z[shock + p])
    }
  }
}

/** What decides one quarter of choices besides shares and spend. */
export interface Choices {
  /** See `simulateEdge`. */
  readonly edge: Float64Array
  /** ln rel(s,p), `[s * PROVIDERS + p]`. */
  readonly logPrice: Float64Array
  /** M[p] − M[p] at 0. */
  readonly portfolio: Float64Array
}

/**
 * One quarter of all segments: the installed base loses its churn, and what is open goes by a logit
 * choice, q = softmax(U). Since U starts with ln share, q is share·e^(U − ln share), scaled.
 *
 * @param share in and out, `[t * CELLS + s * PROVIDERS + p]`: quarter t is read, t+1 written
 * @param spend D, `[t * SEGMENTS + s]`
 * @param gatekeeper multiplies the churn of AWS and Azure
 * @param addedAccess A[aws][openai] − A0, which holds AWS's customers
 */
export function stepShares(
  x: Float64Array,
  t: number,
  share: Float64Array,
  spend: Float64Array,
  choices: Choices,
  gatekeeper: number,
  addedAccess: number,
  scratch: SharesScratch,
): void {
  const { kept, weight } = scratch
  const { edge, logPrice, portfolio } = choices
  const held = gatekeeper * (1 - x[retentionGain] * addedAccess)
  const price = x[priceSensitivity]
  for (let s = 0; s < SEGMENTS; s++) {
    const c = x[churn[s]]
    const access = x[pull[s]]
    const cell = s * PROVIDERS
    const from = t * CELLS + cell
    const now = spend[t * SEGMENTS + s]
    const next = spend[(t + 1) * SEGMENTS + s]
    const stays = now * stayingPart(c)
    let keptSum = 0
    let weightSum = 0
    for (let p = 0; p < PROVIDERS; p++) {
      const part = share[from + p]
      kept[p] = part * stays
      weight[p] =
        part * edge[t * PROVIDERS + p] * exp(access * portfolio[p] - price * logPrice[cell + p])
      weightSum += weight[p]
    }
    kept[AWS] = share[from + AWS] * now * stayingPart(c * held)
    kept[AZURE] = share[from + AZURE] * now * stayingPart(c * gatekeeper)
    for (let p = 0; p < PROVIDERS; p++) keptSum += kept[p]
    const fits = Math.min(1, next / keptSum) / next
    const won = Math.max(0, next - keptSum) / (weightSum * next)
    const to = from + CELLS
    for (let p = 0; p < PROVIDERS; p++) share[to + p] = kept[p] * fits + weight[p] * won
  }
}

/** What is left of installed spend after a quarter of yearly churn c. */
function stayingPart(c: number): number {
  return 1 - Math.min(0.9, c) * DT
}
