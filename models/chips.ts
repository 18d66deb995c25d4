import { log1p } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import type { Row, Table } from './memory.ts'
import {
  AWS,
  AZURE,
  DT,
  FLOOR,
  GOOGLE,
  half,
  INFERENCE,
  MODEL_SERVICES,
  PROVIDERS,
  TRAINING,
} from './notation.ts'
import type { ChipsState, Deal, PartnershipState, SharesState } from './world.ts'

/** Sets `trend` of every quarter: half(t·DT, gpuCostHalvingYears). */
export function simulateTrend(x: Inputs, quarters: readonly ChipsState[]): void {
  const factor = half(DT, x.gpuCostHalvingYears)
  let left = 1
  for (const now of quarters) {
    now.trend = left
    left *= factor
  }
}

/**
 * Part of AI compute on own chips at the start.
 *
 * @param custom0 const.custom0; AWS's is an assumption
 */
export function startCustom(x: Inputs, custom0: Row, { custom }: ChipsState): void {
  custom.set(custom0)
  custom[AWS] = x.awsCustomShare0
}

/** What capital a unit of AI compute takes, and what it is sold for. */
type Now = ChipsState & SharesState & PartnershipState

/**
 * m = 1 − nvidiaResponse·F: what merchant chips cost of trend, F being the part of AI spend that
 * runs on custom chips.
 */
export function fillMerchant(x: Inputs, now: ChipsState & SharesState): void {
  const { custom, aiShare } = now
  let onCustom = 0
  for (let p = 0; p < PROVIDERS; p++) onCustom += custom[p] * aiShare[p]
  now.merchant = 1 - x.nvidiaResponse * onCustom
}

/**
 * σ(s,p) of every AI segment and provider.
 *
 * @param quality const.chipQuality; Google's is an assumption
 * @param now custom chips and m are read, σ is written
 */
export function fillSigma(x: Inputs, quality: Row, now: Now, deal: Deal): void {
  const { custom, sigma } = now
  const inTraining = sigma[TRAINING]
  const inInference = sigma[INFERENCE]
  const inModels = sigma[MODEL_SERVICES]
  const accelerators = x.acceleratorCostShare
  const tpu = x.tpuAdvantage
  const trainium = x.trainingAdvantage
  const inferentia = x.inferenceAdvantage
  const above = 1 - now.merchant
  const gain = deal.codesign * now.ramp * x.codesignAdvantageGain
  for (let p = 0; p < PROVIDERS; p++) {
    const f = custom[p]
    const merchant = (1 - f) * above
    const edge = p === AWS ? gain : 0
    const training = p === GOOGLE ? tpu : quality[p] * trainium
    const inference = p === GOOGLE ? tpu : quality[p] * inferentia
    inTraining[p] = accelerators * (f * Math.min(0.8, training + edge) + merchant)
    // Model services are inference sold by the token: the same chips, the same saving.
    const served = accelerators * (f * Math.min(0.8, inference + edge) + merchant)
    inInference[p] = served
    inModels[p] = served
  }
}

/**
 * Savings and relative prices of AI compute.
 *
 * @param start σ at 0
 * @param now σ is read; savings and prices are written
 */
export function fillPrices(x: Inputs, start: ChipsState, now: Now): void {
  const passed = x.passThrough * (x.capitalIntensityAi / x.assetLifeAi)
  const answer = x.microsoftResponds === 1 ? x.responseCut * now.ramp : 0
  for (let s = TRAINING; s <= INFERENCE; s++) {
    const sigma = now.sigma[s]
    const sigma0 = start.sigma[s]
    const saving = now.saving[s]
    const price = now.price[s]
    const logPrice = now.logPrice[s]
    for (let p = 0; p < PROVIDERS; p++) {
      const cut = p === AZURE ? answer : 0
      saving[p] = sigma[p] - sigma0[p]
      // A price stays above 0 whatever is believed of capital, life and pass-through.
      const rel = Math.max(FLOOR, (1 - passed * saving[p]) * (1 - cut))
      price[p] = rel
      logPrice[p] = log1p(rel - 1)
    }
  }
  asInference(now.saving)
  asInference(now.price)
  asInference(now.logPrice)
}

/** Model services run on the machines of inference. */
function asInference(table: Table): void {
  const inference = table[INFERENCE]
  const models = table[MODEL_SERVICES]
  for (let p = 0; p < PROVIDERS; p++) models[p] = inference[p]
}

/**
 * One quarter of adoption: f grows by a logistic curve towards its ceiling.
 *
 * @param ceiling const.customCeiling; AWS's is an assumption, raised by co-design
 */
export function stepCustom(x: Inputs, ceiling: Row, now: Now, next: ChipsState, deal: Deal): void {
  const raised = Math.min(
    0.95,
    x.awsCustomCeiling + deal.codesign * now.ramp * x.codesignCeilingGain,
  )
  for (let p = 0; p < PROVIDERS; p++) {
    const f = now.custom[p]
    const top = p === AWS ? raised : ceiling[p]
    const grown = f + DT * x.customAdoptionRate * f * (1 - f / top)
    next.custom[p] = Math.min(1, Math.max(0, grown))
  }
}
