import type { NumberOutcome } from '../engine/model.ts'
import { apart, type Estimate } from './estimates.ts'
import { isBeyond, type Limits, type Standing, standingOf } from './best.ts'

/** What strategies are worth in one world or to one horizon, and how far the best is ahead of each. */
export interface Means {
  /** In the order of the strategies. */
  readonly means: readonly Estimate[]
  /**
   * The best on average less each, future by future; null for itself. Without it they are held
   * against each other by the errors of their means, which says too little rather than too much.
   */
  readonly leads?: readonly (Estimate | null)[]
}

/** Which is ahead, and which cannot be called behind it. */
export interface Ahead {
  /** Place of the best on average; below 0 where there is none. */
  readonly best: number
  /** Places of those that are worth about the same, and those these trials do not tell apart. */
  readonly same: readonly number[]
  readonly open: readonly number[]
  /** Whether the best is surely ahead of all those, though perhaps by no more than what is negligible. */
  readonly isAhead: boolean
}

/** Where a lead stands, and whether it is beyond its error at all, however small it may be. */
export interface Rule {
  standing(lead: Estimate): Standing
  isBeyond(lead: Estimate): boolean
}

/** The one rule for best, held against some limits. */
export function ruleOf(limits: Limits): Rule {
  return {
    standing: (lead) => standingOf(lead, limits),
    isBeyond: (lead) => isBeyond(lead, limits),
  }
}

/** The best on average, and who is not behind it for certain. */
export function aheadIn(
  { means, leads }: Means,
  better: NumberOutcome['better'],
  rule: Rule,
): Ahead {
  const sign = better === 'lower' ? -1 : 1
  const values = means.map(({ value }) => sign * value)
  const best = values.indexOf(Math.max(...values))
  const leadOver = (at: number) => leads?.[at] ?? apart(means[best], means[at])
  const standings = means.map((_, at) => rule.standing(leadOver(at)))
  const places = (wanted: readonly Standing[]) =>
    means.flatMap((_, at) => (at !== best && wanted.includes(standings[at]) ? [at] : []))
  const open = places(['open'])
  const isAhead = open.every((at) => rule.isBeyond(leadOver(at)))
  return { best, same: places(['same', 'negligible']), open, isAhead }
}

/** Whether one is best: no other is about the same or open. */
export function isSettled({ best, same, open }: Ahead): boolean {
  return best >= 0 && same.length + open.length === 0
}
