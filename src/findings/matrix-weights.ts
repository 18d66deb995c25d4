import { commas, plain, shareText } from '../words/index.ts'

/** Digits of a weight that a field has room for. */
const ROOM = 7

/** A weight just as it was typed; of what no one types, as of a third, as much as tells it. */
export function weightText(weight: number): string {
  const exact = shareText(weight / 100)
  return exact.length > ROOM ? plain(weight) : exact
}

/** Whether weights are percents, but for rounding. */
export function areHundred(weights: readonly number[]): boolean {
  return Math.abs(sumOf(weights) - 100) < 1e-6
}

/**
 * What weights add up to, and what they are counted as.
 *
 * @param texts of their shares, in percent
 */
export function weightsWords(
  weights: readonly number[],
  texts: readonly string[],
  areWeighed: boolean,
): string {
  if (!areWeighed) return 'No weight was set: all scenarios count the same.'
  if (areHundred(weights)) return 'The weights add up to 100%.'
  const counts = texts.map((text, at) => (weights[at] === 0 ? 'left out' : text))
  return `The weights add up to ${weightText(sumOf(weights))}; counted as ${commas(counts)}.`
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0)
}
