import type { Study } from './index.ts'
import { type Change, changesBetween, withChanges } from './changes.ts'

/** What undo brings back: the study and the scenario in view. */
export interface Moment {
  readonly study: Study
  readonly scenario: string
}

/** Moments in their order, with the name of the step between each and the next. */
export interface History {
  readonly moments: readonly Moment[]
  /** Step i leads from moment i to moment i + 1. */
  readonly names: readonly string[]
  /** The moment that holds now; later ones can be done again. */
  readonly at: number
}

/** As many steps can be undone. */
export const MOST_STEPS = 100
/** A kept history is no longer than this, in characters. */
const LONGEST = 1_000_000

/** A history in which nothing was done yet. */
export function beginning(moment: Moment): History {
  return { moments: [moment], names: [], at: 0 }
}

/** The moment that holds now. */
export function present({ moments, at }: History): Moment {
  return moments[at]
}

/**
 * The history after one more step; what could be done again is gone.
 *
 * @param moment another one than the present, unless joined
 * @param joined whether it belongs to the step before, as the movements of one drag do
 */
export function recorded(history: History, name: string, moment: Moment, joined = false): History {
  const start = joined && history.at > 0 ? history.at - 1 : history.at
  const moments = history.moments.slice(0, start + 1)
  const names = history.names.slice(0, start)
  // A drag that ends where it began is no step; that any other changes something is known by now.
  if (joined && isSame(moments[start], moment)) return { moments, names, at: start }
  return shortened({ moments: [...moments, moment], names: [...names, name], at: start + 1 })
}

/** The history one step back, or as it is where there is none. */
export function undone(history: History): History {
  return { ...history, at: Math.max(0, history.at - 1) }
}

/** The history one step on, or as it is where there is none. */
export function redone(history: History): History {
  return { ...history, at: Math.min(history.moments.length - 1, history.at + 1) }
}

/** The name of the step that undo takes back. */
export function undoName({ names, at }: History): string | null {
  return names[at - 1] ?? null
}

/** The name of the step that redo does again. */
export function redoName({ names, at }: History): string | null {
  return names[at] ?? null
}

/** Whether two moments are the same in everything that is kept. */
export function isSame(a: Moment, b: Moment): boolean {
  return a === b || changesBetween(a, b).length === 0
}

/** A history as text: its first moment in full, then what each step changed. Old steps go first. */
export function writeHistory(history: History, longest = LONGEST): string {
  const { moments, names, at } = history
  const steps = names.map((name, i) =>
    JSON.stringify([name, changesBetween(moments[i], moments[i + 1])]),
  )
  let first = 0
  let length = steps.reduce((sum, step) => sum + step.length + 1, 0)
  while (first < at && length > longest) length -= steps[first++].length + 1
  const kept = length > longest ? [] : steps.slice(first)
  const start = JSON.stringify(moments[kept.length === 0 ? at : first])
  return `{"at":${kept.length === 0 ? 0 : at - first},"first":${start},"steps":[${kept.join(',')}]}`
}

/**
 * A history from its text.
 *
 * @param now the moment that holds now, which the text may be older than
 * @param renew brings a study of an older version of the format up to the present one
 * @returns a history without steps where the text cannot be read
 */
export function readHistory(
  text: string | null,
  now: Moment,
  renew: (study: Study) => Study,
): History {
  if (text === null) return beginning(now)
  try {
    const { at, first, steps } = JSON.parse(text) as {
      at: number
      first: Moment
      steps: readonly (readonly [name: string, changes: readonly Change[]])[]
    }
    const old = [first]
    for (const [, changes] of steps) old.push(withChanges(old[old.length - 1], changes))
    const moments = old.map(({ study, scenario }) => ({ study: renew(study), scenario }))
    if (!Number.isInteger(at) || !moments[at]) return beginning(now)
    if (!isSame(moments[at], now)) moments[at] = now
    return { moments, names: steps.map(([name]) => String(name)), at }
  } catch {
    // Steps that cannot be read are lost; the study is not.
    return beginning(now)
  }
}

function shortened(history: History): History {
  const over = history.names.length - MOST_STEPS
  if (over <= 0) return history
  return {
    moments: history.moments.slice(over),
    names: history.names.slice(over),
    at: history.at - over,
  }
}
