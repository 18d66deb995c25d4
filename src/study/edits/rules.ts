import { type KeptRule, MOST_RULES } from '../rules.ts'
import { keptList } from './kept.ts'

/** Rules that are lines of a study's report, in the order in which they were put there. */
export const {
  isKept: isRuleKept,
  hasRoom: hasRoomForRule,
  withOne: withRule,
  without: withoutRule,
  withNote: withRuleNote,
} = keptList('rules', ruleKey, MOST_RULES)

/** What makes a rule itself: what it is for, and what it asks of each belief. */
export function ruleKey({ outcome, strategy, against, good, conditions }: KeptRule): string {
  const ends = 'at' in good ? [good.at] : [good.low, good.high]
  const asked = conditions.map(({ assumption, low, high }) => [assumption, low, high])
  return JSON.stringify([outcome, strategy, against, good.side, ends, asked])
}
