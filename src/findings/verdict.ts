import { money, ofHundred, sizeWithError } from '../words/index.ts'
import { type Estimate, isClear } from './estimates.ts'

/** What the verdict is made from. Estimates are over all futures unless they say otherwise. */
export interface VerdictFacts {
  /** The outcome in view, in the middle of a sentence. */
  readonly measure: string
  readonly unit: string
  readonly better: 'higher' | 'lower' | 'neutral'
  /** Best on average, and the next. */
  readonly best: string
  readonly next: string
  /** Whether the best is not to invest, or what the next is. */
  readonly bestIsReference: boolean
  readonly nextIsReference: boolean
  /** The best less the next, paired. */
  readonly lead: Estimate
  /** The best less the status quo, paired; null where that is the best or the next. */
  readonly over: {
    readonly label: string
    readonly isReference: boolean
    readonly lead: Estimate
  } | null
  /** Whether a deal has been struck, so that not investing can no longer be chosen. */
  readonly isSunk: boolean
  /** How often the best does worse than that deal and how often the same; null where it is that deal. */
  readonly behind: { readonly worse: number; readonly same: number } | null
  /** Of the best: what it is worth, and what that is made of; null for outcomes that have no parts. */
  readonly worth: {
    readonly total: Estimate
    readonly cloud: Estimate
    readonly stake: Estimate
    /** Of futures in which it closes, how many lose; and how many futures that is. */
    readonly loses: number
    readonly closed: number
  } | null
  /** What the outcome of the best goes with most closely, and over how many futures that was seen. */
  readonly driver: {
    readonly label: string
    readonly correlation: number
    readonly trials: number
  } | null
}

/** The longest a verdict may be, in words. */
export const MOST_WORDS = 45

/** A clear answer in at most 45 words; a clause is there only if its effect exceeds two errors. */
export function verdictOf(facts: VerdictFacts): string {
  const clauses = [leadClause, behindClause, lossClause, partsClause, driverClause]
    .map((clause) => clause(facts))
    .filter((clause) => clause !== null)
  while (clauses.length > 1 && wordsIn(clauses.join(' ')) > MOST_WORDS) {
    // The answer stays, then the doubt; what the gain is made of is also in its row.
    clauses.splice(clauses.length > 3 ? 2 : clauses.length - 1, 1)
  }
  return clauses.join(' ')
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function leadClause(facts: VerdictFacts): string {
  const { measure, unit, better, best, next, nextIsReference, lead, over, isSunk } = facts
  const by = (estimate: Estimate) => sizeWithError(estimate.value, estimate.error, unit)
  const isOver = over && isClear(over.lead)
  const quo = over?.isReference ? 'not investing' : (over?.label ?? '')
  const [rank, away] = better === 'lower' ? ['lowest', 'below'] : ['highest', 'above']
  const isNpv = measure === 'NPV'
  if (!isClear(lead)) {
    const both = `${best} and ${next} cannot be told apart with these trials.`
    return isOver
      ? `${both} The first is ${by(over.lead)} ${isNpv ? 'better than' : away} ${quo}.`
      : both
  }
  const than = nextIsReference ? 'not investing' : next
  const too = isOver ? ` and ${by(over.lead)} ${isNpv ? 'over' : away} ${quo}` : ''
  const still = isSunk ? 'Of what can still be chosen, ' : ''
  if (isNpv) return `${still}${best} is best on average, by ${by(lead)} over ${than}${too}.`
  return `${still}${best} has the ${rank} ${measure} on average, ${by(lead)} ${away} ${than}${too}.`
}

function behindClause({ behind, lead }: VerdictFacts): string | null {
  if (!behind || !isClear(lead)) return null
  const { worse, same } = behind
  const nothing = same > 0 ? `, no different in ${ofHundred(same)}` : ''
  return `It falls behind in ${ofHundred(worse)} futures${nothing}.`
}

function lossClause({ worth, best, bestIsReference, lead }: VerdictFacts): string | null {
  if (!worth || bestIsReference || worth.closed === 0) return null
  const { loses, closed } = worth
  const error = Math.sqrt((loses * (1 - loses)) / closed)
  if (!(loses > 2 * error) || loses === 0) return null
  const it = isClear(lead) ? 'it' : best
  return `If ${it} closes, ${ofHundred(loses)} futures lose money.`
}

function partsClause({ worth, bestIsReference }: VerdictFacts): string | null {
  if (!worth || bestIsReference || !isClear(worth.total)) return null
  const { total, cloud, stake } = worth
  const of = `Of its ${money(total.value, total.error)},`
  // No part is said more exactly than the whole.
  const one = (part: Estimate) => money(part.value, Math.max(part.error ?? 0, total.error ?? 0))
  if (isClear(cloud) && isClear(stake)) {
    return `Its ${money(total.value, total.error)}: ${one(cloud)} cloud business, ${one(stake)} stake less price.`
  }
  if (isClear(cloud)) return `${of} the cloud business makes ${one(cloud)}.`
  if (isClear(stake)) return `${of} the stake less its price makes ${one(stake)}.`
  return null
}

function driverClause({ driver, bestIsReference }: VerdictFacts): string | null {
  if (!driver || bestIsReference) return null
  // The strongest of about a hundred that mean nothing reaches three errors.
  const error = 1 / Math.sqrt(Math.max(1, driver.trials))
  return Math.abs(driver.correlation) > 3.5 * error ? `Most hangs on “${driver.label}”.` : null
}
