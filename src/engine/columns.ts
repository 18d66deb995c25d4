import type { Model } from './model.ts'
import { BLOCK } from './plan.ts'

/** The columns of one case, block by block, as the blocks were run. */
export interface CaseColumns {
  readonly trials: number
  /** Per block, outcomes in catalogue order: `outcomes[b][o * n + i]` with n trials in the block. */
  readonly outcomes: readonly Float64Array[]
  /** Per block of the first `SERIES_TRIALS`: `series[b][(s * (quarters + 1) + t) * n + i]`. */
  readonly series: readonly Float32Array[]
}

/**
 * One outcome of every trial, by its place in the catalogue. A new array.
 *
 * @throws where columns of fewer trials are there than the case says it has
 */
export function outcomeColumn({ trials, outcomes }: CaseColumns, index: number): Float64Array {
  const column = new Float64Array(trials)
  let at = 0
  for (const block of outcomes) {
    const rows = Math.min(BLOCK, trials - at)
    const values = block.subarray(index * rows, (index + 1) * rows)
    if (values.length !== rows) break
    column.set(values, at)
    at += rows
  }
  if (at !== trials) throw new Error(`a case of ${trials} trials has kept columns of ${at} alone`)
  return column
}

/**
 * The place of an outcome in the catalogue.
 *
 * @throws where the model has none of that name
 */
export function outcomeIndex(model: Model, id: string): number {
  const index = model.outcomes.findIndex((one) => one.id === id)
  if (index < 0) throw new Error(`no outcome is called ${id}`)
  return index
}
