import type { Study } from '../index.ts'
import { type KeptRule, MOST_RULES } from '../rules.ts'

type Ruled = Pick<Study, 'rules'>

/** Whether a rule is kept with a study. */
export function isRuleKept({ rules = [] }: Ruled, one: KeptRule): boolean {
  return rules.some((other) => ruleKey(other) === ruleKey(one))
}

/** Whether one more finds room. */
export function hasRoomForRule({ rules = [] }: Ruled): boolean {
  return rules.length < MOST_RULES
}

/** Keeps a rule as the last; one that is kept, or finds no room, changes nothing. */
export function withRule(study: Study, one: KeptRule): Study {
  if (isRuleKept(study, one) || !hasRoomForRule(study)) return study
  return { ...study, rules: [...(study.rules ?? []), one] }
}

/** Takes a rule out; with the last of them goes the list. */
export function withoutRule(study: Study, one: KeptRule): Study {
  if (!isRuleKept(study, one)) return study
  const left = (study.rules ?? []).filter((other) => ruleKey(other) !== ruleKey(one))
  const { rules: _old, ...rest } = study
  return left.length > 0 ? { ...rest, rules: left } : rest
}

/** What makes a rule itself: what it is for, and what it asks of each belief. */
export function ruleKey({ outcome, strategy, against, good, conditions }: KeptRule): string {
  const ends = 'at' in good ? [good.at] : [good.low, good.high]
  const asked = conditions.map(({ assumption, low, high }) => [assumption, low, high])
  return JSON.stringify([outcome, strategy, against, good.side, ends, asked])
}
