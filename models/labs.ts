import { exp } from '../src/engine/math.ts'
import type { Inputs } from './inputs.ts'
import type { Table } from './memory.ts'
import {
  ANTHROPIC,
  AWS,
  AZURE,
  DT,
  FLOOR,
  half,
  LABS,
  OPENAI,
  OTHERS,
  PROVIDERS,
  scaleToOne,
  SQRT_DT,
} from './notation.ts'
import type { Deal, LabsState, PartnershipState, Shocks } from './world.ts'

/**
 * Shares of demand for leading models by lab, which no deal changes. ℓ walks at random and
 * w = softmax(ℓ); carried as w itself, since softmax(ℓ + step) is w·e^step, scaled.
 *
 * @param quarters w is written, quarters 0 to T
 */
export function simulateLabs(
  x: Inputs,
  quarters: readonly (LabsState & { readonly z: Shocks })[],
): void {
  const { w: first } = quarters[0]
  first[0] = x.openaiLabShare0
  first[1] = x.anthropicLabShare0
  first[2] = x.googleLabShare0
  first[3] = Math.max(FLOOR, 1 - (first[0] + first[1] + first[2]))
  scaleToOne(first)
  const spread = SQRT_DT * x.leadershipVolatility
  const drift = DT * x.openaiDrift
  for (let t = 1; t < quarters.length; t++) {
    const { w: before, z } = quarters[t - 1]
    const { w } = quarters[t]
    for (let k = 0; k < LABS; k++) {
      w[k] = before[k] * exp(spread * z.lab[k] + (k === OPENAI ? drift : 0))
    }
    scaleToOne(w)
  }
}

/**
 * A: which provider offers which lab's models in a quarter, computed afresh from A0.
 *
 * @param access0 A0, `access0[p][k]`
 * @param access out: A; only the entries that move are written
 */
export function fillAccess(
  x: Inputs,
  access0: Table,
  { ramp, release }: PartnershipState,
  deal: Deal,
  access: Table,
): void {
  const aws0 = access0[AWS][OPENAI]
  access[AWS][OPENAI] = Math.max(
    aws0 + release * Math.max(0, x.accessWithoutDeal - aws0),
    aws0 + ramp * Math.max(0, deal.access - aws0),
  )
  access[AZURE][OPENAI] = access0[AZURE][OPENAI] * (1 - deal.exclusivity * x.azureAccessLoss * ramp)
  access[OTHERS][OPENAI] = access0[OTHERS][OPENAI] * (1 - deal.exclusivity * ramp)
  const conflict = deal.done && x.anthropicConflict === 1
  access[AWS][ANTHROPIC] = access0[AWS][ANTHROPIC] * (1 - (conflict ? x.conflictLoss * ramp : 0))
}

/**
 * M[p] = Σ_k w[k]·(A[p][k] − S[p][k]): how much of the wanted models a provider offers, less what
 * has settled of a change.
 *
 * @param access0 A0, and `access` A of the quarter
 * @param now w and S are read; M and what AWS gains of OpenAI's models are written
 */
export function offerModels(access0: Table, access: Table, now: LabsState): void {
  const { w, settled, portfolio } = now
  for (let p = 0; p < PROVIDERS; p++) {
    const offered = access[p]
    const used = settled[p]
    let sum = 0
    for (let k = 0; k < LABS; k++) sum += w[k] * (offered[k] - used[k])
    portfolio[p] = sum
  }
  now.addedAccess = access[AWS][OPENAI] - access0[AWS][OPENAI]
}

/**
 * S of the next quarter: those whom a change of access draws have moved after some years, so that
 * the edge it gives does not last.
 *
 * @param access0 A0, and `access` A of the quarter
 * @param next S is written
 */
export function settleAccess(
  x: Inputs,
  access0: Table,
  access: Table,
  { settled }: LabsState,
  next: LabsState,
): void {
  const part = 1 - half(DT, x.accessEdgeHalfLife)
  for (let p = 0; p < PROVIDERS; p++) {
    const used = settled[p]
    for (let k = 0; k < LABS; k++) {
      next.settled[p][k] = used[k] + part * (access[p][k] - access0[p][k] - used[k])
    }
  }
}
