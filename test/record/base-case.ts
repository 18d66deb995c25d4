import { market } from '../../models/index.ts'
import { outcomeColumn } from '../../src/engine/columns.ts'
import { textDigest } from '../../src/engine/digest.ts'
import type { RunResults } from '../../src/workers/results.ts'

/** What is kept of one outcome of one case: enough to name it when it moves. */
export interface RecordedOutcome {
  readonly mean: number
  readonly p50: number
  readonly column: string
}

/** The base case of the default vantage, as it was when it was last changed on purpose. */
export interface RecordedBase {
  readonly model: string
  readonly digest: string
  readonly cases: Readonly<Record<string, Readonly<Record<string, RecordedOutcome>>>>
}

/** Trials of the recorded run: enough for every branch of the model, quick enough for each test run. */
export const RECORDED_TRIALS = 2048

export function recordOf({ digest, cases }: RunResults): RecordedBase {
  return {
    model: market.version,
    digest: digest ?? '',
    cases: Object.fromEntries(
      cases.map(({ strategy, summary, columns }) => [
        strategy,
        Object.fromEntries(
          market.outcomes.map(({ id, kind }, index) => {
            const values = outcomeColumn(columns, index)
            const column = textDigest(Array.from(values, String).join()).slice(0, 16)
            const { mean, p50 } =
              kind === 'number' ? summary.outcomes[id] : { mean: average(values), p50: 0 }
            return [id, { mean, p50, column }]
          }),
        ),
      ]),
    ),
  }
}

/** The first outcome that differs, in words; null where all are the same. */
export function firstMoved(before: RecordedBase, after: RecordedBase): string | null {
  for (const [strategy, outcomes] of Object.entries(before.cases)) {
    for (const [id, was] of Object.entries(outcomes)) {
      const is = after.cases[strategy]?.[id]
      if (!is) return `${id} of ${strategy} is gone`
      if (is.column === was.column) continue
      return `${id} of ${strategy} moved: mean ${was.mean} → ${is.mean}, P50 ${was.p50} → ${is.p50}`
    }
  }
  return before.digest === after.digest ? null : 'the digest moved though no outcome did'
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
