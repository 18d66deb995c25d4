import type { NumberOutcome } from '../engine/model.ts'
import type { CaseResults, RunResults } from '../workers/results.ts'
import type { Where } from '../workers/runner.ts'
import { difference } from '../words/index.ts'
import { type Estimate, isClear, pairedEstimate } from './estimates.ts'

/**
 * What each strategy's mean has moved by from one run to a later one, in words: paired, future by
 * future, where both have the same ones. What cannot be told from its error is left out.
 *
 * @returns by strategy; empty where the runs are not of the same futures
 */
export function movedBy(
  before: RunResults,
  now: RunResults,
  outcome: NumberOutcome,
  where: Where,
): Readonly<Record<string, string>> {
  if (before === now || !isSameFutures(before, now)) return {}
  return Object.fromEntries(
    now.cases.flatMap((one) => {
      const old = before.cases.find(({ strategy }) => strategy === one.strategy)
      if (!old) return []
      const by =
        where === 'all' && old.columns.trials >= one.columns.trials
          ? pairedEstimate(now.plan, one, old, outcome.id)
          : plainDifference(meanOf(one, outcome.id, where), meanOf(old, outcome.id, where))
      return isClear(by) ? [[one.strategy, difference(by.value, outcome.unit, by.error)]] : []
    }),
  )
}

function isSameFutures({ plan: a }: RunResults, { plan: b }: RunResults): boolean {
  const what = ({ vantage, seed, sampling, quarters, scenarios }: typeof a) =>
    [vantage, seed, sampling, quarters, ...scenarios.map(({ id }) => id)].join('\n')
  return what(a) === what(b)
}

function meanOf({ summary }: CaseResults, id: string, where: Where): Estimate {
  const isOverAll = where === 'all' || summary.condition.count === 0
  const { mean, standardError } = (isOverAll ? summary.outcomes : summary.condition.outcomes)[id]
  return { value: mean, error: standardError }
}

function plainDifference(a: Estimate, b: Estimate): Estimate {
  const error = a.error === null || b.error === null ? null : Math.sqrt(a.error ** 2 + b.error ** 2)
  return { value: a.value - b.value, error }
}
