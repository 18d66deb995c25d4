import { BLOCK } from './plan.ts'

/** The columns of one case, block by block, as the blocks were run. */
export interface CaseColumns {
  readonly trials: number
  /** Per block, outcomes in catalogue order: `outcomes[b][o * n + i]` with n trials in the block. */
  readonly outcomes: readonly Float64Array[]
}

/**
 * One outcome of every trial, by its place in the catalogue. A new array.
 *
 * @throws where the columns hold fewer trials than they say
 */
export function outcomeColumn({ trials, outcomes }: CaseColumns, index: number): Float64Array {
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
