import { tickStep } from 'd3'
import { toDigits } from '../../words/index.ts'

/** A step people count in (1, 2 or 5 times a power of ten), about a hundredth of a range. */
export function stepOf(low: number, high: number): number {
  if (!(high > low)) return 1
  return toDigits(tickStep(low, high, 100), 3)
}
