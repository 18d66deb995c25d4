import type { NumberOutcome } from '../engine/model.ts'
import type { Box, Limit } from '../engine/sensitivity/prim-box.ts'
import type { Rule } from '../engine/sensitivity/prim-measured.ts'
import { assumptions, labelOf } from '../study/model.ts'
import type { Good } from '../study/rules.ts'
import {
  chanceWithError,
  difference,
  exactValue,
  fixed,
  isShare,
  listed,
  ofHundred,
  rangeWords,
} from '../words/index.ts'
import { measureOf } from './verdict-facts.ts'

/** What is explained, and which futures count as good. */
export interface RulesAbout {
  readonly outcome: NumberOutcome
  /** What the two cases are called; the second null where the outcome itself is meant. */
  readonly a: string
  readonly b: string | null
  readonly good: Good
}

/** What a limit asks of a belief, in all of its digits: above 21.5% a year; happens. */
export function limitWords({ id, low, high }: Limit): string {
  const { unit = '' } = assumptions.find((one) => one.id === id) ?? {}
  if (isEvent(id)) return low === null ? 'does not happen' : 'happens'
  if (low === null) return high === null ? 'anything' : `below ${exactValue(high, unit)}`
  if (high === null) return `above ${exactValue(low, unit)}`
  return rangeWords(low, high, unit)
}

function isEvent(id: string): boolean {
  return assumptions.find((one) => one.id === id)?.role === 'event'
}

/** A rule in words: “Return on OpenAI shares” is above 18% a year and “OpenAI in distress” does not happen. */
export function boxWords(box: Box): string {
  return listed(
    box.map((limit) => {
      const is = isEvent(limit.id) ? '' : 'is '
      return `“${labelOf(limit.id)}” ${is}${limitWords(limit)}`
    }),
  )
}

/** What futures are to have, as in: NPV of at least $10 bn. */
export function goalWords({ outcome, a, b, good }: RulesAbout): string {
  const measure = b === null ? measureOf(outcome) : `${measureOf(outcome)} of ${a} less ${b}`
  const isLevel =
    good.side === 'above' || good.side === 'below' || (b !== null && good.side === 'between')
  return `${measure} ${isLevel ? '' : 'of '}${sideWords({ outcome, b, good })}`
}

/** Which values are good: at least $10 bn. */
export function sideWords({
  outcome,
  b,
  good,
}: Pick<RulesAbout, 'outcome' | 'b' | 'good'>): string {
  const said = (x: number) => saidValue({ outcome, b }, x)
  if (good.side === 'between')
    return `${b === null ? '' : 'from '}${said(good.low)} to ${said(good.high)}`
  const sides = { atLeast: 'at least', atMost: 'at most', above: 'above', below: 'below' }
  return `${sides[good.side]} ${said(good.at)}`
}

/** A value of what is explained, every digit of it as it was typed. */
export function saidValue(
  { outcome: { unit }, b }: Pick<RulesAbout, 'outcome' | 'b'>,
  x: number,
): string {
  if (b !== null && isShare(unit)) return difference(x, unit)
  return exactValue(x, unit)
}

/**
 * A rule in sentences: what follows where it holds, how often it holds, how much of all that is looked
 * for it finds, and what it is worth where the deal closes, too, if it does not always.
 *
 * @param lead words before it; it then goes on in the middle of a sentence
 */
export function ruleSentence(rule: Rule, about: RulesAbout, lead = ''): string {
  const { box, support, density, coverage } = rule
  const goal = goalWords(about)
  return `${lead}${lead ? 'where' : 'Where'} ${boxWords(box)}, ${ofHundred(density.value)} futures have ${goal}. The rule holds in ${ofHundred(support.value)} futures, and in ${ofHundred(coverage.value)} of those with ${goal}.${closingSentence(rule)}${doubtSentence(rule)}`
}

/** A condition that is as likely to be chance as this is doubted. */
const DOUBTED = 0.05

/** Which conditions of a rule may be chance; empty where none may. */
function doubtSentence({ box, chances }: Rule): string {
  const doubted = box.flatMap(({ id }, at) =>
    chances[at] >= DOUBTED ? [{ name: `“${labelOf(id)}”`, chance: fixed(chances[at], 2) }] : [],
  )
  if (doubted.length === 0) return ''
  const names = listed(doubted.map(({ name }) => name))
  const matter = doubted.length === 1 ? 'matters' : 'matter'
  return ` Whether ${names} ${matter} in it may be chance (quasi-p ${listed(doubted.map((one) => one.chance))}).`
}

/** What luck adds to a rule; empty where the deal always closes there, never does, or hardly ever. */
function closingSentence({ met }: Rule): string {
  if (!met) return ''
  const not = ofHundred(1 - met.share.value)
  const { value, error } = met.density
  return ` In ${not} futures where it holds the deal does not close; where it does, ${chanceWithError(value, error)} have it.`
}

/**
 * Whether somebody set the target, here or on Answer; nobody did; nobody did, and it is where neither of
 * two is ahead; or it is one of a difference alone.
 */
export type TargetStands = 'set' | 'unset' | 'even' | 'lead'

/**
 * Whose the target is, in a sentence.
 *
 * @param said the target in words
 * @param answers that of Answer
 */
export function targetStandsWords(stands: TargetStands, said: string, answers: string): string {
  const until = 'One that you type, here or there, holds on both and in the report.'
  switch (stands) {
    case 'set':
      return 'This target is part of the study: it is that of Answer and of the report, too, whatever is explained.'
    case 'unset':
      return `You have set no target. Here and in the report ${said} is taken, as something to hope for; Answer ${said === answers ? 'shows the same' : `starts at ${answers}`}. ${until}`
    case 'even':
      return `You have set no target. Here ${said} is taken: neither of the two is ahead there. ${until}`
    case 'lead':
      return 'This target is of the difference alone: it is no target of Answer or of the report.'
  }
}
