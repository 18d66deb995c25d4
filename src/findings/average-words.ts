import { difference, differenceWithError, sizeWithError } from '../words/index.ts'
import { stepsAfter } from './steps-after.ts'

/** The smallest difference that is written with digits: a hundredth of a point, a thousandth of others. */
const SMALLEST = { points: 1e-4, others: 1e-3 }

/** A mean difference in its own unit, for a sentence; one too small for digits is not said to be 0. */
export function averageWords(mean: number, error: number | null, unit: string): string {
  const by = differenceWithError(mean, error, unit)
  if (mean === 0 || by.includes('±') || /[1-9]/.test(by)) return by + stepsAfter(unit, by)
  const isShare = difference(0, unit).endsWith('points') && unit !== 'points'
  const least = sizeWithError(isShare ? SMALLEST.points : SMALLEST.others, null, unit)
  return `less than ${least}${stepsAfter(unit, least)} ${mean > 0 ? 'higher' : 'lower'}`
}
