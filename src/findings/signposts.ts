import { SOON } from '../analyses/signpost-choice.ts'
import type { SignFan, Signpost, Signposts } from '../analyses/signpost-facts.ts'
import type { SignSide } from '../analyses/sign-sides.ts'
import { count, counted, quarterLabels, sentences, sizeWithError } from '../words/index.ts'
import type { Finding, Table } from './finding.ts'
import { cameWords, type SeenPoint, seenSince, soFarWords } from './signpost-came.ts'
import { type Ahead, aheadOf } from './signpost-ahead.ts'
import { signBeliefWords } from './signpost-beliefs.ts'
import { FEW, type FewFutures, fewOf } from './signpost-few.ts'
import { soonFirst } from './soon-first.ts'
import { LITTLE, soonTitle, soonWords } from './signpost-soon.ts'
import { whereWords } from './where.ts'
import {
  quarterAt,
  shareWords,
  shortTable,
  type SignpostsFacts,
  wholeTable,
} from './signpost-tables.ts'
import {
  cameSinceWords,
  fanWords,
  conditionWords,
  meanWords,
  seriesWords,
  thenWords,
  inFuturesWords,
} from './signpost-words.ts'

/** One signpost, as it is drawn. */
export interface SignpostMark {
  readonly id: string
  readonly series: string
  readonly label: string
  readonly unit: string
  readonly quarter: string
  /** Quarters from the start. */
  readonly t: number
  readonly threshold: number
  readonly side: 'below' | 'above'
  /** By when, what and how likely: By 2027Q1: Cloud spend above $159 bn a quarter, in 30 of 100 futures. */
  readonly heading: string
  /** What is so then. */
  readonly says: string
  /** How it came, or how it stands; empty where nothing is on record yet. */
  readonly came: string
  readonly flips: boolean
  /** In few words, for either side of the threshold in a drawing. */
  readonly below: string
  readonly above: string
  readonly quarters: readonly string[]
  readonly fan: SignFan
  /** What has come of it since the start, by quarters from there. */
  readonly seen: readonly SeenPoint[]
}

/** What to watch: which figures of the market tell of an outcome and of the choice, and by when. */
export function signpostsFinding(facts: SignpostsFacts): Finding<readonly SignpostMark[]> & {
  /** The signposts alone in figures. */
  readonly shortTable: () => Table
  /** What goes with the title, of the next two quarters; empty where there is nothing. */
  readonly soon: string
  /** What tells most, and changes the choice, in all quarters looked at; empty where the title says it. */
  readonly later: string
  /** From when what is ahead is seen, where the next two quarters have come. */
  readonly ahead: Ahead | null
  /** Which beliefs go with the signs and with what is explained; empty where there are none. */
  readonly goesWith: string
  /** What can be done where too few futures count; null where enough do. */
  readonly few: FewFutures | null
  /** What all of it tells together, and what waiting for it would be worth; empty where that is not known. */
  readonly waiting: string
  /** One or two sentences for a talk. */
  readonly lines: readonly string[]
} {
  const { found, explained, counted: futures, quarters, isDrawn = true } = facts
  const marks = soonFirst(found.signposts).map((one) => markOf(one, facts))
  return {
    id: 'signposts',
    title: soonTitle(facts),
    measure: `What can be seen of the market from ${quarterAt(facts, 1)} to ${quarterAt(facts, quarters)}, the ${counted(quarters, 'quarter')} after the last one that this study knows (${facts.start}), and what it says of ${explained}.`,
    caption: sentences([
      `Counted: ${futures}.`,
      isDrawn && futures !== whereWords('observed').counted ? cameSinceWords(facts.start) : '',
      found.trials < facts.trials
        ? `Looked at: the first ${count(found.trials)} of ${counted(facts.trials, 'future')}.`
        : '',
      found.signposts.length > 0
        ? fanWords(
            found,
            isDrawn,
            marks.some(({ seen }) => seen.length > 0),
          )
        : '',
      found.signposts.some(({ belief }) => belief !== null)
        ? 'The belief that a sign goes with is the one that goes most with both the sign and the outcome.'
        : '',
      found.top === null
        ? ''
        : 'A choice is told as changed only where another strategy is ahead beyond doubt after all these looks; what it costs to wait is not counted.',
      found.signposts.length === 0
        ? ''
        : `Neighbouring quarters of one series are told once, at the earliest that tells nearly as much${isTwice(found) ? ', and once more for the next two quarters' : ''}.`,
      ...found.signposts.map((one) => alikeWords(one)),
    ]),
    table: () => wholeTable(facts),
    shortTable: () => shortTable(facts),
    soon: soonWords(facts),
    later: laterWords(facts),
    ahead: aheadOf(facts),
    few: fewOf(found),
    goesWith: signBeliefWords(soonFirst(found.signposts), facts),
    waiting: waitWords(facts),
    lines: linesOf(facts),
    marks,
  }
}

