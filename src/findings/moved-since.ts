import { worldKey } from '../engine/cases.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { own } from '../engine/own.ts'
import { isCase, type RunPlan, worldAt } from '../engine/plan.ts'
import { difference } from '../words/index.ts'
import type { CaseResults, RunResults } from '../workers/results.ts'
import { isSameDraws } from './same-draws.ts'
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
 * the same futures. Which futures agree with what came follows from the draws, so that these are the
 * same ones as long as no belief was changed.
 */
export function comparable(before: RunResults, now: RunResults, where: Where): Before[] {
  if (before === now || !isSameFutures(before, now)) return []
  return now.cases.flatMap((one) => {
    const old = before.cases.find((other) => isCase(other, one))
    if (!old) return []
    const isSame =
      where === 'all' || (where === 'observed' && isSameWorld(before.plan, now.plan, one.scenario))
    const isPaired = isSame && before.trials >= now.trials
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
      const by = isPaired ? own(paired, now.strategy) : apart(mean(now), mean(before))
      if (!by || !isClear(by)) return []
      return [[now.strategy, difference(by.value, outcome.unit, by.error)]]
    }),
  )
}

function isSameWorld(a: RunPlan, b: RunPlan, scenario: string): boolean {
  return worldKey(a, worldAt(a, scenario)) === worldKey(b, worldAt(b, scenario))
}

function isSameFutures(a: RunResults, b: RunResults): boolean {
  const worlds = ({ plan }: RunResults) => plan.worlds.map(({ id }) => id).join('\n')
  return isSameDraws(a, b) && worlds(a) === worlds(b)
}
