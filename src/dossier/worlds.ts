import type { Estimate } from '../findings/estimates.ts'
import type { MatrixFacts } from '../findings/matrix-facts.ts'

/** A scenario, and what a strategy averages in it. */
export interface WorldMean {
  readonly id: string
  readonly label: string
  readonly mean: Estimate
}

/** What a strategy averages in every scenario that was run, the worst for it first; none of one that is not there. */
export function worldsOf(
  { found, scenarios, outcome }: MatrixFacts,
  strategy: string,
): readonly WorldMean[] {
  const row = found.strategies.findIndex(({ id }) => id === strategy)
  const sign = outcome.better === 'lower' ? -1 : 1
  return scenarios
    .flatMap(({ id, label }) => {
      const column = found.scenarios.indexOf(id)
      return column < 0 || row < 0 ? [] : [{ id, label, mean: found.cells[column][row].mean }]
    })
    .toSorted((a, b) => sign * (a.mean.value - b.mean.value))
}
