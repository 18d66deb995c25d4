import type { PairedDifference } from '../engine/analysis/paired.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { hundredths } from '../words/index.ts'

/** Ties rarer than this need no words of their own. */
const FEW_TIES = 0.01

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
