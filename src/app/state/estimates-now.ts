import { type CaseColumns, outcomeColumn } from '../../engine/columns.ts'
import type { RunPlan } from '../../engine/plan.ts'
import { replicateOf } from '../../engine/sampling/index.ts'
import { conditionMask } from '../../engine/statistics/index.ts'
import { standardErrorOf } from '../../engine/statistics/standard-error.ts'
import type { Estimate, Terms } from '../../findings/estimates.ts'
import { type Split, splitTerms } from '../../findings/split.ts'
import { market } from '../../study/model.ts'
import type { CaseResults } from '../../workers/results.ts'
import type { Where } from '../../workers/runner.ts'

// Walks columns on the page's thread, until workers answer the same: nothing else may.

/** The mean of a sum of outcomes; 0 where no trial counts. */
export function estimateOf(
  plan: RunPlan,
  { columns }: CaseResults,
  terms: Terms,
  where: Where,
): Estimate {
  const mask = where === 'all' ? null : conditionMask(market, columns)
  return meanOver(plan, sumOf(columns, terms), mask)
}

/** The mean of a difference of two cases, future by future: what they share cancels out. */
export function pairedEstimate(
  plan: RunPlan,
  a: CaseResults,
  b: CaseResults,
  outcome: string,
): Estimate {
  const values = sumOf(a.columns, [[outcome, 1]])
  const others = sumOf(b.columns, [[outcome, 1]])
  for (let trial = 0; trial < values.length; trial++) values[trial] -= others[trial]
  return meanOver(plan, values, null)
}

/** What the value of a case is made of; over all futures where nothing closes. */
export function splitOf(plan: RunPlan, one: CaseResults, wanted: Where): Split {
  const where = one.summary.condition.count === 0 ? 'all' : wanted
  return {
    cloud: estimateOf(plan, one, splitTerms.cloud, where),
    stake: estimateOf(plan, one, splitTerms.stake, where),
  }
}

function sumOf(columns: CaseColumns, terms: Terms): Float64Array {
  const sum = new Float64Array(columns.trials)
  for (const [id, sign] of terms) {
    const index = market.outcomes.findIndex((one) => one.id === id)
    const column = outcomeColumn(columns, index)
    for (let trial = 0; trial < sum.length; trial++) sum[trial] += sign * column[trial]
  }
  return sum
}

function meanOver(plan: RunPlan, values: Float64Array, mask: Uint8Array | null): Estimate {
  let count = 0
  let sum = 0
  for (let trial = 0; trial < values.length; trial++) {
    if (mask && mask[trial] !== 1) continue
    sum += values[trial]
    count++
  }
  if (count === 0) return { value: 0, error: null }
  const value = sum / count
  const residuals = values.map((one, trial) => (mask && mask[trial] !== 1 ? 0 : one - value))
  const error = count < 2 ? null : standardErrorOf(residuals, replicateOf(plan.sampling), count)
  return { value, error }
}
