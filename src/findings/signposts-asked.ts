import type { SignpostsRequest, SignsAsked } from '../analyses/signpost-facts.ts'
import type { Subject } from '../analyses/subject.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { goesOnAt } from '../study/goes-on.ts'
import { market } from '../study/model.ts'
import { NEGLIGIBLE } from '../study/index.ts'

/** As many quarters are looked at: what comes later is late to act on. */
const QUARTERS = 8
/** What the deal itself earns is no sign from the market. */
const OF_THE_DEAL: readonly string[] = ['cumulativeCash']

/** What can be seen of the market before a choice. */
export const seenSeries = market.series.filter(({ id }) => !OF_THE_DEAL.includes(id))

/** What a question about signposts is of. */
export interface SignsOf {
  readonly plan: Pick<RunPlan, 'vantage' | 'quarters'>
  readonly subject: Subject
  readonly outcome: NumberOutcome
  /** Strategies that can be chosen, by id. */
  readonly choices: readonly string[]
  /** USD bn; the usual where nothing was said. */
  readonly negligible?: number | undefined
}

/** What signs are held against: of an outcome without a better side, or that only some futures have, no choice. */
export function signsAsked({ plan, subject, outcome, choices, negligible }: SignsOf): SignsAsked {
  const { scenario } = subject.a
  const isChosenBy = outcome.better !== 'neutral' && outcome.onlyIf === undefined
  return {
    subject,
    choices: isChosenBy ? choices.map((strategy) => ({ strategy, scenario })) : [],
    sign: outcome.better === 'lower' ? -1 : 1,
    negligible: outcome.unit === 'USD bn' ? (negligible ?? NEGLIGIBLE) : 0,
    follow: goesOnAt(plan.vantage),
  }
}

/** Signposts among all that can be seen in the next quarters. */
export function signpostsAsked(of: SignsOf): SignpostsRequest {
  return {
    ...signsAsked(of),
    series: seenSeries.map(({ id }) => id),
    quarters: Math.min(QUARTERS, of.plan.quarters),
  }
}
