import { pointsWord } from '../words/index.ts'

/**
 * What follows a difference in a sentence whose values stand alone: nobody says “a concentration of
 * 1,800 points”, but “19 higher” says nothing.
 *
 * @param digits the difference, as it is written
 */
export function stepsAfter(unit: string, digits: string): string {
  if (unit.startsWith('index')) return ` index ${pointsWord(digits)}`
  return unit === 'points' ? ` ${pointsWord(digits)}` : ''
}
