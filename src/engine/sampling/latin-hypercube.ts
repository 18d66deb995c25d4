import { blockState, fillBits, unit } from '../streams.ts'
import type { Design } from './design.ts'

/** Trials that share one set of strata. */
const GROUP = 64

/** McKay, Beckman and Conover 1979, in groups of 64 trials so that any whole group is a sample. */
export const latinHypercube: Design = {
  label: 'Latin hypercube',
  description:
    'Each 64 trials cover every 64th of each distribution once, so averages settle sooner.',
  replicate: GROUP,
  fillScores(key, _dimension, block, out) {
    const state = blockState(key, block)
    const bits = new Int32Array(2 * GROUP)
    const strata = new Int32Array(GROUP)
    for (let at = 0; at < out.length; at += GROUP) {
      fillBits(state, bits, 2 * GROUP)
      shuffle(strata, bits)
      for (let i = 0; i < GROUP; i++) out[at + i] = (strata[i] + unit(bits[GROUP + i])) / GROUP
    }
  },
}

/** A random order of 0 to 63, each place swapped with one at or before it. */
function shuffle(order: Int32Array, bits: Int32Array): void {
  for (let i = 0; i < GROUP; i++) {
    const other = Math.floor(unit(bits[i]) * (i + 1))
    order[i] = order[other]
    order[other] = i
  }
}
