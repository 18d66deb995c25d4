import type { Root } from '../analyses/best-regions.ts'
import type { ChoiceFlip } from '../analyses/choice-flips.ts'
import { assumptions } from '../study/model.ts'
import { value } from '../words/index.ts'

/** The standard error of a value: its interval, which may reach farther to one side, is four of them wide. */
export function rootError({ low, high }: Root): number {
  return (high - low) / 4
}

/**
 * Where another strategy is best: below 4% a year, between 2 and 4 years, if it happens.
 *
 * @param write how a value and its interval are written
 */
export function flipPlace(
  { id, side, isEvent, start, end }: Pick<ChoiceFlip, 'id' | 'side' | 'isEvent' | 'start' | 'end'>,
  write: (root: Root, unit: string) => string = (root, unit) =>
    value(root.value, unit, rootError(root)),
): string {
  if (isEvent) return side === 'above' ? 'if it happens' : 'if it does not happen'
  const unit = assumptions.find((one) => one.id === id)?.unit ?? ''
  const roots = [start, end].flatMap((root) => (root ? [write(root, unit)] : []))
  return `${side} ${roots.join(' and ')}`
}
