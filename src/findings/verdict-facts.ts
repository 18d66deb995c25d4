import type { Driver } from '../analyses/drivers.ts'
import type { Flip } from '../analyses/flips.ts'
import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { assumptions, HEADLINE, headlineName, labelOf, properNames } from '../study/model.ts'
import { capital, value } from '../words/index.ts'
import type { Choice, Limits } from './best.ts'
import { beliefsAmong } from './drivers.ts'
import type { StrategyRow } from './strategy-rows.ts'
import { type Hinge, type Tail, type Verdict, verdictOf } from './verdict.ts'
import { type Where, whereWords } from './where.ts'

/** What the workers answered of the best strategy, over the futures that the verdict is on. */
export interface VerdictAnswers {
  /** The best less the deal that has been struck; null where it is that, or there is none. */
  readonly against: PairedDifference | null
  readonly tails: Readonly<Record<string, Tail>>
  /** Futures that the tails are of. */
  readonly tailsWhere: Where
  /** What would flip the choice; null while unknown, and where nothing is known to. */
  readonly flip: Flip | null
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
 * @param choice how the first stands against the others
 * @param struck id of the deal that has been struck; null where none has
 */
export function verdictFor(
  outcome: NumberOutcome,
  ranking: readonly StrategyRow[],
  choice: Choice,
  { struck, limits }: { readonly struck: string | null; readonly limits: Limits },
  { against, tails, tailsWhere, flip, drivers, where }: VerdictAnswers,
): Verdict {
  const [top] = ranking
  const summary = top.summary.outcomes[outcome.id]
  return verdictOf({
    measure: measureOf(outcome) + (outcome.onlyIf === 'met' ? ' where the deal closes' : ''),
    isHeadline: outcome.id === HEADLINE,
    unit: outcome.unit,
    better: outcome.better,
    choice,
    means: Object.fromEntries(ranking.map(({ id, mean }) => [id, mean])),
    // Of all futures: an outcome that some alone have has none.
    range: outcome.onlyIf === 'met' ? [0, 0] : [summary.p10, summary.p90],
    references: ranking.filter(({ isReference }) => isReference).map(({ id }) => id),
    struck,
    behind: against && {
      worse: outcome.better === 'lower' ? against.wins : against.losses,
      same: against.ties,
    },
    tails,
    within: capital(whereWords(tailsWhere).over),
    hinge: choice.kind === 'unranked' ? null : hingeOf(flip, ranking, limits),
    // What was paid is spent whatever is chosen: what NPV against not investing hangs on is of the past.
    driver: struck === null ? driverOf(top, drivers, where) : null,
  })
}

/**
 * The flip in words, where its value is known beyond its error and what is gained there counts: the
 * value to a quarter of what the belief spans.
 */
export function hingeOf(
  flip: Flip | null,
  ranking: readonly StrategyRow[],
  { negligible }: Limits,
): Hinge | null {
  const other = ranking.find(({ id }) => id === flip?.other)
  const belief = assumptions.find(({ id }) => id === flip?.id)
  if (!flip || !other || !belief || flip.ahead.value < (negligible ?? 0)) return null
  const { side, isEvent, at, error, span } = flip
  if (!isEvent && !(2 * error < (span[1] - span[0]) / 4)) return null
  const event = side === 'above' ? 'if it happens' : 'if it does not happen'
  const where = isEvent ? event : `${side} ${value(at, belief.unit, error)}`
  return { belief: belief.label, where, other: other.label }
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
    isEvent: assumptions.find(({ id }) => id === belief.id)?.role === 'event',
    correlation: belief.correlation,
    trials: where === 'condition' && closes > 0 ? summary.condition.count : summary.trials,
  }
}
