import { exp } from '../src/engine/math.ts'
import { at } from './assumptions/index.ts'
import {
  ANTHROPIC,
  AWS,
  AZURE,
  DT,
  FLOOR,
  LABS,
  OPENAI,
  OTHERS,
  PROVIDERS,
  scaleToOne,
  SHOCKS,
  SQRT_DT,
  Z_LAB,
} from './notation.ts'

const {
  openaiLabShare0,
  anthropicLabShare0,
  googleLabShare0,
  openaiDrift,
  leadershipVolatility,
  accessWithoutDeal,
  azureAccessLoss,
  conflictLoss,
} = at

/**
 * Shares of demand for leading models by lab, which no deal changes. ℓ walks at random and
 * w = softmax(ℓ); carried as w itself, since softmax(ℓ + step) is w·e^step, scaled.
 *
 * @param next buffer of LABS numbers
 * @param w out: `w[t * LABS + k]`, t = 0…quarters
 */
export function simulateLabs(
  x: Float64Array,
  z: Float64Array,
  zAt: number,
  quarters: number,
  next: Float64Array,
  w: Float64Array,
): void {
  next[0] = x[openaiLabShare0]
  next[1] = x[anthropicLabShare0]
  next[2] = x[googleLabShare0]
  next[3] = Math.max(FLOOR, 1 - (next[0] + next[1] + next[2]))
  const spread = SQRT_DT * x[leadershipVolatility]
  const drift = DT * x[openaiDrift]
  for (let t = 0; ; t++) {
    scaleToOne(next, LABS)
    for (let k = 0; k < LABS; k++) w[t * LABS + k] = next[k]
    if (t === quarters) return
    const shock = zAt + t * SHOCKS + Z_LAB
    for (let k = 0; k < LABS; k++) {
      next[k] *= exp(spread * z[shock + k] + (k === OPENAI ? drift : 0))
    }
  }
}

/**
 * A: which provider offers which lab's models in a quarter, computed afresh from A0.
 *
 * @param access0 A0, `access0[p * LABS + k]`
 * @param ramp r, from 0 to 1, 0 without a deal
 * @param release u, from 0 to 1, 0 unless the rights are released
 * @param dealAccess the deal's access, 0 without one
 * @param exclusivity the deal's exclusivity after any remedy, 0 without a deal
 * @param conflict whether Anthropic moves work away because of the deal
 * @param access out: A, laid out as A0; only the entries that move are written
 */
export function fillAccess(
  x: Float64Array,
  access0: Float64Array,
  ramp: number,
  release: number,
  dealAccess: number,
  exclusivity: number,
  conflict: boolean,
  access: Float64Array,
): void {
  const aws0 = access0[AWS * LABS + OPENAI]
  access[AWS * LABS + OPENAI] = Math.max(
    aws0 + release * Math.max(0, x[accessWithoutDeal] - aws0),
    aws0 + ramp * Math.max(0, dealAccess - aws0),
  )
  access[AZURE * LABS + OPENAI] =
    access0[AZURE * LABS + OPENAI] * (1 - exclusivity * x[azureAccessLoss] * ramp)
  access[OTHERS * LABS + OPENAI] = access0[OTHERS * LABS + OPENAI] * (1 - exclusivity * ramp)
  access[AWS * LABS + ANTHROPIC] =
    access0[AWS * LABS + ANTHROPIC] * (1 - (conflict ? x[conflictLoss] * ramp : 0))
}

/**
 * M[p] = Σ_k w[k]·A[p][k]: how much of the wanted models a provider offers.
 *
 * @param w of quarter t from `w[wRow]`
 * @param portfolio out: one number per provider
 */
export function fillPortfolio(
  w: Float64Array,
  wRow: number,
  access: Float64Array,
  portfolio: Float64Array,
): void {
  for (let p = 0; p < PROVIDERS; p++) {
    let sum = 0
    for (let k = 0; k < LABS; k++) sum += w[wRow + k] * access[p * LABS + k]
    portfolio[p] = sum
  }
}
