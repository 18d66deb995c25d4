import { count, listed, plain, shareText } from '../words/index.ts'
import type { MatrixScenario } from './matrix-facts.ts'

/** Scenarios that are named each with its share; of more it stands beside each weight. */
const NAMED = 3

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

/** What weights add up to, and what they are counted as. */
export function weightsWords(
  weights: readonly number[],
  scenarios: readonly Pick<MatrixScenario, 'label' | 'share' | 'shareText'>[],
  areWeighed: boolean,
): string {
  if (!areWeighed) return 'No weight was set: all scenarios count the same.'
  if (areHundred(weights)) return 'The weights add up to 100%.'
  const some = scenarios.filter((_, at) => weights[at] > 0)
  const [{ share, shareText: each }] = some
  const isSame = some.every((one) => Math.abs(one.share - share) < 1e-9)
  const left = weights.length - some.length
  const counts =
    some.length === 1
      ? `“${some[0].label}” alone counts`
      : isSame
        ? `each ${left > 0 ? 'that is not 0 ' : ''}counts as ${each}`
        : some.length > NAMED
          ? 'each counts as the percentage under it'
          : listed(some.map(({ label, shareText: text }) => `“${label}” counts as ${text}`))
  const out = left > 0 ? `; ${count(left)} of weight 0 ${left > 1 ? 'are' : 'is'} left out` : ''
  return `The weights add up to ${weightText(sumOf(weights))}, not 100: ${counts}${out}.`
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0)
}
