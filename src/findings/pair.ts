import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { difference, errorDigits, plain, valueWithError } from '../words/numbers.ts'

/** Ties rarer than this need no words of their own. */
const FEW_TIES = 0.01

/** Parts of a whole in hundredths that add up to 100, each within one of its share. */
export function hundredths(shares: readonly number[]): number[] {
  const whole = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const rest = shares
    .map((share, index) => ({ index, part: share * 100 - whole[index] }))
    .sort((a, b) => b.part - a.part || a.index - b.index)
  const missing = 100 - whole.reduce((sum, one) => sum + one, 0)
  for (const { index } of rest.slice(0, Math.max(0, missing))) whole[index]++
  return whole
}

/**
 * Who is ahead how often, in a sentence. Ties are never hidden in one of the two numbers.
 *
 * @param difference a less b
 */
export function pairWords(
  a: string,
  b: string,
  { wins, losses, ties }: PairedDifference,
  better: NumberOutcome['better'],
): string {
  if (ties === 1) return `${a} and ${b} do not differ in any future`
  const ahead = better === 'neutral' ? 'higher' : 'ahead'
  const [forA, forB] = better === 'lower' ? [losses, wins] : [wins, losses]
  const [inA, inB, none] = hundredths([forA, forB, ties])
  const words = `${a} ${ahead} in ${inA} of 100 futures, ${b} in ${inB}`
  return ties > FEW_TIES ? `${words}, no difference in ${none}` : words
}

/** A mean difference with its error: +0.7 ± 0.2 points, −$3.1 ± 0.1 bn. */
export function differenceWithError(x: number, error: number | null, unit: string): string {
  const sign = x > 0 ? '+' : ''
  if (!error) return difference(x, unit)
  if (unit !== 'fraction') return sign + valueWithError(x, error, unit)
  return `${sign}${plain(x * 100, error * 100)} ± ${errorDigits(error * 100)} points`
}
