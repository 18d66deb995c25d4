import type { ChoiceFlip } from '../analyses/choice-flips.ts'
import type { Root } from '../analyses/best-regions.ts'
import { assumptions } from '../study/model.ts'
import { levelWithError, value } from '../words/index.ts'

type Place = Pick<ChoiceFlip, 'id' | 'side' | 'isEvent' | 'start' | 'end'>

/** The standard error of a value: its interval is two of them to either side. */
export function rootError({ low, high }: Root): number {
  return (high - low) / 4
}

/** Where another strategy is best: below 4% a year, between 2 and 4 years, if it happens. */
export function flipPlace({ id, side, isEvent, start, end }: Place, withErrors = false): string {
  if (isEvent) return side === 'above' ? 'if it happens' : 'if it does not happen'
  const { unit = '' } = assumptions.find((one) => one.id === id) ?? {}
  const words = (root: Root | null) => {
    if (!root) return ''
    const error = rootError(root)
    return withErrors ? levelWithError(root.value, error, unit) : value(root.value, unit, error)
  }
  if (side === 'between') return `between ${words(start)} and ${words(end)}`
  return `${side} ${words(start ?? end)}`
}
