import type { Lever, Levers, LeverValue } from '../engine/model.ts'
import { value } from '../words/index.ts'
import { shortLabel } from './lever-words.ts'

/** A term of a strategy in words. */
export interface TermLine {
  readonly id: string
  readonly label: string
  readonly text: string
  /** What its definition says, where that is something else. */
  readonly was: string | null
}

/**
 * The terms of a strategy, one a line.
 *
 * @param levers those that can be set
 * @param definition what it was defined with; null where it has none
 */
export function termLines(
  levers: readonly Lever[],
  terms: Levers,
  definition: Levers | null,
): TermLine[] {
  return levers.map((lever) => {
    const now = terms[lever.id] ?? lever.default
    const before = definition?.[lever.id]
    return {
      id: lever.id,
      label: shortLabel(lever),
      text: textOf(lever, now),
      was: before === undefined || before === now ? null : textOf(lever, before),
    }
  })
}

function textOf({ unit }: Lever, set: LeverValue): string {
  if (typeof set === 'number') return value(set, unit)
  return set ? 'yes' : 'no'
}
