import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/design.ts'
import { meanOf } from '../engine/statistics/moments.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { analysis } from './analysis.ts'

/** The mean of one case less another, future by future, and its Monte Carlo error. */
export interface Lead {
  readonly mean: number
  /** Null for a single trial. */
  readonly standardError: number | null
}

/**
 * How far one case is above others on the same futures. Yields between them.
 *
 * @param first by trial
 * @param others by trial, of the same plan
 * @param replicate which trials are one independent repetition of the design
 * @throws where columns differ in length
 */
export function* leadsOf(
  first: Float64Array,
  others: readonly Float64Array[],
  replicate: Replicate,
): Generator<void, Lead[]> {
  const found: Lead[] = []
  for (const other of others) {
    if (other.length !== first.length) {
      throw new Error(
        `cases can be compared on the same trials only, got ${first.length} and ${other.length}`,
      )
    }
    const difference = first.map((value, trial) => value - other[trial])
    const mean = meanOf(difference)
    const residuals = difference.map((value) => value - mean)
    found.push({ mean, standardError: standardErrorOf(residuals, replicate) })
    yield
  }
  return found
}

export interface LeadsRequest {
  readonly first: CaseRef
  readonly others: readonly CaseRef[]
  readonly outcome: string
}

/** How far one case is above others on average, over all futures. */
export const leads = analysis({
  needs: ({ first, others, outcome }: LeadsRequest) => ({
    cases: [first, ...others],
    outcomes: [outcome],
    inputs: [],
  }),
  *steps({ outcome }, { replicate, cases }): Generator<void, Lead[]> {
    const [first, ...others] = cases.map((column) => column.outcome(outcome))
    return yield* leadsOf(first, others, replicate)
  },
})