/** The next two quarters first, then all that was looked at. */
function linesOf(facts: SignpostsFacts): string[] {
  const first = sentences([`${soonTitle(facts)}.`, soonWords(facts)])
  const next = laterWords(facts) || waitWords(facts)
  return [first, next].filter((one) => one !== '')
}

function idOf({ series, t }: Signpost): string {
  return `${series}@${t}`
}

/** What waiting for all of it would tell, and be worth. */
function waitWords(facts: SignpostsFacts): string {
  const { found, unit, brief } = facts
  const last = found.together.at(-1)
  if (!last?.share || found.counted < FEW) return ''
  const until = quarterAt(facts, last.t)
  const tells = `All these series together, seen to ${until}, foretell ${shareWords(last.share)} of the variance of ${brief}`
  if (!last.gain || !found.perfect || !(found.perfect.value > 0)) return `${tells}.`
  const worth = sizeWithError(Math.max(0, last.gain.value), last.gain.error, unit)
  const all = sizeWithError(found.perfect.value, found.perfect.error, unit)
  return `${tells}; to wait for them before choosing would be worth ${worth} at most, of ${all} that it would be worth to know everything.`
}

/** Whether a series is told soon and later. */
function isTwice({ signposts }: Signposts): boolean {
  return new Set(signposts.map(({ series }) => series)).size < signposts.length
}

function alikeWords({ series, alike }: Signpost): string {
  if (alike.length === 0) return ''
  const names = alike.map((id) => `“${seriesWords(id).label}”`).join(', ')
  return `${names} ${alike.length === 1 ? 'tells' : 'tell'} about the same as “${seriesWords(series).label}”.`
}

/** What tells most, and changes the choice, in all quarters looked at. */
function laterWords(facts: SignpostsFacts): string {
  const { found, explained, quarters } = facts
  if (found.counted < FEW) return ''
  const until = quarterAt(facts, quarters)
  const flips = found.signposts.filter(({ flips: isFlip }) => isFlip)
  const [flip] = flips
  if (flip && flips.length === 1 && flip.t <= SOON) return ''
  if (flip) {
    const more =
      flips.length === 1 ? '' : `; ${counted(flips.length - 1, 'more sign')} would change it too`
    return `By ${quarterAt(facts, flip.t)}, “${seriesWords(flip.series).label}” ${conditionWords(flip, flip.error)} would make ${facts.labelOf(flip.sides[flip.side].choice ?? '')} the choice${more}.`
  }
  const [most] = found.signposts.toSorted((a, b) => b.share.value - a.share.value)
  const stays =
    found.top === null ? '' : `Nothing seen of the market by ${until} changes the choice; `
  if (!most) {
    return stays === ''
      ? `Nothing seen of the market by ${until} tells of ${explained} beyond chance.`
      : `${stays}nothing tells of ${explained} beyond chance.`
  }
  const little = most.share.value < LITTLE ? ', and that is little' : ''
  const tells = `“${seriesWords(most.series).label}” tells most about ${explained}${little}: ${shareWords(most.share)} of its variance by ${quarterAt(facts, most.t)}`
  return `${stays}${tells}.`
}

function markOf(one: Signpost, facts: SignpostsFacts): SignpostMark {
  const { label, unit } = seriesWords(one.series)
  const quarter = quarterAt(facts, one.t)
  const at = { ...one, quarter }
  const there = one.sides[one.side]
  const elsewhere = one.sides[one.side === 'below' ? 'above' : 'below']
  return {
    id: idOf(one),
    series: one.series,
    label,
    unit,
    quarter,
    t: one.t,
    threshold: one.threshold,
    side: one.side,
    heading: `By ${quarter}: ${label} ${conditionWords(one, one.error)}, ${inFuturesWords(there)}`,
    says: thenWords(
      there,
      elsewhere,
      facts,
      facts.found.signposts.some(({ flips }) => flips),
    ),
    came: cameWords(at, one.sides, facts) || soFarWords(at, facts.start),
    flips: one.flips,
    below: sideWords(one.sides.below, one, facts),
    above: sideWords(one.sides.above, one, facts),
    quarters: quarterLabels(facts.start, facts.quarters),
    fan: one.fan,
    seen: seenSince(one.series, facts.start, facts.quarters),
  }
}

/** What a side of a drawing is named by: the choice where that differs, else the mean. */
function sideWords({ choice, mean }: SignSide, { flips }: Signpost, facts: SignpostsFacts): string {
  if (flips && choice !== null) return facts.labelOf(choice)
  return mean ? meanWords(mean, { ...facts }) : 'no future'
}
