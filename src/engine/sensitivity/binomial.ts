import { betaShape } from '../special.ts'

/**
 * The chance that of so many independent trials at least so many are good.
 *
 * @param chance of each
 */
export function atLeastSoMany(good: number, count: number, chance: number): number {
  if (good <= 0) return 1
  if (good > count || chance <= 0) return 0
  if (chance >= 1) return 1
  return betaShape(good, count - good + 1).cumulative(chance)
}
