import type { FuturePlace, FuturesAt } from '../analyses/futures-at.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { capital, chance, commas, count, money, sentences, value } from '../words/index.ts'
import { type Where, whereWords } from './where.ts'

/** Where a future stands among those counted, in words. */
export function placeWords(
  { count: all }: Pick<FuturesAt, 'count'>,
  { lower, equal, isCounted }: FuturePlace,
  where: Where,
): string {
  const others = all - (isCounted ? 1 : 0)
  if (others === 0) return 'It is the only future counted.'
  const one = equal === others ? '' : `${chance(lower / others)} are lower than this one`
  const same = equal > 0 ? `${chance(equal / others)} the same` : ''
  const counted = `Of ${count(all)} futures counted (${whereWords(where).counted}) ${commas([one, same].filter(Boolean))}.`
  return sentences([counted, isCounted ? '' : 'This one is not counted among them.'])
}

/** A way to another future, in the order of the outcome. */
export interface NextFuture {
  readonly way: 'previous' | 'next'
  /** Null where there is none. */
  readonly trial: number | null
  readonly words: string
}

/** The next futures to either side, called by what is better where something is. */
export function nextWords(
  { better, unit }: NumberOutcome,
  { previous, next }: Pick<FuturePlace, 'previous' | 'next'>,
): NextFuture[] {
  const names =
    better === 'neutral'
      ? (['lower', 'higher'] as const)
      : better === 'higher'
        ? (['worse', 'better'] as const)
        : (['better', 'worse'] as const)
  return ([previous, next] as const).map((one, at) => {
    const way = at === 0 ? ('previous' as const) : ('next' as const)
    const words = one
      ? `Next ${names[at]}: future ${count(one.trial)}, ${say(one.value, unit)}`
      : `None is ${names[at]}`
    return { way, trial: one?.trial ?? null, words: capital(words) }
  })
}

function say(x: number, unit: string): string {
  return unit === 'USD bn' ? money(x) : value(x, unit)
}

/** What was typed as the number of a future: it, or what is wrong with it, in words. */
export function futureTyped(text: string, trials: number): number | string {
  const digits = text
    .trim()
    .replace(/^future\s*/i, '')
    .replace(/[,\s]/g, '')
  const trial = /^\d+$/.test(digits) ? Number(digits) : null
  return trial !== null && trial < trials
    ? trial
    : `Enter a whole number from 0 to ${count(trials - 1)}.`
}
