import type { Root } from '../analyses/best-regions.ts'
import { levelBetween } from '../words/index.ts'

/** A value at which something turns, with the interval that is drawn about it: the very one. */
export function rootWords({ value, low, high }: Root, unit: string): string {
  return levelBetween(value, low, high, unit)
}
