import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'

/** Futures that count, and the design they were drawn by. */
export interface Counted {
  /** The trial of each, in their order. */
  readonly at: Int32Array
  /** Of the whole run. */
  readonly trials: number
  readonly replicate: Replicate
}

/** A figure with what is known of its noise. */
export interface Estimate {
  readonly value: number
  /** One standard error by the design; null where it is not known. */
  readonly error: number | null
  /** What it is known to be apart from 0 by, in standard errors: the smaller of the design’s and of independent trials’. */
  readonly apart: number
}

/** Errors of independent trials below which a figure is not told from 0 in any case. */
export const WORTH = 3

/** Parts of the futures that are held apart in turn. */
const FOLDS = 8

/** @param mask 1 where a trial counts; all do without it */
export function countedOf(
  trials: number,
  replicate: Replicate,
  mask: Uint8Array | undefined,
): Counted {
  const all = Int32Array.from({ length: trials }, (_, trial) => trial)
  return { at: mask ? all.filter((trial) => mask[trial] === 1) : all, trials, replicate }
}

/** A column of those that count. */
export function picked({ at, trials }: Counted, values: Float64Array): Float64Array {
  if (at.length === trials) return values
  const found = new Float64Array(at.length)
  for (let i = 0; i < at.length; i++) found[i] = values[at[i]]
  return found
}

/**
 * The standard error of a figure by what each future adds to it.
 *
 * @param parts one per future that counts; their mean is the figure, or is 0 less the figure
 */
export function errorOf({ at, trials, replicate }: Counted, parts: Float64Array): number | null {
  let mean = 0
  for (let i = 0; i < parts.length; i++) mean += parts[i] / parts.length
  const all = new Float64Array(trials)
  for (let i = 0; i < at.length; i++) all[at[i]] = parts[i] - mean
  return standardErrorOf(all, replicate, at.length)
}

/**
 * A figure by what each future adds to it, as `errorOf` has it. One that independent trials do not
 * tell from 0 has their error: the design’s, which is not worked out, could not tell it either.
 *
 * @param more a further part of the error
 */
export function estimateOf(
  counted: Counted,
  value: number,
  parts: Float64Array,
  more = 0,
): Estimate {
  const independent = Math.sqrt(spreadOf(parts) + more * more)
  const isWorth = Math.abs(value) > WORTH * independent && counted.replicate !== 1
  const byDesign = isWorth ? errorOf(counted, parts) : null
  const error = byDesign === null ? independent : Math.sqrt(byDesign * byDesign + more * more)
  return { value, error, apart: apartBy(value, Math.max(independent, error)) }
}

/** How many errors a figure is from 0. */
export function apartBy(value: number, error: number): number {
  if (error > 0) return Math.abs(value) / error
  return value === 0 ? 0 : Infinity
}

/** The variance of the mean of independent numbers. */
function spreadOf(parts: Float64Array): number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    sum += part
    squares += part * part
  }
  const mean = sum / parts.length
  return Math.max(0, squares / parts.length - mean * mean) / parts.length
}

/** The part each future is in, and how many parts there are. */
export interface Folds {
  readonly of: Uint8Array
  readonly count: number
}

const foldsKnown = new WeakMap<Counted, Folds>()

/** Which part of the futures each is in: parts that are independent of each other, where the design has such. */
export function foldsOf(counted: Counted): Folds {
  const { at, trials, replicate } = counted
  const known = foldsKnown.get(counted)
  if (known) return known
  const fold = (trial: number) => {
    if (typeof replicate === 'object') return (trial % replicate.interleaved) % FOLDS
    return trials >= 2 * FOLDS * replicate ? Math.floor(trial / replicate) % FOLDS : trial % FOLDS
  }
  const of = Uint8Array.from(at, fold)
  const found = { of, count: Math.max(...of.slice(0, 4096), 1) + 1 }
  foldsKnown.set(counted, found)
  return found
}
