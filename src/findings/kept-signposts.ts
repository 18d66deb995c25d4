import type { FoundSides } from '../analyses/signpost-sides.ts'
import { quartersTo, signpostKey } from '../study/edits/signposts.ts'
import type { KeptSignpost } from '../study/signposts.ts'
import { isKnown } from '../study/names.ts'
import { capital, quarterLabels, sentences, valueWithError } from '../words/index.ts'
import { amount, type Table } from './finding.ts'
import { cameWords, keptCameWords, seenSince, soFarWords } from './signpost-came.ts'
import {
  conditionWords,
  meanWords,
  seriesWords,
  type SignWords,
  thenWords,
  inFuturesWords,
} from './signpost-words.ts'
import type { SignpostMark } from './signposts.ts'

/** From where signposts that are kept are seen. */
export interface KeptFrom {
  /** The quarter from which quarters are counted. */
  readonly start: string
  /** The horizon, in quarters. */
  readonly quarters: number
}

/** Whether a kept signpost is still to come within the horizon, so that futures tell of it. */
export function isAhead(one: KeptSignpost, { start, quarters }: KeptFrom): boolean {
  const t = quartersTo(one, start)
  return isKnown('series', one.series) && t >= 1 && t <= quarters
}

/** Those that are still to come, as a question. */
export function keptAsked(kept: readonly KeptSignpost[], from: KeptFrom) {
  return kept
    .filter((one) => isAhead(one, from))
    .map((one) => ({
      series: one.series,
      t: quartersTo(one, from.start),
      threshold: one.threshold,
    }))
}

/** A signpost that is kept: what is said of it now. */
export interface KeptMark {
  readonly kept: KeptSignpost
  readonly id: string
  /** What its series is called. */
  readonly label: string
  /** By when, and what: By 2027Q1: Cloud spend above $159 bn a quarter. */
  readonly heading: string
  /** What is so then, or how it came. */
  readonly says: string
  /** As it is drawn; null where it has come or lies beyond the horizon. */
  readonly mark: SignpostMark | null
  /** Share of futures in which it comes; null where futures do not tell. */
  readonly chance: number | null
  /** The choice then and elsewhere, by id; null where there is none or futures do not tell. */
  readonly choice: { readonly there: string | null; readonly elsewhere: string | null } | null
}

/**
 * What is said of the signposts that are kept.
 *
 * @param found of those still to come, in their order; null while it is being worked out
 */
export function keptMarks(
  kept: readonly KeptSignpost[],
  from: KeptFrom,
  found: readonly FoundSides[] | null,
  of: SignWords,
): KeptMark[] {
  const ahead = kept.filter((one) => isAhead(one, from))
  return kept.map((one) => {
    const sides = found?.[ahead.indexOf(one)]
    return sides ? markAhead(one, from, sides, of) : markWithout(one, from)
  })
}

function markAhead(
  one: KeptSignpost,
  { start }: KeptFrom,
  { sides, fan }: FoundSides,
  of: SignWords,
): KeptMark {
  const { label, unit } = seriesWords(one.series)
  const there = sides[one.side]
  const elsewhere = sides[one.side === 'below' ? 'above' : 'below']
  const t = quartersTo(one, start)
  const heading = `${headingOf(one)}, ${inFuturesWords(there)}`
  const came = cameWords(one, sides, of) || soFarWords(one, start)
  const says = sentences([`${capital(thenWords(there, elsewhere, of, true))}.`, came])
  const nameOf = (side: typeof there) => (side.mean ? meanWords(side.mean, of) : 'no future')
  const flips = there.choice !== elsewhere.choice && there.choice !== null
  const sideName = (side: typeof there) =>
    flips && side.choice !== null ? of.labelOf(side.choice) : nameOf(side)
  return {
    kept: one,
    id: signpostKey(one),
    label,
    heading,
    says,
    chance: there.chance.value,
    choice: { there: there.choice, elsewhere: elsewhere.choice },
    mark: {
      id: signpostKey(one),
      series: one.series,
      label,
      unit,
      quarter: one.quarter,
      t,
      threshold: one.threshold,
      side: one.side,
      heading,
      says,
      came,
      flips,
      below: sideName(sides.below),
      above: sideName(sides.above),
      quarters: quarterLabels(start, fan.p50.length - 1),
      seen: seenSince(one.series, start, fan.p50.length - 1),
      fan,
    },
  }
}

function markWithout(one: KeptSignpost, from: KeptFrom): KeptMark {
  const id = signpostKey(one)
  const says = notAheadWords(one, from)
  return {
    kept: one,
    id,
    label: seriesWords(one.series).label,
    heading: headingOf(one),
    says,
    mark: null,
    chance: null,
    choice: null,
  }
}

function headingOf(one: KeptSignpost): string {
  return `By ${one.quarter}: ${seriesWords(one.series).label} ${conditionWords(one)}`
}

function notAheadWords(one: KeptSignpost, from: KeptFrom): string {
  if (!isKnown('series', one.series)) return `The model has no series ${one.series}.`
  const t = quartersTo(one, from.start)
  if (t > from.quarters) return 'That quarter lies beyond the horizon of this study.'
  if (t >= 1) return 'Its chance is being worked out.'
  return keptCameWords(one) || 'That quarter has passed, and no figure of it is on record here.'
}

/** Kept signposts in figures. */
export function keptTable(marks: readonly KeptMark[]): Table {
  return {
    columns: ['By', 'What is watched', 'Chance', 'What then', 'Note'],
    rows: marks.map(({ kept, chance, says }) => [
      kept.quarter,
      `${seriesWords(kept.series).label} ${conditionWords(kept)}`,
      chance === null ? '' : amount(valueWithError(chance, null, 'fraction'), chance),
      says,
      kept.note ?? '',
    ]),
  }
}
