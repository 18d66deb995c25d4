import { type IndexSamples, spreadOf } from './jansen.ts'

/** A part of the variance, with its bootstrap standard error. */
export interface VariancePart {
  readonly value: number
  readonly error: number
}

/** The variance of an outcome in parts that add up to all of it; by chance one may be below 0. */
export interface VarianceSplit {
  /** What beliefs account for without luck: one by one, and only together with each other. */
  readonly oneByOne: VariancePart
  readonly together: VariancePart
  /** The sum of these two. */
  readonly beliefs: VariancePart
  /** What luck accounts for without beliefs. */
  readonly luck: VariancePart
  /** What comes only of beliefs and luck together. */
  readonly both: VariancePart
}

/**
 * Shares the variance out among beliefs and luck. What luck has no hand in is its total index short of 1;
 * what beliefs make of it one by one is the sum of their first-order indices, over the same points as
 * everything else, so that each part’s error is its own and not a sum of errors.
 *
 * @param beliefs each factor that is no luck
 * @param luck all luck as one factor
 */
export function varianceSplit(beliefs: readonly IndexSamples[], luck: IndexSamples): VarianceSplit {
  const oneByOne = luck.total.map((_, at) => beliefs.reduce((sum, one) => sum + one.first[at], 0))
  const all = luck.total.map((one) => 1 - one)
  return {
    oneByOne: partOf(oneByOne),
    together: partOf(all.map((one, at) => one - oneByOne[at])),
    beliefs: partOf(all),
    luck: partOf(luck.first),
    both: partOf(luck.total.map((one, at) => one - luck.first[at])),
  }
}

function partOf(all: Float64Array): VariancePart {
  return { value: all[0], error: spreadOf(all) }
}
