import type { NumberOutcome } from '../engine/model.ts'
import { HEADLINE } from '../study/model.ts'
import { toDigits } from '../words/index.ts'
import { sideOf } from './target.ts'

/** What somebody would hope for of the headline, in its unit, where it can be reached. */
const HOPED = 10

/**
 * A target worth explaining, where nobody named one: $10 bn of the headline where more than one future
 * in a hundred may have it; else what the best tenth reach, to two digits.
 */
export function hopedFor(
  { id, better }: Pick<NumberOutcome, 'id' | 'better'>,
  { p10, p90 }: { readonly p10: number; readonly p90: number },
): number {
  if (id === HEADLINE && p10 < HOPED && p90 > HOPED / 2) return HOPED
  return toDigits(sideOf(better) === 'atMost' ? p10 : p90, 2)
}
