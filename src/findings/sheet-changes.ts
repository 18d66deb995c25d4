import { families } from '../engine/distributions/index.ts'
import type { SheetChange } from '../study/sheet/read-rows.ts'
import { beliefText } from '../study/sheet/shape-text.ts'
import { capital, counted, dayOf } from '../words/index.ts'
import { beliefWords } from './belief-words.ts'

/** A change of a sheet in words. */
export interface SheetChangeWords {
  readonly what: string
  readonly was: string
  readonly now: string
}

const remarkNames = {
  owner: 'Owner',
  date: 'Date',
  confidence: 'Confidence',
  note: 'Note',
} as const

/** What a sheet changes, from what to what: told apart wherever it is another belief. */
export function sheetChangeWords(change: SheetChange): SheetChangeWords {
  const { label } = change
  if (change.kind === 'note') {
    const say = (text: string) =>
      text === '' ? 'nothing' : change.field === 'date' ? dayOf(text) : text
    const what = `${label}: ${remarkNames[change.field].toLowerCase()}`
    return { what, was: say(change.was), now: say(change.now) }
  }
  const { from, to, unit } = change
  const [was, now] = [from, to].map((one) => {
    const words = beliefWords(one, unit)
    return from.kind === to.kind ? words : `${families[one.kind].label}, ${words}`
  })
  const isTold = was !== now
  return {
    what: label,
    was: capital(isTold ? was : beliefText(from, unit)),
    now: capital(isTold ? now : beliefText(to, unit)),
  }
}

/** So many changes by what they are of: 3 beliefs, 1 remark, or 4 changes. */
export function sheetChangesCounted(changes: readonly Pick<SheetChange, 'kind'>[]): string {
  const isOf = (kind: SheetChange['kind']) => changes.every((one) => one.kind === kind)
  return counted(changes.length, isOf('belief') ? 'belief' : isOf('note') ? 'remark' : 'change')
}
