import { capital, listed, money, sizeWithError, value } from '../words/index.ts'
import type { Choice, Ranked } from './best.ts'
import { type Estimate, isClear } from './estimates.ts'

/** What the headline is made from. Estimates are over all futures unless they say otherwise. */
export interface HeadlineFacts {
  /** The outcome in view, in the middle of a sentence. */
  readonly measure: string
  readonly isHeadline: boolean
  readonly unit: string
  readonly better: 'higher' | 'lower' | 'neutral'
  readonly choice: Choice
  /** By strategy. */
  readonly means: Readonly<Record<string, Estimate>>
  /** Strategies that are not to invest. */
  readonly references: readonly string[]
  /** Id of the status quo where a deal has been struck: then not investing can no longer be chosen. */
  readonly struck: string | null
}

/** As many strategies are named; of more, how many there are. */
const NAMED = 3

/** Which strategy is best, or which cannot be told apart or are about the same, in a sentence. */
export function headlineOf(facts: HeadlineFacts): string {
  const { choice, struck } = facts
  const still = struck !== null && choice.kind === 'best' ? 'Of what can still be chosen, ' : ''
  switch (choice.kind) {
    case 'alone':
      return `${choice.top.label} stands alone: add a strategy to compare it with.`
    case 'unranked':
      return unranked(facts)
    case 'best':
      return `${still}${best(facts)}`
    case 'equal':
      return equal(facts) + overStruck(facts)
    case 'open':
      return open(facts) + overStruck(facts)
  }
}

function best({
  choice,
  measure,
  isHeadline,
  unit,
  better,
  means,
  references,
  struck,
}: HeadlineFacts) {
  const { top, rivals } = choice
  const [next] = rivals
  const lead = sizeWithError(next.lead.value, next.lead.error, unit)
  const quo = rivals.find(({ id }) => id === struck)
  const quoWords = quo && quo !== next ? clearLead(quo, unit) : null
  const than = references.includes(next.id) ? 'not investing' : next.label
  if (isHeadline) {
    const over = quoWords ? ` and ${quoWords} over ${quo?.label}` : ''
    return `${top.label} is best on average, by ${lead} over ${than}${over}.`
  }
  const [rank, away] = better === 'lower' ? ['lowest', 'below'] : ['highest', 'above']
  const at = means[top.id]
  if (!/[1-9]/.test(lead)) {
    return `${top.label} and ${next.label} hardly differ in ${measure}: ${value(at.value, unit, at.error)} on average.`
  }
  const over = quoWords ? ` and ${quoWords} ${away} ${quo?.label}` : ''
  return `${top.label} has the ${rank} ${measure} on average: ${value(at.value, unit, at.error)}, ${lead} ${away} ${than}${over}.`
}

function equal(facts: HeadlineFacts): string {
  const { choice, measure, isHeadline } = facts
  const all = [choice.top, ...choice.equal]
  const names = named(all.map(({ label }) => label))
  if (choice.equal.every(({ standing }) => standing === 'same')) {
    return `${names} do not differ in any future: ${measure} of ${meanWords(facts, [choice.top])} on average.`
  }
  const means = meanWords(facts, all)
  return isHeadline
    ? `${names} are worth about the same: ${means} on average.`
    : `${names} have about the same ${measure}: ${means} on average.`
}

function open(facts: HeadlineFacts): string {
  const { choice, measure, isHeadline } = facts
  const blurred = choice.open.filter(({ isBehind }) => !isBehind)
  const near = choice.open.filter(({ isBehind }) => isBehind)
  const all = [choice.top, ...blurred]
  const of = isHeadline ? '' : ` by ${measure}`
  const apart = `${named(all.map(({ label }) => label))} cannot be told apart${of} with these trials: ${meanWords(facts, all)} on average.`
  const first = [blurred.length > 0 ? apart : '', ahead(facts, near, blurred.length > 0)]
    .filter(Boolean)
    .join(' ')
  if (choice.equal.length === 0) return first
  const others = named(choice.equal.map(({ label }) => label))
  return `${first} ${others} ${choice.equal.length === 1 ? 'is' : 'are'} about the same as ${choice.top.label}.`
}

/** Those that the top is surely ahead of, but perhaps by less than what is negligible. */
function ahead(
  { choice, unit, isHeadline, measure }: HeadlineFacts,
  near: readonly Ranked[],
  isSecond: boolean,
): string {
  const { top, negligible } = choice
  if (near.length === 0 || negligible === null) return ''
  const limit = money(negligible)
  if (isSecond) {
    const others = named(near.map(({ label }) => label))
    return `${others} ${near.length === 1 ? 'is' : 'are'} behind, perhaps by no more than ${limit}.`
  }
  const shown = near.slice(0, NAMED)
  const leads = shown.map(
    ({ label, lead }) => `${label} by ${sizeWithError(lead.value, lead.error, unit)}`,
  )
  const more = near.length > shown.length ? [`${near.length - shown.length} more`] : []
  const of = isHeadline ? '' : ` in ${measure}`
  return `${top.label} is ahead of ${listed([...leads, ...more])} on average${of}, which may be no more than the ${limit} you call negligible.`
}

/** An outcome without a better side: where it is highest and lowest. */
function unranked(facts: HeadlineFacts): string {
  const { choice, measure } = facts
  const last = choice.rivals.at(-1)
  if (!last) return `${choice.top.label}: ${measure} ${meanWords(facts, [choice.top])} on average.`
  if (!isClear(last.lead) || meanWords(facts, [choice.top]) === meanWords(facts, [last])) {
    return `${capital(measure)} is about the same whatever is chosen: ${meanWords(facts, [choice.top])} on average.`
  }
  return `${capital(measure)} goes from ${meanWords(facts, [last])} with ${last.label} to ${meanWords(facts, [choice.top])} with ${choice.top.label} on average.`
}

/** Where several cannot be told apart, how far the first is from the deal that has been struck. */
function overStruck({ choice, struck, unit, isHeadline, better }: HeadlineFacts): string {
  const quo = choice.rivals.find(({ id }) => id === struck)
  const words = quo && clearLead(quo, unit)
  if (!quo || !words) return ''
  const away = isHeadline ? 'better than' : better === 'lower' ? 'below' : 'above'
  return ` ${choice.top.label} is ${words} ${away} ${quo.label}.`
}

function clearLead({ lead, standing }: Ranked, unit: string): string | null {
  return standing === 'clear' ? sizeWithError(lead.value, lead.error, unit) : null
}

/** The means of some strategies, as far as they are named. */
function meanWords(
  { means, unit }: HeadlineFacts,
  all: readonly { readonly id: string }[],
): string {
  const shown = all.length > NAMED ? [all[0], all[all.length - 1]] : all
  const words = shown.map(({ id }) => value(means[id].value, unit, means[id].error))
  return all.length > NAMED ? `${words[0]} to ${words[1]}` : listed(words)
}

function named(names: readonly string[]): string {
  if (names.length <= NAMED) return listed(names)
  return `${names.slice(0, NAMED - 1).join(', ')} and ${names.length - NAMED + 1} others`
}
