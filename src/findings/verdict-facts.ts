import type { Driver } from '../analyses/drivers.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { RunResults } from '../workers/results.ts'
import { pairedEstimate } from './estimates.ts'
import { type Line, worthOf } from './strategy-rows.ts'
import { assumptions } from '../study/model.ts'
import { verdictOf } from './verdict.ts'

/**
 * The verdict on a run.
 *
 * @param ranking the best on average first, over all futures
 * @param drivers what the outcome of the best goes with, strongest first; null while unknown
 */
export function verdictFor(
  results: RunResults,
  outcome: NumberOutcome,
  ranking: readonly Line[],
  drivers: readonly Driver[] | null,
): string {
  const [best, next] = ranking
  if (!best) return ''
  if (!next) return `${best.label} stands alone: add a strategy to compare it with.`
  return verdictOf({
    measure: measureOf(outcome),
    unit: outcome.unit,
    better: outcome.better,
    best: best.label,
    next: next.label,
    bestIsReference: best.isReference,
    nextIsReference: next.isReference,
    lead: pairedEstimate(results.plan, best.case, next.case, outcome.id),
    worth: outcome.id === 'npv' ? worthOf(results, best) : null,
    driver: driverOf(best, drivers),
  })
}

/** The outcome in the middle of a sentence: NPV, AWS share, peak cash at risk. */
export function measureOf({ id, label }: NumberOutcome): string {
  if (id === 'npv') return 'NPV'
  return /^[A-Z]{2}|^(Google|Microsoft)/.test(label)
    ? label
    : label[0].toLowerCase() + label.slice(1)
}

function driverOf({ case: one, closes }: Line, drivers: readonly Driver[] | null) {
  const belief = drivers?.find(({ id }) =>
    assumptions.some((known) => known.id === id && known.role !== 'luck'),
  )
  if (!belief) return null
  const { label } = assumptions.find(({ id }) => id === belief.id) ?? { label: belief.id }
  const { condition, trials } = one.summary
  return {
    label,
    correlation: belief.correlation,
    trials: closes > 0 ? condition.count : trials,
  }
}
