import type { FamilyId } from '../engine/distributions/index.ts'
import { spreadUnit } from '../words/index.ts'

/** The unit of chances. */
export const CHANCE = 'fraction'
/** The unit of numbers that have none. */
export const PLAIN = 'dimensionless'

/** Parameters that are no values of what the belief is about. */
const OWN: readonly string[] = [
  'weight',
  'alpha',
  'beta',
  'terms',
  'coefficients',
  'logStandardDeviation',
]

/** The unit of a number a shape is described by, for a belief in a unit. */
export function unitOf(kind: FamilyId, parameter: string, unit: string): string {
  if (kind === 'bernoulli' || parameter === 'probabilities') return CHANCE
  if (OWN.includes(parameter)) return PLAIN
  if (parameter === 'standardDeviation') return spreadUnit(unit)
  // Whether something happens is 1 or 0.
  return unit === 'event' ? PLAIN : unit
}
