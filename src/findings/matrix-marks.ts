import { value } from '../words/index.ts'
import { type Choice, type Mark, markOf, marks } from './best.ts'

/** How a figure stands in its column, by the one rule. */
export interface Stand {
  readonly mark: Mark | null
  readonly sign: string
  readonly words: string
  /** Best, first, or about the same as the first. */
  readonly isAmongFirst: boolean
}

/** Of the first of a column in which none is surely best. */
const FIRST = '☆'

const unmarked: Stand = { mark: null, sign: '', words: '', isAmongFirst: false }

/** How one stands in a choice; without a choice it is not marked. */
export function standIn(choice: Choice | null, id: string): Stand {
  const mark = choice && markOf(choice, id)
  if (!choice || !mark) return unmarked
  const { open, equal, best } = wordsOfMarks(choice.negligible)
  if (mark === 'best') return { mark, sign: marks.best.sign, words: best, isAmongFirst: true }
  if (isFirst(choice, id)) {
    const words = mark === 'open' ? firstWords(choice.negligible) : 'first, others about the same'
    return { mark, sign: FIRST, words, isAmongFirst: true }
  }
  const words = mark === 'open' ? open : equal
  return { mark, sign: marks[mark].sign, words, isAmongFirst: mark === 'equal' }
}

/** Whether one is the first of a column, alone or with those that are the same in every future. */
function isFirst({ top, rivals, kind }: Choice, id: string): boolean {
  const same = rivals.filter(({ standing }) => standing === 'same')
  if (kind === 'equal' && same.length > 0) return false
  return top.id === id || same.some((one) => one.id === id)
}

function firstWords(negligible: number | null): string {
  return negligible ? `first, not surely by more than ${called(negligible)}` : 'first, not surely'
}

/** What the signs say, true of all that carry them. */
function wordsOfMarks(negligible: number | null) {
  return {
    best: 'best',
    equal: 'about the same as the first',
    open: negligible
      ? `not surely more than ${called(negligible)} behind the first`
      : 'not surely behind the first with these trials',
  }
}

/** All signs of a matrix and what they say. */
export function legendOf(negligible: number | null): string {
  const { best, equal, open } = wordsOfMarks(negligible)
  const surely = negligible ? `surely more than ${called(negligible)} ahead` : 'surely ahead'
  const within = negligible ? `surely within ${value(negligible, 'USD bn')}` : 'in every future'
  return `${marks.best.sign} ${best}, ${surely}; ${FIRST} first, but not surely so; ${marks.equal.sign} ${equal}, ${within}; ${marks.open.sign} ${open}`
}

/** A size that does not matter, in words. */
function called(negligible: number): string {
  return `the ${value(negligible, 'USD bn')} called negligible`
}
