import type { DiffEntry } from '../study/diff-entry.ts'
import { alternatives, listed } from '../words/index.ts'
import type { BridgeAnswer } from '../workers/bridge.ts'
import type { Choice } from './best.ts'
import type { Estimate } from './estimates.ts'

/**
 * What becomes of the choice: `flips` where none of those that may be chosen before may be now; `shifts`
 * where others join them or leave; `same` otherwise.
 */
export type ChoiceChange = 'flips' | 'shifts' | 'same'

/** What an entry does when it alone is taken. */
export type DiffEffect =
  /** It moves no figure of the scenario in view. */
  | { readonly kind: 'none' }
  /** It cannot be taken alone. */
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'known'
      /** Null where there is nothing to choose from. */
      readonly choice: Choice | null
      readonly change: ChoiceChange
      /** On the average of the strategy whose term it is; null for what is no term. */
      readonly effect: Estimate | null
    }

/** What all entries do in one scenario, on the futures of the first study. */
export interface DiffEffects {
  /** The scenario's label. */
  readonly scenario: string
  readonly trials: number
  /** Errors beyond which something is certain. */
  readonly certain: number
  readonly mine: Choice | null
  /** The best on average of those that invest: what beliefs do is told of it. Null where none does. */
  readonly on: { readonly id: string; readonly label: string } | null
  /** Its average as the first study says, and with all that the other says; null where it is not known there. */
  readonly averages: { readonly mine: Estimate | null; readonly theirs: Estimate | null }
  /** With all beliefs of the other, and with all its decisions too; null where that cannot be run. */
  readonly beliefs: Choice | null
  readonly all: Choice | null
  /** By the entry's id; of settings nothing is known. */
  readonly byEntry: ReadonlyMap<string, DiffEffect>
}

/** What is said of two studies. */
export interface DiffFacts {
  /** What both are called; not the same. */
  readonly names: { readonly mine: string; readonly theirs: string }
  readonly entries: readonly DiffEntry[]
  /** Null before they are known. */
  readonly effects: DiffEffects | null
  /** What beliefs do to the average of that strategy; null before it is known. */
  readonly bridge: BridgeAnswer | null
  /** Whether both are seen from one date. */
  readonly isOneDate: boolean
}

/** As many are named; of more, how many there are. */
const NAMED = 3

/** Those that may be the choice: the best, and whatever is about the same or cannot be told from it. */
export function frontOf({ top, equal, open }: Choice): readonly { id: string; label: string }[] {
  return [top, ...equal, ...open]
}

/** What becomes of a choice. */
export function choiceChange(before: Choice, after: Choice): ChoiceChange {
  const [a, b] = [before, after].map((one) => frontOf(one).map(({ id }) => id))
  const common = a.filter((id) => b.includes(id))
  if (common.length === 0) return 'flips'
  return common.length === a.length && common.length === b.length ? 'same' : 'shifts'
}

/** Those that may be the choice, in a sentence. */
export function frontWords(choice: Choice): string {
  const names = frontOf(choice).map(({ label }) => label)
  return names.length > NAMED ? `one of ${names.length} strategies` : alternatives(names)
}

/** What becomes of a choice, in words that follow “it”, “which” or a name; empty where it stays. */
export function changeWords(before: Choice, after: Choice): string {
  const [was, is] = [before, after].map(frontOf)
  const missing = (from: typeof was, among: typeof was) =>
    from.filter(({ id }) => !among.some((one) => one.id === id))
  const [joined, left] = [missing(is, was), missing(was, is)]
  if (joined.length === is.length) {
    return `changes the choice from ${frontWords(before)} to ${frontWords(after)}`
  }
  if (joined.length > 0 && left.length > 0) {
    return `puts ${namesOf(joined)} in the place of ${namesOf(left)} among those that may be best`
  }
  if (left.length > 0)
    return `takes ${namesOf(left)} from those that may be best and leaves ${frontWords(after)}`
  return joined.length > 0 ? `adds ${namesOf(joined)} to those that may be best` : ''
}

function namesOf(some: readonly { readonly label: string }[]): string {
  return some.length > NAMED ? `${some.length} strategies` : listed(some.map(({ label }) => label))
}
