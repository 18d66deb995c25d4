import { outcomeColumn } from '../../engine/columns.ts'
import { replicateOf } from '../../engine/sampling/index.ts'
import { conditionMask } from '../../engine/statistics/index.ts'
import {
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../../engine/statistics/standard-error.ts'
import type { RowErrors } from '../../findings/strategies.ts'
import type { Side } from '../../findings/target.ts'
import { market } from '../../study/model.ts'
import type { Picture } from './pictures.ts'

/** The errors of every row of a picture. Walks through every trial when asked. */
export function figureErrors(picture: Picture, target: number, side: Side): RowErrors[] {
  return picture.shapes.map((_, index) => errorsOf(picture, index, target, side))
}

function errorsOf(
  { results, outcome, where, shapes }: Picture,
  index: number,
  target: number,
  side: Side,
): RowErrors {
  const { columns, summary } = results.cases[index]
  const place = market.outcomes.findIndex(({ id }) => id === outcome.id)
  const values = outcomeColumn(columns, place)
  const isAll = where === 'all' || summary.condition.count === 0
  const mask = isAll ? undefined : conditionMask(market, columns)
  const replicate = replicateOf(results.plan.sampling)
  const { sorted } = shapes[index]
  const at = (p: number) =>
    sorted.length === 0 ? null : standardErrorOfQuantile(values, sorted, p, replicate, mask)
  const reaches = (trial: number) =>
    side === 'atLeast' ? values[trial] >= target : values[trial] <= target
  return {
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    chance: standardErrorOfShare(reaches, values.length, replicate, mask),
  }
}
