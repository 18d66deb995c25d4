import type { FactorIndex } from '../analyses/sobol-indices.ts'
import {
  type VariancePart,
  type VarianceSplit,
  varianceSplit,
} from '../engine/sensitivity/variance-split.ts'
import { fixedPercent, shareTexts } from '../words/index.ts'
import { ALL_LUCK, isBelief } from './drivers-by-runs-asked.ts'

/** The largest error of what beliefs make one by one with which it is told: a twentieth of the variance. */
const TOLD = 0.05

/** Parts of the variance, of the indices of all factors; null where all luck together is not among them. */
export function splitOf(indices: readonly FactorIndex[]): VarianceSplit | null {
  const luck = indices.find(({ id }) => id === ALL_LUCK)
  if (!luck) return null
  const beliefs = indices.filter(isBelief).map(({ samples }) => samples)
  return varianceSplit(beliefs, luck.samples)
}

/**
 * How the variance is shared out among beliefs one by one, beliefs together, luck, and what comes only of
 * beliefs and luck together. Parts add up to 100%. What beliefs make one by one is told once its error is small.
 *
 * @param indices of all factors; of others nothing is said
 */
export function splitWords(indices: readonly FactorIndex[]): string {
  const split = splitOf(indices)
  if (!split) return ''
  const all = inside(1, split.beliefs.value)
  const own = inside(1 - all, split.luck.value)
  const one = inside(all, split.oneByOne.value)
  const rest = 1 - all - own
  const error = Math.max(split.oneByOne.error, split.together.error)
  if (error > TOLD) {
    const [beliefs, alone, both] = shareTexts([all, own, rest])
    return `Of the variance, beliefs account for ${beliefs}${by(split.beliefs)}, luck for ${alone}${by(split.luck)}, and ${both}${by(split.both)} comes only of beliefs and luck together. These futures are too few to say how much of the beliefs’ part comes from them one by one: such a figure would be uncertain by ${fixedPercent(error)} of the variance, one standard error.`
  }
  const [single, together, alone, both] = shareTexts([one, all - one, own, rest])
  return `Of the variance, beliefs one by one account for ${single}${by(split.oneByOne)}, beliefs working together for ${together}${by(split.together)}, luck for ${alone}${by(split.luck)}, and ${both}${by(split.both)} comes only of beliefs and luck together.`
}

/** Its error, after a part in words; at least the half percent that rounding takes. */
function by({ error }: VariancePart): string {
  return ` (± ${fixedPercent(Math.max(error, 0.005))})`
}

function inside(most: number, value: number): number {
  return Math.min(most, Math.max(0, value))
}
