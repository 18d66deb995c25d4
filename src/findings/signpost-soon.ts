import { SOON } from '../analyses/signpost-choice.ts'
import type { Signpost } from '../analyses/signpost-facts.ts'
import { cameAtWords, hasCome, sideCameWords } from './signpost-came.ts'
import { FEW } from './signpost-few.ts'
import { quarterAt, shareWords, type SignpostsFacts } from './signpost-tables.ts'
import { conditionWords, inFuturesWords, meanWords, seriesWords } from './signpost-words.ts'
import { tooFew } from './too-few.ts'

/** Less of the variance than this moves nobody. */
export const LITTLE = 0.05

/** The one to watch in the next two quarters: what changes the choice, then what tells most. */
function soonOf({ found }: SignpostsFacts): Signpost | null {
  const [one] = found.signposts
    .filter(({ t }) => t <= SOON)
    .toSorted((a, b) => Number(b.flips) - Number(a.flips) || b.share.value - a.share.value)
  return one ?? null
}

/** Whether the next two quarters have come since. */
export function isPast(facts: SignpostsFacts): boolean {
  return hasCome(quarterAt(facts, SOON))
}

/** What to watch in the next two quarters, or how they came. */
export function soonTitle(facts: SignpostsFacts): string {
  const { found } = facts
  if (found.counted < FEW) return tooFew('tell what to watch', FEW, found.counted)
  const [q1, q2] = [quarterAt(facts, 1), quarterAt(facts, SOON)]
  const lead = isPast(facts)
    ? `The next two quarters, ${q1} and ${q2}, have already come`
    : `In the next two quarters, ${q1} and ${q2}`
  const one = soonOf(facts)
  if (one) return isPast(facts) ? `${lead}: ${pastWords(one, facts)}` : aheadWords(lead, one, facts)
  const then = isPast(facts)
    ? `${lead}, and no market figure seen by then`
    : `${lead}, no market figure`
  const choice = found.top === null ? '' : ' or changes the choice'
  return `${then} tells of ${facts.explained} beyond chance${choice}`
}

function pastWords(one: Signpost, facts: SignpostsFacts): string {
  const quarter = quarterAt(facts, one.t)
  const words = cameAtWords({ ...one, quarter }, `in ${quarter}`)
  const name = `“${seriesWords(one.series).label}”`
  return words === ''
    ? `no figure on record tells on which side ${name} came out`
    : `${name} was ${words}`
}

function aheadWords(lead: string, one: Signpost, facts: SignpostsFacts): string {
  const [there, elsewhere] = sidesOf(one)
  const watch = `${lead}, watch “${seriesWords(one.series).label}”`
  const is = `${conditionWords(one, one.error)} by ${quarterAt(facts, one.t)}`
  if (one.flips) return `${watch}: ${is} would make ${facts.labelOf(there.choice ?? '')} the choice`
  if (!there.mean || !elsewhere.mean) return `${watch}: ${is}`
  return `${watch}: where it is ${is}, ${facts.explained} averages ${meanWords(there.mean, facts)}, else ${meanWords(elsewhere.mean, facts)}`
}

/** What goes with the title: how likely, how much it tells, or what is so as it came. */
export function soonWords(facts: SignpostsFacts): string {
  const one = soonOf(facts)
  if (!one || facts.found.counted < FEW) return ''
  if (isPast(facts))
    return sideCameWords({ ...one, quarter: quarterAt(facts, one.t) }, one.sides, facts)
  const [there] = sidesOf(one)
  return `That is so ${inFuturesWords(there)}, and accounts for ${shareWords(one.share)} of the variance of ${facts.brief}${one.share.value < LITTLE ? ', which is little' : ''}.`
}

function sidesOf({ sides, side }: Signpost) {
  return side === 'below' ? [sides.below, sides.above] : [sides.above, sides.below]
}
