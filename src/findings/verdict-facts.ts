import type { Driver } from '../analyses/drivers.ts'
import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { HEADLINE, headlineName, labelOf, properNames } from '../study/model.ts'
import { beliefsAmong } from './drivers.ts'
import type { Estimate } from './estimates.ts'
import type { Split } from './split.ts'
import { type StrategyRow, meanOf } from './strategy-rows.ts'
import { verdictOf } from './verdict.ts'
import type { Where } from './where.ts'

/** What the workers answered of the best strategy, over the futures that the verdict is on. */
export interface VerdictAnswers {
  /** The best less the next, paired; null where there is no next. */
  readonly lead: Estimate | null
  /** The best less the status quo; null where that is the best or the next. */
  readonly overStatusQuo: Estimate | null
  /** The best less the deal that has been struck; null where it is that, or there is none. */
  readonly against: PairedDifference | null
  /** What its value is made of; null for outcomes that have no parts. */
  readonly split: Split | null
  /** What its outcome goes with, strongest first; null while unknown. */
  readonly drivers: readonly Driver[] | null
  /** Futures that those are over. */
  readonly where: Where
}

/**
 * The verdict on a run.
 *
 * @param ranking those that can be chosen, the best on average first, over the futures that the
 * answers are of
 * @param isSunk whether a deal has been struck
 * @param statusQuo id of the strategy that goes on with what has been decided; null where none does
 */
export function verdictFor(
  outcome: NumberOutcome,
  ranking: readonly StrategyRow[],
  { isSunk, statusQuo }: { readonly isSunk: boolean; readonly statusQuo: string | null },
  { lead, overStatusQuo, against, split, drivers, where }: VerdictAnswers,
): string {
  const [best, next] = ranking
  const quo = ranking.find(({ id }) => id === statusQuo)
  if (!best) return ''
  if (!next || !lead) return `${best.label} stands alone: add a strategy to compare it with.`
  return verdictOf({
    measure: measureOf(outcome),
    unit: outcome.unit,
    better: outcome.better,
    best: best.label,
    next: next.label,
    bestIsReference: best.isReference,
    nextIsReference: next.isReference,
    lead,
    over:
      quo && overStatusQuo
        ? { label: quo.label, isReference: quo.isReference, lead: overStatusQuo }
        : null,
    isSunk,
    behind: against && {
      worse: outcome.better === 'lower' ? against.wins : against.losses,
      same: against.ties,
    },
    // What was paid is spent whatever is chosen: NPV against not investing is of the past.
    worth: !isSunk && outcome.id === HEADLINE && split ? { ...worthOf(best), ...split } : null,
    driver: isSunk ? null : driverOf(best, drivers, where),
  })
}

/** What a strategy is worth over the futures of its summary, and how often it loses where it closes. */
function worthOf({ summary, closes }: StrategyRow) {
  const { condition } = summary
  return {
    total: meanOf(summary, HEADLINE, 'all'),
    loses: closes > 0 ? (condition.outcomes[HEADLINE]?.below0 ?? 0) : 0,
    closed: condition.count,
  }
}

/** The outcome in the middle of a sentence: NPV, AWS share, peak cash at risk. */
export function measureOf({ id, label }: NumberOutcome): string {
  if (id === HEADLINE) return headlineName
  return properNames.some((name) => label.startsWith(name))
    ? label
    : label[0].toLowerCase() + label.slice(1)
}

function driverOf(
  { summary, closes }: StrategyRow,
  drivers: readonly Driver[] | null,
  where: Where,
) {
  const [belief] = beliefsAmong(drivers ?? [])
  if (!belief) return null
  return {
    label: labelOf(belief.id),
    correlation: belief.correlation,
    trials: where === 'condition' && closes > 0 ? summary.condition.count : summary.trials,
  }
}
