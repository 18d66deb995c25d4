import { log1p } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import {
  AWS,
  AZURE,
  CELLS,
  DT,
  FLOOR,
  GOOGLE,
  INFERENCE,
  MODEL_SERVICES,
  PROVIDERS,
  SEGMENTS,
  TRAINING,
} from './notation.ts'

const {
  awsCustomCeiling,
  customAdoptionRate,
  trainingAdvantage,
  inferenceAdvantage,
  tpuAdvantage,
  acceleratorCostShare,
  nvidiaResponse,
  passThrough,
  codesignAdvantageGain,
  codesignCeilingGain,
  capitalIntensityAi,
  assetLifeAi,
} = at

/** What custom chips do in one quarter, by segment and provider: `[s * PROVIDERS + p]`. */
export interface ChipCosts {
  /** σ: part of capital cost saved against merchant chips on trend; 0 for general. */
  readonly sigma: Float64Array
  /** σ at t less σ at 0: today's chips are already in today's prices and margins. */
  readonly saving: Float64Array
  /** ln rel: log price against the trend; 0 for general. */
  readonly logPrice: Float64Array
}

/**
 * m = 1 − nvidiaResponse·F: what merchant chips cost of trend, F being the part of AI spend that
 * runs on custom chips.
 *
 * @param custom f[p] from `custom[row]`
 * @param aiShare providers' shares of AI spend
 */
export function merchantCost(
  x: Float64Array,
  custom: Float64Array,
  row: number,
  aiShare: Float64Array,
): number {
  let onCustom = 0
  for (let p = 0; p < PROVIDERS; p++) onCustom += custom[row + p] * aiShare[p]
  return 1 - x[nvidiaResponse] * onCustom
}

/**
 * σ(s,p) of every AI segment and provider.
 *
 * @param quality const.chipQuality; Google's is not read
 * @param m see `merchantCost`
 * @param codesign the deal's codesign times r, 0 without a deal
 * @param sigma out, the AI segments only
 */
export function fillSigma(
  x: Float64Array,
  custom: Float64Array,
  row: number,
  quality: Float64Array,
  m: number,
  codesign: number,
  sigma: Float64Array,
): void {
  const accelerators = x[acceleratorCostShare]
  const gain = codesign * x[codesignAdvantageGain]
  for (let p = 0; p < PROVIDERS; p++) {
    const f = custom[row + p]
    const merchant = (1 - f) * (1 - m)
    const edge = p === AWS ? gain : 0
    const training = p === GOOGLE ? x[tpuAdvantage] : quality[p] * x[trainingAdvantage]
    const inference = p === GOOGLE ? x[tpuAdvantage] : quality[p] * x[inferenceAdvantage]
    sigma[TRAINING * PROVIDERS + p] = accelerators * (f * Math.min(0.8, training + edge) + merchant)
    // Model services are inference sold by the token: the same chips, the same saving.
    const served = accelerators * (f * Math.min(0.8, inference + edge) + merchant)
    sigma[INFERENCE * PROVIDERS + p] = served
    sigma[MODEL_SERVICES * PROVIDERS + p] = served
  }
}

/**
 * Savings and relative prices of AI compute.
 *
 * @param sigma0 σ at 0
 * @param azureCut responseCut·r if Microsoft answers a closed deal, else 0
 * @param costs `sigma` in; `saving`, `logPrice` out, the AI segments only
 * @param price out: rel of the quarter from `price[row]`, the AI segments only
 */
export function fillPrices(
  x: Float64Array,
  sigma0: Float64Array,
  azureCut: number,
  costs: ChipCosts,
  price: Float64Array,
  row: number,
): void {
  const { sigma, saving, logPrice } = costs
  const passed = x[passThrough] * (x[capitalIntensityAi] / x[assetLifeAi])
  for (let s = TRAINING; s <= INFERENCE; s++) {
    for (let p = 0; p < PROVIDERS; p++) {
      const i = s * PROVIDERS + p
      const cut = p === AZURE ? azureCut : 0
      saving[i] = sigma[i] - sigma0[i]
      // A price stays above 0 whatever is believed of capital, life and pass-through.
      const rel = Math.max(FLOOR, (1 - passed * saving[i]) * (1 - cut))
      price[row + i] = rel
      logPrice[i] = log1p(rel - 1)
    }
  }
  for (let i = MODEL_SERVICES * PROVIDERS; i < CELLS; i++) {
    saving[i] = saving[i - PROVIDERS]
    price[row + i] = price[row + i - PROVIDERS]
    logPrice[i] = logPrice[i - PROVIDERS]
  }
}

/**
 * One quarter of adoption: f grows by a logistic curve towards its ceiling.
 *
 * @param custom in and out: row t is read at `custom[row]`, row t+1 written after it
 * @param ceiling const.customCeiling; AWS's is awsCustomCeiling, raised by co-design
 * @param codesign the deal's codesign times r, 0 without a deal
 */
export function stepCustom(
  x: Float64Array,
  custom: Float64Array,
  row: number,
  ceiling: Float64Array,
  codesign: number,
): void {
  for (let p = 0; p < PROVIDERS; p++) {
    const f = custom[row + p]
    const raised = Math.min(0.95, x[awsCustomCeiling] + codesign * x[codesignCeilingGain])
    const top = p === AWS ? raised : ceiling[p]
    const next = f + DT * x[customAdoptionRate] * f * (1 - f / top)
    custom[row + PROVIDERS + p] = Math.min(1, Math.max(0, next))
  }
}

/**
 * Mean of rel over AI, weighted by AI spend: the AI price index but for the trend.
 *
 * @param price rel of the quarter from `price[row]`, `share` likewise
 * @param spend D of the quarter from `spend[spendRow]`
 */
export function meanPrice(
  price: Float64Array,
  share: Float64Array,
  row: number,
  spend: Float64Array,
  spendRow: number,
): number {
  let weight = 0
  let sum = 0
  for (let s = TRAINING; s < SEGMENTS; s++) {
    for (let p = 0; p < PROVIDERS; p++) {
      const bought = spend[spendRow + s] * share[row + s * PROVIDERS + p]
      weight += bought
      sum += bought * price[row + s * PROVIDERS + p]
    }
  }
  return sum / weight
}

/**
 * How much less capital a unit of AWS's AI compute takes than in a fleet of merchant chips at the
 * same date, as a fraction: the mean over AI segments, weighted by AWS's spend.
 *
 * @param share `share[row + s * PROVIDERS + p]`
 * @param spend D at t from `spend[spendRow]`
 */
export function chipAdvantage(
  x: Float64Array,
  m: number,
  sigma: Float64Array,
  share: Float64Array,
  row: number,
  spend: Float64Array,
  spendRow: number,
): number {
  const merchantFleet = 1 - x[acceleratorCostShare] * (1 - m)
  let weight = 0
  let sum = 0
  for (let s = TRAINING; s < SEGMENTS; s++) {
    const revenue = spend[spendRow + s] * share[row + s * PROVIDERS + AWS]
    weight += revenue
    sum += revenue * (1 - (1 - sigma[s * PROVIDERS + AWS]) / merchantFleet)
  }
  return weight > 0 ? sum / weight : 0
}
