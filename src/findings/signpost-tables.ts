import type { SeenCell, Signposts } from '../analyses/signpost-facts.ts'
import type { SignEstimate, SignSide } from '../analyses/sign-sides.ts'
import { percent, quarterLabels, sizeWithError, valueWithError } from '../words/index.ts'
import { onRecordWords } from './signpost-came.ts'
import { soonFirst } from './soon-first.ts'
import { amount, type Cell, type Table } from './finding.ts'
import {
  choiceWords,
  conditionWords,
  meanWords,
  seriesWords,
  type SignWords,
} from './signpost-words.ts'

/** What signposts are found from. */
export interface SignpostsFacts extends SignWords {
  readonly found: Signposts
  /** The quarter from which quarters are counted, as in 2025Q3. */
  readonly start: string
  /** How many quarters were looked at. */
  readonly quarters: number
  /** Futures that count, in words. */
  readonly counted: string
  /** Futures of the run. */
  readonly trials: number
  /** Whether it is on a page that draws it and has controls; it is where nothing is said. */
  readonly isDrawn?: boolean
}

/** The signposts alone in figures. */
export function shortTable(facts: SignpostsFacts): Table {
  const { found, unit } = facts
  const hasChoice = found.top !== null
  const signs = soonFirst(found.signposts)
  const onRecord = signs.map((one) =>
    onRecordWords({ ...one, quarter: quarterAt(facts, one.t) }, facts.start),
  )
  const isOnRecord = onRecord.some((one) => one !== '')
  return {
    columns: [
      'By',
      'What to watch',
      ...(isOnRecord ? ['On record'] : []),
      'Chance',
      'Average there',
      'Average elsewhere',
      'Share of variance',
      ...(hasChoice ? ['Choice there', 'Choice elsewhere', 'Worth seeing first'] : []),
    ],
    rows: signs.map((one, at) => {
      const there = one.sides[one.side]
      const elsewhere = one.sides[one.side === 'below' ? 'above' : 'below']
      return [
        quarterAt(facts, one.t),
        `${seriesWords(one.series).label} ${conditionWords(one, one.error)}`,
        ...(isOnRecord ? [onRecord[at]] : []),
        amount(
          valueWithError(there.chance.value, there.chance.error, 'fraction'),
          there.chance.value,
          there.chance.error,
        ),
        meanCell(there, facts),
        meanCell(elsewhere, facts),
        shareCell(one.share),
        ...(hasChoice
          ? [shortChoice(there, facts), shortChoice(elsewhere, facts), gainCell(one.gain, unit)]
          : []),
      ]
    }),
  }
}

/** Everything that was looked at: series by series, quarter by quarter. */
export function wholeTable(facts: SignpostsFacts): Table {
  const { found, unit } = facts
  const { perfect } = found
  const hasChoice = found.top !== null
  const isKnown = perfect !== null && perfect.value > 0
  return {
    columns: [
      'Series',
      'Quarter',
      'Share of variance',
      'Beyond chance',
      ...(hasChoice ? ['Worth seeing first', 'Changes the choice'] : []),
      ...(isKnown ? ['Of knowing everything'] : []),
    ],
    rows: found.seen.map((one) => [
      seriesWords(one.series).label,
      quarterAt(facts, one.t),
      shareCell(one.share),
      one.isTold ? 'yes' : 'no',
      ...(hasChoice ? [gainCell(one.gain, unit), one.flips ? 'yes' : 'no'] : []),
      ...(isKnown ? [partCell(one, perfect)] : []),
    ]),
  }
}

function partCell({ gain }: SeenCell, perfect: SignEstimate): Cell {
  if (!gain) return ''
  const part = Math.max(0, gain.value / perfect.value)
  return amount(percent(part), part)
}

function meanCell({ mean }: SignSide, facts: SignpostsFacts): Cell {
  return mean ? amount(meanWords(mean, facts), mean.value, mean.error) : 'no future'
}

function shortChoice(side: SignSide, facts: SignpostsFacts): string {
  return side.choice === null
    ? ''
    : side.ahead
      ? choiceWords(side, facts).replace(/^the choice is /, '')
      : facts.labelOf(side.choice)
}

function shareCell(share: SignEstimate): Cell {
  return amount(shareWords(share), share.value, share.error)
}

/** A share of the variance; one below 0 is 0 but for chance. */
export function shareWords({ value, error }: SignEstimate): string {
  return valueWithError(Math.max(0, value), error, 'fraction')
}

/** Below 0 by chance where it is worth nothing. */
function gainCell(gain: SignEstimate | null, unit: string): Cell {
  return gain
    ? amount(sizeWithError(Math.max(0, gain.value), gain.error, unit), gain.value, gain.error)
    : ''
}

/** A quarter by its place from the start. */
export function quarterAt({ start }: SignpostsFacts, t: number): string {
  return quarterLabels(start, t)[t]
}
