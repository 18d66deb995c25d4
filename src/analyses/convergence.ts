import type { Replicate } from '../engine/sampling/design.ts'
import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { differenceOf, meanWithError } from '../engine/statistics/mean.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface ConvergenceRequest {
  readonly a: RunCase
  readonly b: RunCase
  readonly outcome: string
  /** Where it names no case, futures count that do in one of the two. */
  readonly selection: Selection
}

/** A mean over the first trials of a run, and how sure it was by then. */
export interface ConvergencePoint {
  /** Trials from the first on, also those that do not count. */
  readonly trials: number
  readonly mean: number
  /** Null for a single trial. */
  readonly standardError: number | null
}

export interface Convergence {
  readonly points: readonly ConvergencePoint[]
  readonly futures: Futures
}

/** How the mean difference of two cases settled as trials were added (a less b). */
export const convergence: Analysis<ConvergenceRequest, Convergence> = {
  id: 'convergence',
  needs: ({ a, b, outcome, selection }, model) => needsOfCases([a, b], outcome, selection, model),
  *steps({ a, b, outcome, selection }, given) {
    const { mask, futures } = given.selected(selection, [a, b])
    const columns = [given.outcome(a, outcome), given.outcome(b, outcome)] as const
    const points = yield* convergenceOf(columns, given.replicate, mask)
    return { points, futures }
  },
}

/** A multiple of every design's replicates, so that what comes before is a run of its own. */
const WHOLE = 64

/**
 * How the mean difference of two columns settled as trials were added. Yields after each point.
 *
 * @param columns the first less the second, by trial
 * @param replicate which trials are one independent repetition of the design
 * @param mask 1 where a trial counts; all do without it, and there is no point before one does
 * @param points about so many, evenly spaced; the last one is the whole run
 * @throws where the columns differ in length or are empty
 */
export function* convergenceOf(
  [a, b]: readonly [Float64Array, Float64Array],
  replicate: Replicate,
  mask?: Uint8Array,
  points = 40,
): Generator<number, ConvergencePoint[]> {
  const trials = a.length
  if (trials === 0) throw new Error('two cases can be paired on the same trials only, got none')
  const difference = differenceOf(a, b)
  const step = WHOLE * Math.max(1, Math.ceil(trials / WHOLE / points))
  const found: ConvergencePoint[] = []
  for (let at = step; at < trials + step; at += step) {
    const end = Math.min(at, trials)
    const point = meanWithError(difference.subarray(0, end), replicate, mask?.subarray(0, end))
    if (point) {
      found.push({ trials: end, mean: point.mean, standardError: point.standardError })
    }
    yield end / trials
  }
  return found
}
