import { convergence, type ConvergencePoint } from '../engine/analysis/convergence.ts'
import { drivers, type Driver } from '../engine/analysis/drivers.ts'
import { pairedDifference, type PairedDifference } from '../engine/analysis/paired.ts'
import { leads, type Lead } from '../engine/analysis/leads.ts'
import { type Fifth, fifthsOf, together, type Together } from '../engine/analysis/together.ts'
import { certify, type CertificateRow, type References } from '../engine/certificate/index.ts'
import type { CaseColumns } from '../engine/columns.ts'
import type { Model } from '../engine/model.ts'
import { BLOCK, type RunPlan } from '../engine/plan.ts'
import { blockCount } from '../engine/blocks.ts'
import { drawBlock, DrawCache, inputColumns } from '../engine/sampling/draw.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
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
  /** Standard errors of figures of the difference. */
  readonly errors: Readonly<
    Record<'wins' | 'losses' | 'ties' | 'p10' | 'p50' | 'p90', number | null>
  >
}

export interface LeadsQuestion {
  readonly first: Float64Array
  readonly others: readonly Float64Array[]
  readonly replicate: Replicate
}

export interface ConvergenceQuestion {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly replicate: Replicate
}

export interface TogetherQuestion {
  readonly plan: RunPlan
  readonly scenario: number
  readonly pairs: readonly (readonly [first: string, second: string])[]
  /** Trials kept for a scatter. */
  readonly shown: number
}

export interface FifthsQuestion {
  readonly plan: RunPlan
  readonly scenario: number
  readonly pair: readonly [first: string, second: string]
}

export interface DriversQuestion extends ColumnQuestion {
  readonly plan: RunPlan
  readonly scenario: number
}

export interface CertificateQuestion {
  /** Sent along, so that a worker's own file need not hold them. */
  readonly references: References
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
    const counted = mask ?? undefined
    const difference = pairedDifference(a, b, replicate, counted)
    const values = a.map((value, trial) => value - b[trial])
    const drawn = shape(values, counted)
    yield
    const share = (holds: (value: number) => boolean) =>
      standardErrorOfShare((trial) => holds(values[trial]), values.length, replicate, counted)
    const quantile = (p: number) =>
      standardErrorOfQuantile(values, drawn.sorted, p, replicate, counted)
    const errors = {
      wins: share((value) => value > 0),
      losses: share((value) => value < 0),
      ties: share((value) => value === 0),
      p10: quantile(0.1),
      p50: quantile(0.5),
      p90: quantile(0.9),
    }
    return { difference, shape: drawn, errors }
  },

  *leads(_model: Model, { first, others, replicate }: LeadsQuestion): Generator<void, Lead[]> {
    return yield* leads(first, others, replicate)
  },

  *convergence(
    _model: Model,
    { a, b, replicate }: ConvergenceQuestion,
  ): Generator<void, ConvergencePoint[]> {
    return yield* convergence(a, b, replicate)
  },

  *together(
    model: Model,
    { plan, scenario, pairs, shown }: TogetherQuestion,
  ): Generator<void, Together[]> {
    const ids = [...new Set(pairs.flat())]
    return yield* together(yield* inputColumns(model, plan, scenario, ids), pairs, shown)
  },

  *fifths(model: Model, { plan, scenario, pair }: FifthsQuestion): Generator<void, Fifth[]> {
    const columns = yield* inputColumns(model, plan, scenario, pair)
    const [a, b] = pair.map((id) => columns.get(id) ?? new Float64Array())
    return fifthsOf(a, b)
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

  *certificate(
    _model: Model,
    { references }: CertificateQuestion,
  ): Generator<void, CertificateRow[]> {
    return yield* certify(references)
  },
}

export type QuestionId = keyof typeof questions
type Asked<Id extends QuestionId> = Parameters<(typeof questions)[Id]>
export type Question<Id extends QuestionId> = Asked<Id>[1]
export type Answer<Id extends QuestionId> =
  ReturnType<(typeof questions)[Id]> extends Generator<void, infer A> ? A : never
