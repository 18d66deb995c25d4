import type { Catalogue } from './model.ts'
import type { Replicate } from './sampling/design.ts'
import { joinedMoments, type Moments, momentsOf } from './statistics/joined-moments.ts'
import { varianceOf } from './statistics/moments.ts'
import { repetitionsOf } from './statistics/standard-error.ts'

/** What a fold keeps of one block of one case: a few numbers per outcome. */
export type FoldPart = Float64Array

/** A mean over all trials and its Monte Carlo error; null for a single trial. */
export interface FoldedMean {
  readonly trials: number
  readonly mean: number
  readonly standardError: number | null
}

/** What is made of a case whose columns nobody needs. */
export interface Fold<A> {
  /** @param outcomes of one block: `outcomes[o * trials + i]` */
  block(model: Catalogue, outcomes: Float64Array, trials: number, replicate: Replicate): FoldPart
  /** @param parts in the order of blocks */
  finish(model: Catalogue, parts: readonly FoldPart[], replicate: Replicate): A
}

/** Where in a part they are: moments of trials, of whole groups, spread within groups, sums by turns. */
const GROUPS = 3
const WITHIN = 6
const TURNS = 7

const means: Fold<Readonly<Record<string, FoldedMean>>> = {
  block(model, outcomes, trials, replicate) {
    const width = widthOf(replicate)
    const part = new Float64Array(model.outcomes.length * width)
    for (let o = 0; o < model.outcomes.length; o++) {
      const values = outcomes.subarray(o * trials, (o + 1) * trials)
      fill(part.subarray(o * width, (o + 1) * width), values, replicate)
    }
    return part
  },

  finish(model, parts, replicate) {
    const width = widthOf(replicate)
    return Object.fromEntries(
      model.outcomes.flatMap(({ id, kind }, o) => {
        if (kind !== 'number') return []
        const own = parts.map((part) => part.subarray(o * width, (o + 1) * width))
        return [[id, finished(own, replicate)]]
      }),
    )
  },
}

/** Every fold, by id. One more is one more entry. */
export const folds = { means } satisfies Readonly<Record<string, Fold<unknown>>>

export type FoldId = keyof typeof folds
export type FoldAnswer<Id extends FoldId> = ReturnType<(typeof folds)[Id]['finish']>

function widthOf(replicate: Replicate): number {
  return typeof replicate === 'object' ? TURNS + replicate.interleaved : TURNS
}

function fill(part: Float64Array, values: Float64Array, replicate: Replicate): void {
  part.set(momentsOf(values))
  if (typeof replicate === 'object') {
    const { interleaved } = replicate
    for (let i = 0; i < values.length; i++) part[TURNS + (i % interleaved)] += values[i]
    return
  }
  // A block is a whole number of groups; the last block of a run may end within one.
  const whole = Math.floor(values.length / replicate)
  const groups = Array.from({ length: whole }, (_, g) =>
    momentsOf(values.subarray(g * replicate, (g + 1) * replicate)),
  )
  part.set(momentsOf(Float64Array.from(groups, ([, mean]) => mean * replicate)), GROUPS)
  part[WITHIN] = groups.reduce((sum, [, , squares]) => sum + squares, 0)
}

/** As `standardErrorOf`, from what was kept of each block. */
function finished(parts: readonly Float64Array[], replicate: Replicate): FoldedMean {
  const trial = joinedMoments(parts.map((part) => momentsAt(part, 0)))
  const { count: trials, mean } = trial
  if (trials < 2) return { trials, mean, standardError: null }
  const variance = varianceOfSum(parts, trial, replicate)
  return { trials, mean, standardError: Math.sqrt(variance) / trials }
}

/** Variance of the sum over all trials, from replicates, or from trials where those are too few. */
function varianceOfSum(
  parts: readonly Float64Array[],
  trial: Moments,
  replicate: Replicate,
): number {
  const { count: trials, mean } = trial
  const count = repetitionsOf(trials, replicate)
  if (count === trials) return varianceIn(trial) * trials
  if (typeof replicate === 'object') {
    // A turn that one trial more fell to is not farther from the mean for that.
    const sums = Float64Array.from({ length: count }, (_, turn) => {
      const sum = parts.reduce((all, part) => all + part[TURNS + turn], 0)
      return sum - mean * Math.ceil((trials - turn) / count)
    })
    const middle = sums.reduce((all, sum) => all + sum / count, 0)
    return varianceOf(sums, middle) * count
  }
  const groups = joinedMoments(parts.map((part) => momentsAt(part, GROUPS)))
  const whole = varianceIn(groups)
  const rest = trials - count * replicate
  if (rest === 0) return whole * count
  const within = parts.reduce((sum, part) => sum + part[WITHIN], 0) / (count * (replicate - 1))
  const cut = rest / replicate
  return whole * count + cut * cut * whole + rest * (1 - cut) * within
}

function momentsAt(part: Float64Array, at: number): Moments {
  return { count: part[at], mean: part[at + 1], squares: part[at + 2] }
}

function varianceIn({ count, squares }: Moments): number {
  return squares / (count - 1)
}
