import type { NumberOutcome } from '../engine/model.ts'
import { caseOf } from '../engine/plan.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import { market } from '../study/model.ts'
import { valueWithError } from '../words/index.ts'
import type { CaseResults, RunResults } from '../workers/results.ts'
import type { Where } from './where.ts'
import type { Estimate } from './estimates.ts'
import { type Part, partsOf, type Split } from './split.ts'
import { type TalksPart, talksOf } from './talks.ts'

/** One strategy in figures. */
export interface Line {
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
  /** Peak cash at risk and AWS share gained. */
  readonly cash: Estimate
  readonly share: Estimate
}

/** What the means of some strategies are made of, by id. */
export type Splits = Readonly<Record<string, Split>>

/**
 * Every strategy of a run in figures, in the order of the plan.
 *
 * @param splits what their means are made of over the same futures; a line whose split is not known
 * shows its mean alone
 */
export function linesOf(
  { plan, cases }: Pick<RunResults, 'plan' | 'cases'>,
  outcome: NumberOutcome,
  means: Where,
  splits: Splits = {},
): Line[] {
  return cases.map((one) => {
    const planned = caseOf(plan, one)
    return {
      id: one.strategy,
      label: planned.label,
      isReference: one.strategy === market.reference || planned.levers.invest === false,
      ...figuresOf(one, outcome, means, splits[one.strategy] ?? null),
    }
  })
}

function figuresOf(
  { summary }: CaseResults,
  outcome: NumberOutcome,
  means: Where,
  split: Split | null,
) {
  const single = (id: string) => meanOf(summary, id, means)
  const mean = single(outcome.id)
  return {
    summary,
    closes: summary.condition.fraction,
    talks: talksOf(summary),
    mean,
    meanText: valueWithError(mean.value, mean.error, outcome.unit),
    parts: partsOf(outcome, mean, split),
    cash: single('peakCashAtRisk'),
    share: single('shareGain'),
  }
}

/** The mean of an outcome; over all futures where nothing closes: there is nothing else to say. */
export function meanOf(summary: CaseSummary, outcome: string, where: Where): Estimate {
  const { condition, outcomes } = summary
  const isOverAll = where === 'all' || condition.count === 0
  const { mean, standardError } = (isOverAll ? outcomes : condition.outcomes)[outcome]
  return { value: mean, error: standardError }
}

/** Lines from the best on average to the worst. */
export function ranked(lines: readonly Line[], better: NumberOutcome['better']): Line[] {
  const sign = better === 'lower' ? 1 : -1
  return [...lines].sort((a, b) => sign * (a.mean.value - b.mean.value))
}
