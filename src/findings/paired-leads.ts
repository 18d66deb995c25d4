import type { Wanted } from '../analyses/estimates.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { ALL } from '../engine/selection.ts'
import type { CaseResults } from '../workers/results.ts'
import type { Means } from './ahead.ts'
import type { Estimate } from './estimates.ts'

/** More trials than this are not kept future by future: several runs of them would be too much. */
export const LARGE = 50_000

/** How far apart two cases are, the first less the second, future by future. */
export interface PairedLead extends Estimate {
  readonly first: CaseResults
  readonly second: CaseResults
}

/** What is asked to know how far apart all cases of each scenario are. */
export function leadsWanted(
  cases: readonly CaseResults[],
  { id }: Pick<NumberOutcome, 'id'>,
): { readonly wanted: Wanted[]; readonly from: (found: readonly Estimate[]) => PairedLead[] } {
  const pairs = cases.flatMap((first, at) =>
    cases
      .slice(at + 1)
      .filter(({ scenario }) => scenario === first.scenario)
      .map((second) => ({ first, second })),
  )
  const ref = ({ strategy, scenario }: CaseResults) => ({ strategy, scenario })
  return {
    wanted: pairs.map(({ first, second }) => ({
      case: ref(first),
      less: ref(second),
      terms: [[id, 1]],
      selection: ALL,
    })),
    from: (found) => pairs.map((pair, at) => ({ ...pair, ...found[at] })),
  }
}

/**
 * What some cases are worth, in their order, and how far the best of them is ahead.
 *
 * @param leads none where they were not asked for
 */
export function meansOf(
  cases: readonly CaseResults[],
  { id, better }: NumberOutcome,
  leads: readonly PairedLead[],
): Means {
  const means = cases.map(({ summary }) => {
    const { mean, standardError } = summary.outcomes[id]
    return { value: mean, error: standardError }
  })
  const sign = better === 'lower' ? -1 : 1
  const values = means.map(({ value }) => sign * value)
  const best = cases[values.indexOf(Math.max(...values))]
  const lead = (other: CaseResults): Estimate | null => {
    for (const { first, second, value, error } of leads) {
      if (first === best && second === other) return { value, error }
      if (first === other && second === best) return { value: -value, error }
    }
    return null
  }
  return { means, leads: cases.map(lead) }
}
