import { listed, money, ofHundred, sizeWithError, toDigits, value } from '../words/index.ts'
import type { Choice, Ranked } from './best.ts'
import { type Estimate, isClear } from './estimates.ts'

/** What a deal does where it closes. */
export interface Tail {
  /** Futures in which it closes. */
  readonly closed: number
  /** Share of those that lose money. */
  readonly loses: number
  readonly median: Estimate
  /** One in ten of those is above. */
  readonly p90: number
  /** Their average, with and without that tenth. */
  readonly mean: Estimate
  readonly withoutTop: Estimate
}

/** The belief that would flip the choice, in words. */
export interface Hinge {
  readonly belief: string
  /** Where the other is better: "below 4% a year", "if it happens". */
  readonly where: string
  /** The strategy that is better there. */
  readonly other: string
}

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

/** What the verdict is made from. */
export interface VerdictFacts extends HeadlineFacts {
  /** What 10% and 90% of the top's futures are below. */
  readonly range: readonly [number, number]
  /** How often the top does worse than that deal and how often the same; null where it is that deal. */
  readonly behind: { readonly worse: number; readonly same: number } | null
  /** By strategy, of the headline and where no deal has been struck. */
  readonly tails: Readonly<Record<string, Tail>>
  readonly hinge: Hinge | null
  /** What the outcome of the top goes with most closely, and over how many futures that was seen. */
  readonly driver: {
    readonly label: string
    readonly isEvent: boolean
    readonly correlation: number
    readonly trials: number
  } | null
}

/** The answer, and the sentences under it: how it can go wrong, and what it turns on. */
export interface Verdict {
  readonly headline: string
  readonly rest: readonly string[]
}

/** As many strategies are named; of more, how many there are. */
const NAMED = 3

/** A clear answer: same or best, risk and tail, hinge. A clause is there only beyond its error. */
export function verdictOf(facts: VerdictFacts): Verdict {
  const rest = [riskSentence(facts), hingeSentence(facts)].filter((one) => one !== null)
  return { headline: headlineOf(facts), rest }
}

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
  const all = [choice.top, ...choice.open]
  const of = isHeadline ? '' : ` by ${measure}`
  const first = `${named(all.map(({ label }) => label))} cannot be told apart${of} with these trials: ${meanWords(facts, all)} on average.`
  if (choice.equal.length === 0) return first
  const others = named(choice.equal.map(({ label }) => label))
  return `${first} ${others} ${choice.equal.length === 1 ? 'is' : 'are'} about the same as ${choice.top.label}.`
}

/** An outcome without a better side: where it is highest and lowest. */
function unranked(facts: HeadlineFacts): string {
  const { choice, measure } = facts
  const last = choice.rivals.at(-1)
  if (!last) return `${choice.top.label}: ${measure} ${meanWords(facts, [choice.top])} on average.`
  if (!isClear(last.lead)) {
    return `${capital(measure)} is about the same whatever is chosen: ${meanWords(facts, [choice.top])} on average.`
  }
  return `${capital(measure)} is highest with ${choice.top.label}, ${meanWords(facts, [choice.top])} on average, and lowest with ${last.label}, ${meanWords(facts, [last])}.`
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

function riskSentence(facts: VerdictFacts): string | null {
  return facts.struck === null ? tailSentence(facts) : behindSentence(facts)
}

function behindSentence({ behind, choice, struck }: VerdictFacts): string | null {
  const quo = choice.rivals.find(({ id }) => id === struck)
  if (!behind || !quo) return null
  const nothing = behind.same > 0 ? `, and is no different in ${ofHundred(behind.same)}` : ''
  const than = choice.rivals.length > 1 ? ` ${quo.label}` : ''
  const who = choice.kind === 'best' ? 'It' : choice.top.label
  return `${who} falls behind${than} in ${ofHundred(behind.worse)} futures${nothing}.`
}

function tailSentence(facts: VerdictFacts): string | null {
  const { choice, tails, isHeadline, references } = facts
  if (!isHeadline) return rangeSentence(facts)
  const group = [choice.top, ...choice.equal, ...choice.open]
  const deals = group.filter(({ id }) => !references.includes(id) && (tails[id]?.closed ?? 0) > 0)
  const [first, second] = deals
  if (!first) return null
  const isTwo = deals.length === 2
  const it = group.length === 1 ? 'it' : first.label
  return [
    lossSentence(
      it,
      tails[first.id],
      isTwo ? { label: second.label, tail: tails[second.id] } : null,
    ),
    carried(group.length === 1 ? 'it' : first.label, tails[first.id]),
    worstMedian(first, group.length === 1, facts),
  ]
    .filter(Boolean)
    .join(' ')
}

function lossSentence(
  it: string,
  { loses, closed }: Tail,
  other: { readonly label: string; readonly tail: Tail } | null,
): string {
  const error = Math.sqrt((loses * (1 - loses)) / closed)
  if (loses > 0 && !(loses > 2 * error)) return ''
  const also = other ? `, ${other.label} in ${ofHundred(other.tail.loses)}` : ''
  return `If the deal closes, ${it} loses money in ${ofHundred(loses)} futures${also}.`
}

/** The best tenth, and whether the average would be a loss without it. */
function carried(it: string, { p90, mean, withoutTop }: Tail): string {
  if (!(p90 > 0)) return ''
  const top = `In one of ten ${it} earns more than ${money(toDigits(p90, 2))}`
  const carries = mean.value > 0 && withoutTop.value < 0 && isClear(withoutTop)
  return carries ? `${top}, and that tenth carries the average.` : `${top}.`
}

/** The best average may have the worst median. */
function worstMedian(
  { id, label }: { readonly id: string; readonly label: string },
  isAlone: boolean,
  { tails }: VerdictFacts,
): string {
  const own = tails[id].median
  const others = Object.entries(tails).filter(([other, { closed }]) => other !== id && closed > 0)
  const isWorst = others.every(
    ([, { median }]) =>
      median.value - own.value > 2 * Math.hypot(own.error ?? Infinity, median.error ?? Infinity),
  )
  if (others.length === 0 || !isWorst) return ''
  const whose = isAlone ? 'Its median then' : `The median of ${label} then`
  return `${whose}, ${money(own.value, own.error)}, is the lowest of all deals.`
}

/** Of other outcomes: between what most futures lie. */
function rangeSentence({ choice, range, unit }: VerdictFacts): string | null {
  const [low, high] = range
  if (!(high > low)) return null
  return `With ${choice.top.label} 8 of 10 futures lie between ${value(low, unit)} and ${value(high, unit)}.`
}

function hingeSentence({ hinge, driver, choice, references, better }: VerdictFacts): string | null {
  if (hinge) {
    return `It turns on “${hinge.belief}”: ${hinge.where}, ${hinge.other} is the better choice.`
  }
  if (!driver || references.includes(choice.top.id)) return null
  // The strongest of about a hundred that mean nothing reaches three errors.
  const error = 1 / Math.sqrt(Math.max(1, driver.trials))
  if (!(Math.abs(driver.correlation) > 3.5 * error)) return null
  const rises = driver.correlation > 0
  const effect =
    better === 'neutral'
      ? rises
        ? 'higher'
        : 'lower'
      : rises === (better === 'higher')
        ? 'better'
        : 'worse'
  const way = driver.isEvent
    ? `if it happens, ${choice.top.label} does ${effect}`
    : `the higher, the ${effect}`
  return `Most hangs on “${driver.label}”: ${way}.`
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

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1)
}
