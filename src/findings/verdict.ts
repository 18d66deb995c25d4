import { money, ofHundred, toDigits, value } from '../words/index.ts'
import { type Estimate, isClear } from './estimates.ts'
import { type HeadlineFacts, headlineOf } from './headline.ts'

/** What a deal does in the futures that a row counts. */
export interface Tail {
  /** Share of those that lose money. */
  readonly loses: Estimate
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

/** What the verdict is made from. */
export interface VerdictFacts extends HeadlineFacts {
  /** What 10% and 90% of the top's futures are below. */
  readonly range: readonly [number, number]
  /** How often the top does worse than that deal and how often the same; null where it is that deal. */
  readonly behind: { readonly worse: number; readonly same: number } | null
  /** Futures that they are of, in words that begin a sentence: "If the deal closes". */
  readonly within: string
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

/** A clear answer: same or best, risk and tail, hinge. A clause is there only beyond its error. */
export function verdictOf(facts: VerdictFacts): Verdict {
  const rest = [riskSentence(facts), hingeSentence(facts)].filter((one) => one !== null)
  return { headline: headlineOf(facts), rest }
}

function riskSentence(facts: VerdictFacts): string | null {
  if (facts.choice.kind === 'unranked') return rangeSentence(facts)
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
  const deals = group.filter(({ id }) => !references.includes(id) && Object.hasOwn(tails, id))
  const [first, second] = deals
  if (!first) return null
  const isTwo = deals.length === 2
  const it = group.length === 1 ? 'it' : first.label
  const other = isTwo ? { label: second.label, tail: tails[second.id] } : null
  const loss = lossSentence(facts.within, it, tails[first.id], other)
  const tenth = carried(it, tails[first.id])
  // Which futures are meant is said before anything is said of them.
  const lead = loss || (tenth && `${facts.within}, ${tenth[0].toLowerCase()}${tenth.slice(1)}`)
  if (!lead) return null
  const rest = [loss ? tenth : '', worstMedian(first, group.length === 1, facts)]
  return [lead, ...rest].filter(Boolean).join(' ')
}

function lossSentence(
  within: string,
  it: string,
  { loses }: Tail,
  other: { readonly label: string; readonly tail: Tail } | null,
): string {
  if (loses.value > 0 && !isClear(loses)) return ''
  const also = other ? `, ${other.label} in ${ofHundred(other.tail.loses.value)}` : ''
  return `${within}, ${it} loses money in ${ofHundred(loses.value)} futures${also}.`
}

/** The best tenth, and whether the average would be a loss without it. */
function carried(it: string, { p90, mean, withoutTop }: Tail): string {
  if (!(p90 > 0)) return ''
  const top = `In one in ten of these futures ${it} earns more than ${money(toDigits(p90, 2))}`
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
  const others = Object.entries(tails).filter(([other]) => other !== id)
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
  return `With ${choice.top.label} 8 of 10 of all futures lie between ${value(low, unit)} and ${value(high, unit)}.`
}

/** Where the choice would be another one. */
export function hingeWords({ belief, where, other }: Hinge): string {
  return `The choice turns on “${belief}”: ${where}, ${other} is the better choice.`
}

function hingeSentence(facts: VerdictFacts): string | null {
  const { hinge, driver, choice, references, better, measure } = facts
  if (hinge) {
    return hingeWords(hinge)
  }
  if (!driver || references.includes(choice.top.id)) return null
  // The strongest of about a hundred that mean nothing reaches three errors.
  const error = 1 / Math.sqrt(Math.max(1, driver.trials))
  if (!(Math.abs(driver.correlation) > 3.5 * error)) return null
  const rises = driver.correlation > 0
  if (better === 'neutral' && !driver.isEvent) {
    return `Most hangs on “${driver.label}”: the higher it is, the ${rises ? 'higher' : 'lower'} the ${measure}.`
  }
  const effect =
    better === 'neutral'
      ? rises
        ? 'higher'
        : 'lower'
      : rises === (better === 'higher')
        ? 'better'
        : 'worse'
  const what =
    better === 'neutral' ? `the ${measure} is ${effect}` : `${choice.top.label} does ${effect}`
  const way = driver.isEvent ? `if it happens, ${what}` : `the higher, the ${effect}`
  return `Most hangs on “${driver.label}”: ${way}.`
}
