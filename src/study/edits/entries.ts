import { LONGEST } from '../index.ts'

// What strategies and scenarios have in common: a list of named entries that somebody orders.

/** The longest name that is typed; a file may hold longer ones. */
export const LONGEST_NAME = 80
/** The longest description that is typed. */
export const LONGEST_STORY = LONGEST.story

interface Named {
  readonly id: string
  readonly label: string
}

/** An id that none of these has: the stem with the first number that is free. */
export function freshId(stem: string, taken: readonly { readonly id: string }[]): string {
  let number = 1
  while (taken.some(({ id }) => id === `${stem}${number}`)) number++
  return `${stem}${number}`
}

/** A name for a copy that none of these has yet; a copy's own copy is counted on. */
export function copyName(label: string, taken: readonly Named[]): string {
  const isTaken = (name: string) => taken.some((one) => one.label === name)
  const copied = label.replace(/^Copy of /, '')
  const counted = `Copy of ${copied.replace(/ \d+$/, '')}`
  // Otherwise the number is part of the name, as in “Plan 2025”.
  const isCounted = copied !== label && isTaken(counted)
  const stem = (isCounted ? counted : `Copy of ${copied}`).slice(0, LONGEST_NAME - 3)
  if (!isTaken(stem)) return stem
  let number = 2
  while (isTaken(`${stem} ${number}`)) number++
  return `${stem} ${number}`
}

/**
 * What is wrong with a new name, in a sentence; null if nothing is.
 *
 * @param what is named, as in “strategy”
 */
export function nameProblem(
  what: string,
  id: string,
  label: string,
  all: readonly Named[],
): string | null {
  const name = label.trim()
  if (name === '') return `A ${what} has a name.`
  if (name.length > LONGEST_NAME) {
    return `A name has at most ${LONGEST_NAME} characters, this one ${name.length}.`
  }
  const isTaken = all.some((one) => one.id !== id && one.label === name)
  return isTaken ? `Another ${what} is called “${name}” already.` : null
}

/** What is said where there are as many as there can be, as in “strategies”. */
export function fullProblem(what: string, most: number): string {
  return `A study has at most ${most} ${what}: delete one first.`
}

/**
 * Where one of the model's entries goes back in: after the last of those that stand before it there.
 *
 * @param ofModel ids as the model has them
 * @param ids those of the list
 * @returns its index in the list
 */
export function placeOf(id: string, ofModel: readonly string[], ids: readonly string[]): number {
  const before = ofModel.slice(0, ofModel.indexOf(id))
  return Math.max(-1, ...before.map((one) => ids.indexOf(one))) + 1
}

/** A list with one of its entries some places further down, or up where `by` is negative. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = Math.min(list.length - 1, Math.max(0, from + by))
  const rest = list.filter((_one, index) => index !== from)
  return from < 0 || from >= list.length ? [...list] : rest.toSpliced(to, 0, list[from])
}
