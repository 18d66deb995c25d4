import type { Catalogue } from './model.ts'
import { BLOCK } from './plan.ts'

/** The columns of one case, block by block, as the blocks were run. */
export interface CaseColumns {
  readonly trials: number
  /** Per block, outcomes in catalogue order: `outcomes[b][o * n + i]` with n trials in the block. */
  readonly outcomes: readonly Float64Array[]
  /** Places in the catalogue of the outcomes that were kept, in this order; absent: all were. */
  readonly kept?: readonly number[]
}

/**
 * One outcome of every trial, by its place in the catalogue. A new array.
 *
 * @throws where the columns hold fewer trials than they say, or not this outcome
 */
export function outcomeColumn(
  { trials, outcomes, kept }: CaseColumns,
  outcome: number,
): Float64Array {
  const index = kept ? kept.indexOf(outcome) : outcome
  if (index < 0) throw new Error(`outcome ${outcome} of the catalogue was not kept of this case`)
  const column = new Float64Array(trials)
  let at = 0
  for (const block of outcomes) {
    const rows = Math.min(BLOCK, trials - at)
    if (block.length < (index + 1) * rows) break
    column.set(block.subarray(index * rows, (index + 1) * rows), at)
    at += rows
  }
  if (at < trials) throw new Error(`of ${trials} futures only ${at} are here`)
  return column
}

/**
 * The place of an outcome in the catalogue.
 *
 * @throws if the model has no outcome of this id
 */
export function outcomePlace({ outcomes }: Catalogue, id: string): number {
  const place = outcomes.findIndex((one) => one.id === id)
  if (place < 0) throw new Error(`the model has no outcome ${id}`)
  return place
}
