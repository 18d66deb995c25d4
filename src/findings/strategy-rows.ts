import type { NumberOutcome } from '../engine/model.ts'
import { own } from '../engine/own.ts'
import { caseOf } from '../engine/plan.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import { market, type RowFigure, rowFigures } from '../study/model.ts'
import { differenceWithError, points, value, valueWithError } from '../words/index.ts'
import type { CaseResults, RunResults } from '../workers/results.ts'
import type { Where } from './where.ts'
import type { Estimate } from './estimates.ts'
import { type Part, partsOf, type Split } from './split.ts'
import { type TalksPart, talksOf } from './talks.ts'

/** One strategy in figures. */
export interface StrategyRow {
  readonly id: string
  readonly label: string
  /** Whether it is what the others are compared with. */
  readonly isReference: boolean
  readonly summary: CaseSummary
  /** Share of futures in which the deal closes. */
  readonly closes: number
  readonly talks: readonly TalksPart[]
  readonly mean: Estimate
  readonly meanText: string
  readonly parts: readonly Part[]
  /** Its mean less that of the status quo, paired; null for the status quo, and until it is known. */
  readonly against: { readonly estimate: Estimate; readonly text: string } | null
  /** Its further figures over the futures that its row counts, in the order of `rowFigures`. */
  readonly figures: readonly RowFigureFound[]
}

/** A further figure of a strategy: its mean, alone and with its error. */
export interface RowFigureFound {
  readonly id: RowFigure['id']
  readonly label: string
  readonly estimate: Estimate
  readonly text: string
  readonly textWithError: string
}

/** What the means of some strategies are made of, by id. */
export type Splits = Readonly<Record<string, Split>>

/** Further figures of some strategies, by id, in the order of the model's `rowFigures`. */
export type RowFigures = Readonly<Record<string, readonly Estimate[]>>

/** Means of some strategies less that of the status quo, paired, by id. */
export type AgainstStatusQuo = Readonly<Record<string, Estimate>>

/**
 * Every strategy of a run in figures, in the order of the plan.
 *
 * @param means what means are taken over; where that is what agrees, summaries are over it already
 * @param splits what their means are made of over the same futures; a row whose split is not known
 * shows its mean alone
 * @param against how far they are from the status quo over the same futures
 * @param figures further ones, over the futures that rows count; none of a row while unknown
 */
export function strategyRows(
  { plan, cases }: Pick<RunResults, 'plan' | 'cases'>,
  outcome: NumberOutcome,
  means: Where,
  splits: Splits = {},
  against: AgainstStatusQuo = {},
  figures: RowFigures = {},
): StrategyRow[] {
  return cases.map((one) => {
    const planned = caseOf(plan, one)
    return {
      id: one.strategy,
      label: planned.label,
      isReference: one.strategy === market.reference || planned.levers.invest === false,
      ...meansOf(one, outcome, means, own(splits, one.strategy) ?? null),
      figures: (own(figures, one.strategy) ?? []).map((found, i) =>
        figureFound(rowFigures[i], found),
      ),
      against: againstOf(outcome, own(against, one.strategy) ?? null),
    }
  })
}

function meansOf(
  { summary }: CaseResults,
  outcome: NumberOutcome,
  means: Where,
  split: Split | null,
) {
  const mean = meanOf(summary, outcome.id, means)
  return {
    summary,
    closes: summary.condition.fraction,
    talks: talksOf(summary),
    mean,
    meanText: valueWithError(mean.value, mean.error, outcome.unit),
    parts: partsOf(outcome, mean, split),
  }
}

function againstOf({ unit }: NumberOutcome, estimate: Estimate | null): StrategyRow['against'] {
  if (!estimate) return null
  return { estimate, text: differenceWithError(estimate.value, estimate.error, unit) }
}

function figureFound({ id, label, outcome }: RowFigure, estimate: Estimate): RowFigureFound {
  const found = market.outcomes.find((one) => one.id === outcome)
  const unit = found?.kind === 'number' ? found.unit : ''
  const { value: mean, error } = estimate
  // A gain of a share is told in points.
  const [text, textWithError] =
    unit === 'fraction'
      ? [points(mean, error), points(mean, error)]
      : [value(mean, unit, error), valueWithError(mean, error, unit)]
  return { id, label, estimate, text, textWithError }
}

/**
 * The mean of an outcome: of those that close, or else of all futures the summary is over. Where
 * nothing closes there is nothing else to say.
 */
export function meanOf(summary: CaseSummary, outcome: string, where: Where): Estimate {
  const { condition, outcomes } = summary
  const isOverAll = where !== 'condition' || condition.count === 0
  const { mean, standardError } =
    (isOverAll ? null : condition.outcomes[outcome]) ?? outcomes[outcome]
  return { value: mean, error: standardError }
}

/** Whether a strategy has a figure of an outcome at all: none closes late that never closes. */
export function hasFigure(
  { onlyIf }: Pick<NumberOutcome, 'onlyIf'>,
  { closes }: Pick<StrategyRow, 'closes'>,
): boolean {
  return onlyIf !== 'met' || closes > 0
}

/** Lines from the best on average to the worst. */
export function ranked(
  rows: readonly StrategyRow[],
  better: NumberOutcome['better'],
): StrategyRow[] {
  const sign = better === 'lower' ? 1 : -1
  return [...rows].sort((a, b) => sign * (a.mean.value - b.mean.value))
}
