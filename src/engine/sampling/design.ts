import type { StreamKey } from '../streams.ts'

/** A way to spread the draws of each assumption over its distribution. */
export interface Design {
  readonly label: string
  /** One plain sentence. */
  readonly description: string
  /** Consecutive trials that together are one independent sample: standard errors come from these. */
  readonly replicate: number
  /**
   * Fills `out` with the uniform scores, strictly between 0 and 1, of one assumption in one block.
   *
   * @param key of the assumption's stream
   * @param dimension the assumption's permanent place in a quasi-random sequence
   * @param block blocks count from 0
   * @param out one number per trial of the block
   */
  fillScores(key: StreamKey, dimension: number, block: number, out: Float64Array): void
}
