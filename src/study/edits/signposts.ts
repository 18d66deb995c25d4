import type { Study } from '../index.ts'
import { type KeptSignpost, MOST_SIGNPOSTS } from '../signposts.ts'
import { quarterNumber } from '../../words/index.ts'
import { keptList } from './kept.ts'

/** Signposts that are kept with a study. */
export const {
  isKept,
  hasRoom: hasRoomForSignpost,
  withOne: withSignpost,
  without: withoutSignpost,
  withNote: withSignpostNote,
} = keptList('signposts', signpostKey, MOST_SIGNPOSTS)

/** Signposts kept with a study, the earliest quarter first. */
export function signpostsOf({ signposts = [] }: Pick<Study, 'signposts'>): readonly KeptSignpost[] {
  return signposts.toSorted((a, b) => (a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : 0))
}

/** What makes a signpost itself: another threshold is another one. */
export function signpostKey({ series, quarter, threshold, side }: KeptSignpost): string {
  return [series, quarter, threshold, side].join(' ')
}

/** Quarters from a start to that of a signpost; below 1 where it has come. */
export function quartersTo({ quarter }: KeptSignpost, start: string): number {
  return quarterNumber(quarter) - quarterNumber(start)
}
