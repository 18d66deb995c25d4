import { outcomeColumn } from '../../engine/columns.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { replicateOf } from '../../engine/sampling/index.ts'
import { conditionMask } from '../../engine/statistics/condition.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../../engine/statistics/standard-error.ts'
import { market } from '../../study/model.ts'
import type { Picture } from './pictures.ts'
import type { Side } from '../../findings/target.ts'

/** Monte Carlo errors of what is read off one distribution; null where too few futures count. */
export interface FigureErrors {
  quantile(p: number): number | null
  /** Of the chance to reach a target. */
  chance(target: number, side: Side): number | null
}

/** The errors of one row of a picture, by its place. Walks through every trial when asked. */
export function figureErrors(
  { results, outcome, where, shapes }: Picture,
  index: number,
): FigureErrors {
  const { columns, summary } = results.cases[index]
  const values = outcomeColumn(columns, placeOf(outcome))
  const isAll = where === 'all' || summary.condition.count === 0
  const mask = isAll ? undefined : conditionMask(market, columns)
  const replicate = replicateOf(results.plan.sampling)
  const { sorted } = shapes[index]
  return {
    quantile: (p) =>
      sorted.length === 0 ? null : standardErrorOfQuantile(values, sorted, p, replicate, mask),
    chance: (target, side) =>
      standardErrorOfShare(
        (trial) => (side === 'atLeast' ? values[trial] >= target : values[trial] <= target),
        values.length,
        replicate,
        mask,
      ),
  }
}

/**
 * An error good enough to round a share of so many futures by, whatever the design: that of
 * independent ones. Null where the share has words of its own, as "under 0.1%" has.
 */
export function roundingError(share: number, count: number): number | null {
  const error = Math.sqrt((share * (1 - share)) / Math.max(1, count))
  return share < 0.0005 || error === 0 ? null : error
}

function placeOf({ id }: NumberOutcome): number {
  return market.outcomes.findIndex((one) => one.id === id)
}
