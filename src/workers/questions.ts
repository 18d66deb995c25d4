import { drivers, type Driver } from '../engine/analysis/drivers.ts'
import { pairedDifference, type PairedDifference } from '../engine/analysis/paired.ts'
import type { CaseColumns } from '../engine/columns.ts'
import type { Model } from '../engine/model.ts'
import { BLOCK, type RunPlan } from '../engine/plan.ts'
import { blockCount } from '../engine/run.ts'
import { drawBlock, DrawCache } from '../engine/sampling/draw.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { shape, type Shape } from '../engine/statistics/shape.ts'

export interface SummaryQuestion {
  readonly columns: CaseColumns
  readonly quarters: number
  readonly replicate: Replicate
}

/** Values of one outcome by trial, and which trials count (all where there is no mask). */
export interface ColumnQuestion {
  readonly values: Float64Array
  readonly mask: Uint8Array | null
}

export interface PairQuestion {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly mask: Uint8Array | null
  readonly replicate: Replicate
}
export interface Pair {
  readonly difference: PairedDifference
  readonly shape: Shape
}

export interface DriversQuestion extends ColumnQuestion {
  readonly plan: RunPlan
  readonly scenario: number
}

/**
 * What can be asked of columns, answered in a worker in steps. One more question is one more entry.
 */
export const questions = {
  *shape(_model: Model, { values, mask }: ColumnQuestion) {
    yield
    return shape(values, mask ?? undefined) satisfies Shape
  },

  *pair(_model: Model, { a, b, mask, replicate }: PairQuestion): Generator<void, Pair> {
    yield
    const difference = pairedDifference(a, b, replicate, mask ?? undefined)
    const values = a.map((value, trial) => value - b[trial])
    return { difference, shape: shape(values, mask ?? undefined) }
  },

  *drivers(model: Model, question: DriversQuestion): Generator<void, Driver[]> {
    const { plan, scenario, values, mask } = question
    const count = model.assumptions.length
    const columns = model.assumptions.map(({ id }) => ({
      id,
      values: new Float64Array(values.length),
    }))
    const cache = new DrawCache()
    for (let block = 0; block < blockCount(values.length); block++) {
      const { inputs } = drawBlock(plan, model, scenario, block, cache)
      const rows = Math.min(BLOCK, values.length - block * BLOCK)
      for (let row = 0; row < rows; row++) {
        for (let a = 0; a < count; a++) {
          columns[a].values[block * BLOCK + row] = inputs[row * count + a]
        }
      }
      yield
    }
    return yield* drivers(columns, values, mask ?? undefined)
  },
}

export type QuestionId = keyof typeof questions
type Asked<Id extends QuestionId> = Parameters<(typeof questions)[Id]>
export type Question<Id extends QuestionId> = Asked<Id>[1]
export type Answer<Id extends QuestionId> =
  ReturnType<(typeof questions)[Id]> extends Generator<void, infer A> ? A : never
