import type { StreamKey } from '../streams.ts'
import type { Design, Replicate } from './design.ts'
import { latinHypercube } from './latin-hypercube.ts'
import { random } from './random.ts'
import { sobol } from './sobol.ts'

export type { Design, Replicate } from './design.ts'

/** Every sampling design, in the order pickers show them. */
export const designs = { random, latinHypercube, sobol } satisfies Readonly<Record<string, Design>>

export type SamplingId = keyof typeof designs

/** Fills `out` with the uniform scores of one assumption in one block; see `Design`. */
export function fillScores(
  design: SamplingId,
  key: StreamKey,
  dimension: number,
  block: number,
  out: Float64Array,
): void {
  designs[design].fillScores(key, dimension, block, out)
}

/** Which trials together are one independent repetition of a design. */
export function replicateOf(design: SamplingId): Replicate {
  return designs[design].replicate
}
