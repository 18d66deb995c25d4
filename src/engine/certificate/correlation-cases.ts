import type { Correlation } from '../model.ts'
import { designs, type SamplingId } from '../sampling/index.ts'
import { correlationOfRanks } from '../statistics/rank-correlation.ts'
import type { References } from './references.ts'
import { atMost, type CertificateRow, worst } from './row.ts'
import type { Tools } from './tools.ts'
import { inputIds, wideModel, widePlan } from './wide-plan.ts'

const GROUP = 'Correlation'
const TRIALS = 10_000

/** Ordered so that each coefficient links a pair of its own, and one group of three at the end. */
const asked: readonly Correlation[] = [
  ['input0', 'input1', 0.3],
  ['input2', 'input3', 0.5],
  ['input4', 'input5', 0.8],
  ['input6', 'input7', -0.3],
  ['input8', 'input9', -0.8],
  ['input10', 'input11', 0.5],
  ['input11', 'input12', 0.5],
  ['input10', 'input12', -0.3],
]

/** Nearest correlation matrices, and the rank correlations that draws come to under each design. */
export function* correlationCases(
  { correlations }: References,
  tools: Tools,
): Generator<void, CertificateRow[]> {
  const rows: CertificateRow[] = []
  for (const { id, label, matrix, nearest } of correlations.nearest) {
    const got = tools.nearestCorrelation(matrix)
    rows.push(
      atMost({
        id: `nearest-${id}`,
        group: GROUP,
        label: `Nearest correlation matrix: ${label}`,
        measure: 'error',
        bound: 1e-9,
        figure: worst(nearest.flatMap((row, i) => row.map((x, j) => Math.abs(got[i][j] - x)))),
      }),
    )
    yield
  }
  for (const design of Object.keys(designs) as SamplingId[]) {
    const linked = yield* ranksOf(design, asked, tools)
    const misses = asked.map(([first, second, r]) => {
      const achieved = correlationOfRanks(linked.get(first), linked.get(second))
      const expected = correlations.ranks.find(({ scores }) => scores === r)
      return Math.abs(achieved - (expected?.ranks ?? NaN))
    })
    const free = yield* ranksOf(design, [], tools)
    const common = { group: GROUP, measure: 'correlation' } as const
    rows.push(
      atMost({
        ...common,
        id: `correlated-${design}`,
        label: `${designs[design].label}: ${asked.length} linked pairs, asked against drawn`,
        bound: 0.04,
        figure: worst(misses),
      }),
      atMost({
        ...common,
        id: `unrelated-${design}`,
        label: `${designs[design].label}: all pairs of ${inputIds.length} unrelated inputs`,
        bound: 0.04,
        figure: yield* strongestPair(free),
      }),
    )
  }
  return rows
}

/** Ranks by id; an id there is none of is an error in this file. */
class Ranks {
  private readonly columns = new Map<string, Float64Array>()

  set(id: string, ranks: Float64Array): void {
    this.columns.set(id, ranks)
  }

  get(id: string): Float64Array {
    const ranks = this.columns.get(id)
    if (!ranks) throw new Error(`no column ${id} was drawn`)
    return ranks
  }
}

function* ranksOf(
  design: SamplingId,
  correlations: readonly Correlation[],
  tools: Tools,
): Generator<void, Ranks> {
  const plan = widePlan(design, TRIALS, correlations)
  const ranks = new Ranks()
  for (const id of inputIds) {
    ranks.set(id, tools.midRanks(tools.inputColumn(wideModel, plan, 0, id)))
    yield
  }
  return ranks
}

function* strongestPair(ranks: Ranks): Generator<void, number> {
  const found: number[] = []
  for (const [i, first] of inputIds.entries()) {
    for (const second of inputIds.slice(0, i)) {
      found.push(Math.abs(correlationOfRanks(ranks.get(first), ranks.get(second))))
    }
    yield
  }
  return worst(found)
}
