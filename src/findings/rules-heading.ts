import { count } from '../words/index.ts'
import { type RulesAbout, saidValue, sideWords } from './rule-words.ts'
import type { RulesFacts } from './rules.ts'
import { whereWords } from './where.ts'
import { measureOf } from './verdict-facts.ts'

/** What the section on rules is about, beside its title. */
export interface RulesHeading {
  readonly about: RulesAbout
  /** Whether a range that somebody marked is explained, and no target. */
  readonly isRange: boolean
  /** Futures that are counted where not all are; null where all are. */
  readonly among: number | null
}

/**
 * What a title about what would have to be true goes on with: for NPV from $39 bn to $57 bn, the range
 * you marked. Empty where it is for the target, among all futures.
 */
export function rulesHeading({ about, isRange, among }: RulesHeading): string {
  const counted = among === null ? '' : `among the ${count(among)} futures counted`
  if (!isRange) return counted
  const { outcome, a, b, good } = about
  const measure = measureOf(outcome) + (b === null ? '' : ` of ${a} less ${b}`)
  const said = (x: number) => saidValue(about, x)
  const range =
    good.side === 'between' ? `from ${said(good.low)} to ${said(good.high)}` : sideWords(about)
  return `for ${measure} ${range}, the range you marked${counted && `, ${counted}`}`
}

/**
 * Which futures the rules are looked for in, in a sentence; empty where that is as on all of the screen.
 *
 * @param isRange whether a range that somebody marked is explained, and no target
 */
export function rulesAmong(
  { found: { rules }, where, brushed = null }: Pick<RulesFacts, 'found' | 'where' | 'brushed'>,
  isRange: boolean,
): string {
  const [all, within] = [count(rules.count), count(rules.good)]
  const some = where === 'all' ? 'futures' : whereWords(where).counted
  if (isRange) {
    const whose = brushed === null ? `${all} ${some}` : `the ${all} futures where ${brushed}`
    return `Of ${whose}, rules tell the ${within} in the range you marked from the others: their figures are of all ${all}.`
  }
  if (brushed === null) return ''
  return `Counted are only the ${all} futures where ${brushed}: rules are looked for among these, and their figures are of these alone.`
}
