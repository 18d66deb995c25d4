import type { StreamKey } from '../streams.ts'
import type { Design } from './design.ts'
import { latinHypercube } from './latin-hypercube.ts'
import { random } from './random.ts'

export type { Design } from './design.ts'

/** Every sampling design, in the order pickers show them. */
export const designs = { random, latinHypercube } satisfies Readonly<Record<string, Design>>

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

/** Consecutive trials that together are one independent sample under a design. */
export function replicateSize(design: SamplingId): number {
  return designs[design].replicate
}
