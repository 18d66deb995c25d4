import { exp } from '../src/engine/math.ts'

// What every mechanism shares: the order of providers, segments and labs in rows, the step of time,
// and the three small functions the equations use without explaining.

/** Providers p, in the order of every row over providers. */
export const providers = ['aws', 'azure', 'google', 'specialists', 'others'] as const
export type ProviderId = (typeof providers)[number]
export const AWS = 0
export const AZURE = 1
export const GOOGLE = 2
export const SPECIALISTS = 3
export const OTHERS = 4
export const PROVIDERS = 5

/** Segments s of spend; AI is the last three. */
export const segments = ['general', 'training', 'inference', 'modelServices'] as const
export type SegmentId = (typeof segments)[number]
export const GENERAL = 0
export const TRAINING = 1
export const INFERENCE = 2
export const MODEL_SERVICES = 3
export const SEGMENTS = 4

/** Labs k whose models customers want; `open` stands for open-weight models. */
export const labs = ['openai', 'anthropic', 'google', 'open'] as const
export type LabId = (typeof labs)[number]
export const OPENAI = 0
export const ANTHROPIC = 1
export const LABS = 4

/** Pools i of Amazon's assets; the contract shares machines with AI compute. */
export const POOL_GENERAL = 0
export const POOL_AI = 1
export const POOL_MODELS = 2
export const POOLS = 3

/** How the talks may end. */
export const dealStates = ['none', 'collapsed', 'blocked', 'pending', 'remedied', 'closed'] as const
export type DealState = (typeof dealStates)[number]
export const NONE = 0
export const COLLAPSED = 1
export const BLOCKED = 2
export const PENDING = 3
export const REMEDIED = 4
export const CLOSED = 5

/** The shocks of a quarter: independent standard-normal numbers, drawn before the model runs. */
export const shocks = [
  'market',
  'general',
  'ai',
  ...providers.map((id) => `provider.${id}`),
  ...labs.map((id) => `lab.${id}`),
]

/** A quarter of a year, the step of time. */
export const DT = 0.25
export const SQRT_DT = 0.5

/** The least a share counts as when it is made up from the others. */
export const FLOOR = 1e-4

export const LN2 = 0.6931471805599453

/** 2^(−t/h): what is left after t years of something that halves every h years. */
export function half(t: number, h: number): number {
  return exp((-LN2 * t) / h)
}

/** To the nearest whole number, halves up: months are counted as quarters so. */
export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5)
}

/** Appends what is left to 1 (at least FLOOR) to the first `count` of `out`, and scales to sum 1. */
export function rest(out: Float64Array, count: number): void {
  let sum = 0
  for (let i = 0; i < count; i++) sum += out[i]
  out[count] = Math.max(FLOOR, 1 - sum)
  scaleToOne(out)
}

/** Divides numbers by their sum. */
export function scaleToOne(out: Float64Array): void {
  let sum = 0
  for (let i = 0; i < out.length; i++) sum += out[i]
  for (let i = 0; i < out.length; i++) out[i] /= sum
}
