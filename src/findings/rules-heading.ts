import { count } from '../words/index.ts'
import { type RulesAbout, saidValue, sideWords } from './rule-words.ts'
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
