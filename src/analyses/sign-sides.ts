import type { Replicate } from '../engine/sampling/index.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'

/** A mean or a share, and its standard error. */
export interface SignEstimate {
  readonly value: number
  readonly error: number | null
}

/** What is so where a series is on one side of a threshold. */
export interface SignSide {
  /** Share of the futures that count. */
  readonly chance: SignEstimate
  /** The mean of what is explained; null where no future is on this side. */
  readonly mean: SignEstimate | null
  /** The strategy to choose there, by id; null where there is nothing to choose, or no future. */
  readonly choice: string | null
  /** By how much it is ahead there of the one that is best on average of all; null where it is that one. */
  readonly ahead: SignEstimate | null
}

/** The two sides of a threshold; a value that is the threshold is below. */
export interface SignSides {
  readonly below: SignSide
  readonly above: SignSide
}

/** What can be chosen, and by how much it is ahead. */
export interface SignChoice {
  /** The strategy that is best on average. */
  readonly top: string
  readonly others: readonly { readonly id: string; readonly ahead: Float64Array }[]
  /** By how much each of them is ahead: one list, so that what is worked out of it is kept. */
  readonly ahead: readonly Float64Array[]
  /** 1 where a trial counts for the choice; undefined where all do. */
  readonly mask: Uint8Array | undefined
}

/** What is explained. */
export interface SignTarget {
  readonly values: Float64Array
  readonly mask: Uint8Array | undefined
}

/** What both sides are worked out from. */
export interface SignFutures {
  readonly target: SignTarget
  readonly choice: SignChoice | null
  readonly replicate: Replicate
  /** Errors beyond which another strategy is ahead. */
  readonly certain: number
  /** A lead that matters to nobody. */
  readonly negligible: number
}

/**
 * Both sides of a threshold of a series.
 *
 * @param values the series at a quarter, by trial
 */
export function signSides(values: Float64Array, threshold: number, of: SignFutures): SignSides {
  return {
    below: sideOf((trial) => values[trial] <= threshold, of),
    above: sideOf((trial) => values[trial] > threshold, of),
  }
}

function sideOf(isThere: (trial: number) => boolean, of: SignFutures): SignSide {
  const { target, choice, replicate } = of
  const { mask, values } = target
  const chance = meanOver(
    values.length,
    (trial) => !mask || mask[trial] === 1,
    (trial) => (isThere(trial) ? 1 : 0),
    replicate,
  ) ?? { value: 0, error: null }
  const mean = meanOver(
    values.length,
    (trial) => (!mask || mask[trial] === 1) && isThere(trial),
    (trial) => values[trial],
    replicate,
  )
  return { chance, mean, ...(choice ? choiceThere(isThere, choice, of) : NONE) }
}

const NONE = { choice: null, ahead: null }

function choiceThere(
  isThere: (trial: number) => boolean,
  { top, others, mask }: SignChoice,
  { replicate, certain, negligible }: SignFutures,
): Pick<SignSide, 'choice' | 'ahead'> {
  const isIn = (trial: number) => (!mask || mask[trial] === 1) && isThere(trial)
  let best: { readonly id: string; readonly ahead: SignEstimate } | null = null
  for (const { id, ahead } of others) {
    const found = meanOver(ahead.length, isIn, (trial) => ahead[trial], replicate)
    const isAhead = found && found.error !== null && found.value > certain * found.error
    if (found && isAhead && found.value > (best?.ahead.value ?? negligible))
      best = { id, ahead: found }
  }
  return best ? { choice: best.id, ahead: best.ahead } : { choice: top, ahead: null }
}

/** The mean of a number over the trials that count; null where none does. */
function meanOver(
  trials: number,
  counts: (trial: number) => boolean,
  number: (trial: number) => number,
  replicate: Replicate,
): SignEstimate | null {
  const deviations = new Float64Array(trials)
  let [sum, count] = [0, 0]
  for (let i = 0; i < trials; i++) {
    if (!counts(i)) continue
    deviations[i] = number(i)
    sum += deviations[i]
    count++
  }
  if (count === 0) return null
  const value = sum / count
  for (let i = 0; i < trials; i++) if (counts(i)) deviations[i] -= value
  return { value, error: standardErrorOf(deviations, replicate, count) }
}
