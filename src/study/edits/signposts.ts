import type { Study } from '../index.ts'
import { type KeptSignpost, MOST_SIGNPOSTS } from '../signposts.ts'
import { quarterNumber } from '../../words/index.ts'

type Signed = Pick<Study, 'signposts'>

/** Signposts kept with a study, the earliest quarter first. */
export function signpostsOf({ signposts = [] }: Signed): readonly KeptSignpost[] {
  return signposts.toSorted((a, b) => (a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : 0))
}

/** Whether one is kept, whatever its note. */
export function isKept({ signposts = [] }: Signed, one: KeptSignpost): boolean {
  return signposts.some((other) => signpostKey(other) === signpostKey(one))
}

/** Whether one more finds room. */
export function hasRoomForSignpost({ signposts = [] }: Signed): boolean {
  return signposts.length < MOST_SIGNPOSTS
}

/** Keeps a signpost; one that is kept, or finds no room, changes nothing. */
export function withSignpost(study: Study, one: KeptSignpost): Study {
  if (isKept(study, one) || !hasRoomForSignpost(study)) return study
  return { ...study, signposts: [...(study.signposts ?? []), one] }
}

/** Takes a signpost out; with the last of them goes the list. */
export function withoutSignpost(study: Study, one: KeptSignpost): Study {
  if (!isKept(study, one)) return study
  const left = (study.signposts ?? []).filter((other) => signpostKey(other) !== signpostKey(one))
  const { signposts: _old, ...rest } = study
  return left.length > 0 ? { ...rest, signposts: left } : rest
}

/** What is noted on a signpost; an empty text is no note. */
export function withSignpostNote(study: Study, one: KeptSignpost, note: string): Study {
  const said = note.trim()
  const found = study.signposts?.find((other) => signpostKey(other) === signpostKey(one))
  if (!found || (found.note ?? '') === said) return study
  const { note: _old, ...bare } = found
  const noted: KeptSignpost = said === '' ? bare : { ...bare, note: said }
  return {
    ...study,
    signposts: study.signposts?.map((other) => (other === found ? noted : other)) ?? [],
  }
}

/** What makes a signpost itself: another threshold is another one. */
export function signpostKey({ series, quarter, threshold, side }: KeptSignpost): string {
  return [series, quarter, threshold, side].join(' ')
}

/** Quarters from a start to that of a signpost; below 1 where it has come. */
export function quartersTo({ quarter }: KeptSignpost, start: string): number {
  return quarterNumber(quarter) - quarterNumber(start)
}
