import { exp } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import type { Row } from './memory.ts'
import {
  AWS,
  AZURE,
  DT,
  FLOOR,
  GENERAL,
  half,
  INFERENCE,
  MODEL_SERVICES,
  PROVIDERS,
  rest,
  scaleToOne,
  SEGMENTS,
  TRAINING,
} from './notation.ts'
import type {
  ChipsState,
  DemandState,
  LabsState,
  RegulationState,
  SharesState,
  Shocks,
} from './world.ts'

/**
 * Shares of every provider in every segment at the start, such that the totals are the assumed ones
 * unless a floor binds.
 *
 * @param start spend is read, shares are written
 */
export function startShares(x: Inputs, start: DemandState & SharesState): void {
  const { spend, aiSpend, share } = start
  const total = new Float64Array(PROVIDERS)
  fill(total, x.awsShare0, x.azureShare0, x.googleShare0, x.specialistShare0)
  const a = aiSpend / (aiSpend + spend[GENERAL])
  const wMs = spend[MODEL_SERVICES] / aiSpend
  const models = share[MODEL_SERVICES]
  fill(models, x.awsModelShare0, x.azureModelShare0, x.googleModelShare0, x.specialistModelShare0)
  const left = (x.specialistShare0 / a - wMs * x.specialistModelShare0) / (1 - wMs)
  const ai = share[TRAINING]
  fill(ai, x.awsAiShare0, x.azureAiShare0, x.googleAiShare0, Math.max(FLOOR, left))
  share[INFERENCE].set(ai)
  const general = share[GENERAL]
  for (let p = 0; p < PROVIDERS; p++) {
    const inAi = (1 - wMs) * ai[p] + wMs * models[p]
    general[p] = Math.max(FLOOR, (total[p] - a * inAi) / (1 - a))
  }
  scaleToOne(general)
}

/** Four shares, and what they leave to the others. */
function fill(out: Float64Array, aws: number, azure: number, google: number, rests: number): void {
  out[0] = aws
  out[1] = azure
  out[2] = google
  out[3] = rests
  rest(out, 4)
}

/**
 * The part of every provider's pull that no deal changes: momentum and execution.
 *
 * @param quarters out: e^(momentum[p]·half(t·DT, momentumHalfLife) + executionVolatility·z.provider[p]),
 *   quarters 0 to T−1
 */
export function simulateEdge(
  x: Inputs,
  quarters: readonly (SharesState & { readonly z: Shocks })[],
): void {
  const momentum = [
    x.awsMomentum,
    x.azureMomentum,
    x.googleMomentum,
    x.specialistMomentum,
    x.othersMomentum,
  ]
  const spread = x.executionVolatility
  const fades = half(DT, x.momentumHalfLife)
  let left = 1
  for (let t = 0; t < quarters.length - 1; t++) {
    const { edge, z } = quarters[t]
    for (let p = 0; p < PROVIDERS; p++) edge[p] = exp(momentum[p] * left + spread * z.provider[p])
    left *= fades
  }
}

/** Sets `aiShare`: who serves AI, its three segments pooled by spend. */
export function poolAi({ spend, aiSpend, share, aiShare }: DemandState & SharesState): void {
  for (let p = 0; p < PROVIDERS; p++) {
    const served =
      spend[TRAINING] * share[TRAINING][p] +
      spend[INFERENCE] * share[INFERENCE][p] +
      spend[MODEL_SERVICES] * share[MODEL_SERVICES][p]
    aiShare[p] = served / aiSpend
  }
}

/** A quarter as choices are made in it. */
type Now = DemandState & SharesState & LabsState & ChipsState & RegulationState

/** What choices are worked out in, made once. */
export interface Choice {
  /** Yearly churn, and pull of the models a provider offers, by segment: drawn once per trial. */
  readonly churn: Row
  readonly pull: Row
  /** Of the segment at hand, by provider: what stays where it is, and weights of the logit choice. */
  readonly kept: Row
  readonly weight: Row
}

/** Takes what a trial drew of churn and of the pull of models. */
export function startChoice(x: Inputs, { churn, pull }: Choice): void {
  churn[GENERAL] = x.churnGeneral
  churn[TRAINING] = x.churnAi
  churn[INFERENCE] = x.churnAi
  churn[MODEL_SERVICES] = x.churnModels
  pull[GENERAL] = x.spillover
  pull[TRAINING] = x.modelPullTraining
  pull[INFERENCE] = x.modelPullInference
  pull[MODEL_SERVICES] = x.modelPullServices
}

/**
 * One quarter of all segments: the installed base loses its churn, and what is open goes by a logit
 * choice, q = softmax(U). Since U starts with ln share, q is share·e^(U − ln share), scaled.
 *
 * @param start M at 0
 * @param next spend is read, shares are written
 */
export function stepShares(
  x: Inputs,
  start: LabsState,
  now: Now,
  next: DemandState & SharesState,
  choice: Choice,
): void {
  const { kept, weight } = choice
  const { gatekeeper } = now
  const held = gatekeeper * (1 - x.retentionGain * now.addedAccess)
  const sensitivity = x.priceSensitivity
  for (let s = 0; s < SEGMENTS; s++) {
    const share = now.share[s]
    const demand = now.spend[s]
    const churn = choice.churn[s]
    const stays = demand * stayingPart(churn)
    for (let p = 0; p < PROVIDERS; p++) kept[p] = share[p] * stays
    kept[AWS] = share[AWS] * demand * stayingPart(churn * held)
    kept[AZURE] = share[AZURE] * demand * stayingPart(churn * gatekeeper)
    const weights = weigh(start, now, s, choice.pull[s], sensitivity, weight)
    shareOut(kept, weight, weights, next.spend[s], next.share[s])
  }
}

/** Sets the weights of the logit choice in segment s; returns their sum. */
function weigh(
  start: LabsState,
  now: Now,
  s: number,
  pull: number,
  sensitivity: number,
  weight: Row,
): number {
  const { edge, portfolio } = now
  const portfolio0 = start.portfolio
  const share = now.share[s]
  const logPrice = now.logPrice[s]
  let sum = 0
  for (let p = 0; p < PROVIDERS; p++) {
    const gained = portfolio[p] - portfolio0[p]
    weight[p] = share[p] * edge[p] * exp(pull * gained - sensitivity * logPrice[p])
    sum += weight[p]
  }
  return sum
}

/** Shares out demand: what stays, scaled down where demand falls short of it, and choices on what is left. */
function shareOut(kept: Row, weight: Row, weights: number, demand: number, share: Row): void {
  let keptSum = 0
  for (let p = 0; p < PROVIDERS; p++) keptSum += kept[p]
  const fits = Math.min(1, demand / keptSum) / demand
  const won = Math.max(0, demand - keptSum) / (weights * demand)
  for (let p = 0; p < PROVIDERS; p++) share[p] = kept[p] * fits + weight[p] * won
}

/** What is left of installed spend after a quarter of yearly churn c. */
function stayingPart(c: number): number {
  return 1 - Math.min(0.9, c) * DT
}
