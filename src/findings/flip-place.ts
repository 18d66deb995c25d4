import type { Root } from '../analyses/best-regions.ts'
import type { ChoiceFlip } from '../analyses/choice-flips.ts'
import { assumptions } from '../study/model.ts'
import { value } from '../words/index.ts'

/** The standard error of a value: its interval is two of them to either side. */
export function rootError({ low, high }: Root): number {
  return (high - low) / 4
}

/**
 * Where another strategy is best: below 4% a year, between 2 and 4 years, if it happens.
 *
 * @param write how a value and its error are written
 */
export function flipPlace(
  { id, side, isEvent, start, end }: Pick<ChoiceFlip, 'id' | 'side' | 'isEvent' | 'start' | 'end'>,
  write: (x: number, error: number, unit: string) => string = (x, error, unit) =>
    value(x, unit, error),
): string {
  if (isEvent) return side === 'above' ? 'if it happens' : 'if it does not happen'
  const unit = assumptions.find((one) => one.id === id)?.unit ?? ''
  const roots = [start, end].flatMap((root) =>
    root ? [write(root.value, rootError(root), unit)] : [],
  )
  return `${side} ${roots.join(' and ')}`
}
