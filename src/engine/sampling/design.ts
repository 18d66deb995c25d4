import type { StreamKey } from '../streams.ts'

/**
 * Which trials of a run together are one independent repetition of the design: so many consecutive
 * ones, or those with equal remainders by a number that take turns.
 */
export type Replicate = number | { readonly interleaved: number }

/** What is said of a way to spread the draws of each assumption over its distribution. */
export interface Design {
  readonly label: string
  /** One plain sentence. */
  readonly description: string
  /** Standard errors come from the spread of these. */
  readonly replicate: Replicate
}

/**
 * Fills `out` with the uniform scores, strictly between 0 and 1, of one assumption in one block.
 *
 * @param key of the assumption's stream
 * @param dimension the assumption's permanent place in a quasi-random sequence
 * @param block blocks count from 0
 * @param out one number per trial of the block
 */
export type FillScores = (
  key: StreamKey,
  dimension: number,
  block: number,
  out: Float64Array,
) => void
