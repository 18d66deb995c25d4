import { observedIn } from '../../models/observed-in.ts'
import { OBSERVED_UNTIL } from '../../models/observed-until.ts'
import type { SignSides } from '../analyses/sign-sides.ts'
import type { KeptSignpost } from '../study/signposts.ts'
import { quarterLabel, quarterLabels, quarterNumber, threshold, value } from '../words/index.ts'
import { meanWords, seriesWords, type SignWords } from './signpost-words.ts'

/** A threshold of a series at a quarter, by its name. */
type At = Pick<KeptSignpost, 'series' | 'quarter' | 'threshold'>

/** What came of a series, and on which side of a threshold; null where what is printed does not tell. */
interface Came {
  readonly value: number
  readonly side: 'below' | 'above' | null
}

/** Whether figures of a quarter are on record. */
export function hasCome(quarter: string): boolean {
  return quarter <= OBSERVED_UNTIL
}

/** What came at a threshold; null where no figure that is defined as the series is on record. */
export function cameAt({ series, quarter, threshold: cut }: At): Came | null {
  const seen = observedIn(series, quarter)
  if (!seen) return null
  const isUnknown = seen.low <= cut && seen.high > cut
  return { value: seen.value, side: isUnknown ? null : seen.value <= cut ? 'below' : 'above' }
}

/**
 * What came, in the middle of a sentence; empty where nothing is on record.
 *
 * @param when said behind the figure, as in: in 2026Q1
 */
export function cameAtWords(at: At, when = ''): string {
  const came = cameAt(at)
  if (!came) return ''
  const { unit } = seriesWords(at.series)
  const cut = threshold(at.threshold, unit)
  const was = [value(came.value, unit), when].filter((one) => one !== '').join(' ')
  return came.side === null
    ? `${was} as printed, too coarse to tell on which side of ${cut} that is`
    : `${was}, ${came.side} the threshold of ${cut}`
}

/** A quarter that has come: what was seen, and what is so on that side; empty where it is to come. */
export function cameWords(at: At, sides: SignSides, of: SignWords): string {
  if (!hasCome(at.quarter)) return ''
  const words = cameAtWords(at)
  if (words === '')
    return `${at.quarter} has come, but no figure that is defined in the same way is on record here.`
  return [`${at.quarter} has come: ${words}.`, sideCameWords(at, sides, of)]
    .filter((one) => one !== '')
    .join(' ')
}

/** What is so on the side on which it came; empty where that is not known. */
export function sideCameWords(at: At, sides: SignSides, of: SignWords): string {
  const side = cameAt(at)?.side
  const there = side && sides[side]
  if (!there?.mean) return ''
  const isOther = there.choice !== null && sides.below.choice !== sides.above.choice
  const choice = isOther ? `, and the choice is ${of.labelOf(there.choice)}` : ''
  const other = sides[side === 'below' ? 'above' : 'below'].mean
  const rest = other ? `, in the others ${meanWords(other, of)}` : ''
  return `In futures on that side ${of.brief} averages ${meanWords(there.mean, of)}${choice}${rest}.`
}

/** A figure that has come, and how many quarters from the start. */
export interface SeenPoint {
  readonly t: number
  readonly value: number
}

/** What has come of a series since a start, where it is defined as the series is. */
export function seenSince(series: string, start: string, quarters: number): SeenPoint[] {
  return quarterLabels(start, quarters).flatMap((quarter, t) => {
    const seen = t > 0 && hasCome(quarter) ? observedIn(series, quarter) : null
    return seen ? [{ t, value: seen.value }] : []
  })
}

/** How a signpost came of which futures tell nothing; empty where no figure is on record. */
export function keptCameWords(one: KeptSignpost): string {
  const came = cameAt(one)
  if (!came) return ''
  const is = came.side === one.side ? 'is' : 'is not'
  const so = came.side === null ? '' : `, which ${is} what was watched for`
  return `${one.quarter} has come: ${cameAtWords(one)}${so}.`
}

/** What came, or how it stands, for a cell of a table; empty where nothing is on record. */
export function onRecordWords(at: At, start: string): string {
  const came = hasCome(at.quarter) ? cameAt(at) : null
  if (!came) return newestWords(at.series, start, at.quarter)
  const side = came.side ?? 'too coarse to tell'
  return `${value(came.value, seriesWords(at.series).unit)}: ${side}`
}

/** The newest figure of a series on record since a start; empty where there is none, or its quarter has come. */
export function soFarWords({ series, quarter }: At, start: string): string {
  const newest = newestWords(series, start, quarter)
  return newest === '' ? '' : `So far: ${newest}.`
}

function newestWords(series: string, start: string, quarter: string): string {
  if (hasCome(quarter)) return ''
  const first = quarterNumber(start)
  for (let at = quarterNumber(OBSERVED_UNTIL); at > first; at--) {
    const seen = observedIn(series, quarterLabel(at))
    if (seen) {
      return `${value(seen.value, seriesWords(series).unit)} in ${quarterLabel(at)}`
    }
  }
  return ''
}
