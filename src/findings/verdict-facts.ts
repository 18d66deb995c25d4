import type { Driver } from '../analyses/drivers.ts'
import type { ChoiceFlips } from '../analyses/choice-flips.ts'
import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { assumptions, HEADLINE, headlineName, labelOf, properNames } from '../study/model.ts'
import { capital } from '../words/index.ts'
import type { Choice, Limits } from './best.ts'
import { flipsThatMatter, isKnownFlip } from './choice-flips-asked.ts'
import { flipPlace } from './flip-place.ts'
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
  /** What would flip the choice; null while unknown, and where nothing can. */
  readonly flips: ChoiceFlips | null
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
  { against, tails, tailsWhere, flips, drivers, where }: VerdictAnswers,
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
    hinge: choice.kind === 'unranked' ? null : hingeOf(flips, ranking, limits),
    // What was paid is spent whatever is chosen: what NPV against not investing hangs on is of the past.
    driver: struck === null ? driverOf(top, drivers, where) : null,
  })
}

/**
 * The flip that gains most in words, where its value is known beyond its error to half of what the
 * belief spans.
 */
export function hingeOf(
  flips: ChoiceFlips | null,
  ranking: readonly StrategyRow[],
  limits: Limits,
): Hinge | null {
  const [flip] = flips ? flipsThatMatter(flips, limits).matter : []
  const other = ranking.find(({ id }) => id === flip?.to)
  if (!flip || !other || !isKnownFlip(flip)) return null
  return { belief: labelOf(flip.id), where: flipPlace(flip), other: other.label }
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
