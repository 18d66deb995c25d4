import type { Replicate } from '../sampling/design.ts'
import { repetitionsOf } from '../statistics/standard-error.ts'

/** Trials parted in two that are independent of each other: rules are found in one, measured in the other. */
export interface Halves {
  readonly found: Uint32Array
  readonly held: Uint32Array
  /** Which trials of the second half, in their order, are one independent repetition of the design. */
  readonly replicate: Replicate
}

/** Fewer repetitions than these, parted in two, would leave too few in each. */
const FEWEST = 8

/**
 * Parts trials by whole repetitions of the design where there are enough, else one by one by turns.
 * The scrambles that take turns in a Sobol design are too few, parted in two, to know an error from:
 * trials of the second half are then taken as independent, which overstates it.
 *
 * @param trials of the run
 */
export function halvesOf(trials: number, replicate: Replicate): Halves {
  const count = repetitionsOf(trials, replicate)
  const isWhole = count < trials && count >= FEWEST
  const turn =
    isWhole && typeof replicate === 'object' && replicate.interleaved % 2 === 1
      ? replicate.interleaved
      : 0
  const size = isWhole && typeof replicate === 'number' ? replicate : 1
  const isHeld = (trial: number) => (turn ? trial % turn : Math.floor(trial / size)) % 2 === 1
  const all = Uint32Array.from({ length: trials }, (_, trial) => trial)
  return { found: all.filter((trial) => !isHeld(trial)), held: all.filter(isHeld), replicate: size }
}
