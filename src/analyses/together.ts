import type { RunScenario } from '../engine/selection.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import type { Analysis } from './analysis.ts'

type IdPair = readonly [first: string, second: string]

export interface TogetherRequest extends RunScenario {
  readonly pairs: readonly IdPair[]
  /** Trials kept for a scatter. */
  readonly shown: number
}

/** How two inputs move together in a run. */
export interface Together {
  /** Spearman's rank correlation over all trials; 0 where one of them does not vary. */
  readonly correlation: number
  /** Whether both vary at all. */
  readonly varies: boolean
  /** Both in the first trials: what a scatter shows. */
  readonly x: Float64Array
  readonly y: Float64Array
}

/** How pairs of inputs move together in the run's own draws. */
export const together: Analysis<TogetherRequest, Together[]> = {
  id: 'together',
  needs: ({ pairs, ...of }) => ({
    outcomes: [],
    inputs: [...new Set(pairs.flat())].map((id) => ({ of, id })),
  }),
  *steps({ pairs, shown, ...of }, given) {
    const ids = [...new Set(pairs.flat())]
    const columns = new Map(ids.map((id) => [id, given.input(of, id)]))
    return yield* togetherOf(columns, pairs, shown)
  },
}

/**
 * How pairs of inputs move together, pair by pair. Yields after each column and pair.
 *
 * @param columns by id and trial
 * @param pairs ids of the two
 * @param shown trials kept for a scatter
 * @throws where a column is missing
 */
export function* togetherOf(
  columns: ReadonlyMap<string, Float64Array>,
  pairs: readonly IdPair[],
  shown: number,
): Generator<number, Together[]> {
  const steps = columns.size + pairs.length
  const known = new Map<string, Ranked>()
  for (const [id, values] of columns) {
    known.set(id, { values, ranks: midRanks(values), varies: spreads(values) })
    yield known.size / steps
  }
  const found: Together[] = []
  for (const [first, second] of pairs) {
    const a = known.get(first)
    const b = known.get(second)
    if (!a || !b) throw new Error(`no column was given for ${a ? second : first}`)
    found.push({
      correlation: correlationOfRanks(a.ranks, b.ranks),
      varies: a.varies && b.varies,
      x: a.values.slice(0, shown),
      y: b.values.slice(0, shown),
    })
    yield (known.size + found.length) / steps
  }
  return found
}

interface Ranked {
  readonly values: Float64Array
  readonly ranks: Float64Array
  readonly varies: boolean
}

function spreads(values: Float64Array): boolean {
  return values.some((value) => value !== values[0])
}
