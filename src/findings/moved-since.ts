import type { NumberOutcome } from '../engine/model.ts'
import { isCase } from '../engine/plan.ts'
import { difference } from '../words/index.ts'
import type { CaseResults, RunResults } from '../workers/results.ts'
import type { Where } from './where.ts'
import { apart, type Estimate, isClear } from './estimates.ts'
import { meanOf } from './strategy-rows.ts'

/** A strategy in two runs. */
export interface Before {
  readonly now: CaseResults
  readonly before: CaseResults
  /** Whether its futures are the same ones, so that it is to be compared future by future. */
  readonly isPaired: boolean
}

/**
 * The strategies of a run that can be compared with an earlier one: none where the runs are not of
 * the same futures.
 */
export function comparable(before: RunResults, now: RunResults, where: Where): Before[] {
  if (before === now || !isSameFutures(before, now)) return []
  return now.cases.flatMap((one) => {
    const old = before.cases.find((other) => isCase(other, one))
    if (!old) return []
    const isPaired = where === 'all' && old.summary.trials >= one.summary.trials
    return [{ now: one, before: old, isPaired }]
  })
}

/**
 * What each strategy's mean has moved by, in words. What cannot be told from its error is left out.
 *
 * @param paired the mean now less the mean before, future by future, by strategy
 */
export function movedBy(
  strategies: readonly Before[],
  outcome: NumberOutcome,
  where: Where,
  paired: Readonly<Record<string, Estimate>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    strategies.flatMap(({ now, before, isPaired }) => {
      const mean = ({ summary }: CaseResults) => meanOf(summary, outcome.id, where)
      const by = isPaired ? paired[now.strategy] : apart(mean(now), mean(before))
      if (!by || !isClear(by)) return []
      return [[now.strategy, difference(by.value, outcome.unit, by.error)]]
    }),
  )
}

function isSameFutures({ plan: a }: RunResults, { plan: b }: RunResults): boolean {
  const what = ({ vantage, seed, sampling, quarters, worlds }: typeof a) =>
    [vantage, seed, sampling, quarters, ...worlds.map(({ id }) => id)].join('\n')
  return what(a) === what(b)
}
