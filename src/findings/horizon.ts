import type { NumberOutcome } from '../engine/model.ts'
import { count, valueWithError, withError } from '../words/index.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Finding } from './finding.ts'

/** What every strategy is worth, seen to one horizon. */
export interface SeenTo {
  readonly quarters: number
  /** In the order of the strategies. */
  readonly means: readonly Estimate[]
}

/**
 * How the answer depends on the horizon: the mean of every strategy and which is best, from three
 * years to ten.
 *
 * @param strategies their labels
 */
export function horizonFinding(
  { id, label, unit, better }: NumberOutcome,
  strategies: readonly string[],
  seen: readonly SeenTo[],
): Finding<readonly SeenTo[]> {
  const sign = better === 'lower' ? -1 : 1
  const bestOf = ({ means }: SeenTo) => {
    const values = means.map(({ value }) => sign * value)
    return values.indexOf(Math.max(...values))
  }
  const best = [...new Set(seen.map(bestOf))]
  const [first, last] = [seen[0], seen[seen.length - 1]]
  const same = best.length === 1
  const wins = strategies[best[0]]
  const words = ({ means }: SeenTo) => {
    const { value, error } = means[best[0]]
    return valueWithError(value, error, unit)
  }
  const years = (one: SeenTo) => count(one.quarters / 4)
  return {
    id: `horizon-${id}`,
    title:
      !first || strategies.length === 0
        ? 'No horizon was looked at'
        : same
          ? `“${wins}” is best on average at every horizon from ${years(first)} to ${years(last)} years: ${words(first)} to ${words(last)}`
          : `Which strategy is best on average depends on the horizon: “${strategies[bestOf(first)]}” at ${years(first)} years, “${strategies[bestOf(last)]}” at ${years(last)}`,
    measure: `${label}: means by quarters to the horizon (${unit === 'fraction' ? 'percent' : unit}).`,
    caption:
      'What a deal brings builds up over a decade, its price is paid at once. The same futures at every horizon.',
    table: () => ({
      columns: ['Quarters', ...strategies, 'Best on average'],
      rows: seen.map((one) => [
        amount(count(one.quarters), one.quarters),
        ...one.means.map(({ value, error }) => amount(withError(value, error, 2), value)),
        strategies[bestOf(one)] ?? '–',
      ]),
    }),
    marks: seen,
  }
}
