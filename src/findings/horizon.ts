import type { NumberOutcome } from '../engine/model.ts'
import { count, sizeWithError, valueWithError, withError } from '../words/index.ts'
import { apart, type Estimate } from './estimates.ts'
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
 * @param statusQuo the label of the deal that has been struck; null where none has, or none is it
 */
export function horizonFinding(
  { id, label, unit, better }: NumberOutcome,
  strategies: readonly string[],
  seen: readonly SeenTo[],
  statusQuo: string | null = null,
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
  const quo = strategies.indexOf(statusQuo ?? '')
  // Of means that share their futures the difference is known better than this.
  const leadOf = ({ means }: SeenTo) => {
    const { value, error } = apart(means[best[0]], means[quo])
    return sizeWithError(value, error, unit)
  }
  const overQuo =
    quo >= 0 && best[0] !== quo && first
      ? `, ${leadOf(first)} to ${leadOf(last)} over “${statusQuo}”`
      : ''
  const years = (one: SeenTo) => count(one.quarters / 4)
  return {
    id: `horizon-${id}`,
    title:
      !first || strategies.length === 0
        ? 'No horizon was looked at'
        : same
          ? `“${wins}” is best on average at every horizon from ${years(first)} to ${years(last)} years: ${words(first)} to ${words(last)}${overQuo}`
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
