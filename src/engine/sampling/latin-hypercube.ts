import { blockState, fillBits, unit } from '../streams.ts'
import type { FillScores } from './design.ts'
import { GROUP } from './index.ts'

// Used within one call only; in 4 KB, lest two workers share a cache line.
const scratch = new ArrayBuffer(4096)
const bits = new Int32Array(scratch, 0, 2 * GROUP)
const strata = new Int32Array(scratch, 2048, GROUP)

/** McKay, Beckman and Conover 1979, in groups of 64 trials so that any whole group is a sample. */
export const latinHypercube: FillScores = (key, _dimension, block, out) => {
  const state = blockState(key, block)
  for (let at = 0; at < out.length; at += GROUP) {
    fillBits(state, bits, 2 * GROUP)
    shuffle()
    for (let i = 0; i < GROUP; i++) out[at + i] = (strata[i] + unit(bits[GROUP + i])) / GROUP
  }
}

/** A random order of 0 to 63, each place swapped with one at or before it. */
function shuffle(): void {
  for (let i = 0; i < GROUP; i++) {
    const other = (unit(bits[i]) * (i + 1)) | 0
    strata[i] = strata[other]
    strata[other] = i
  }
}
