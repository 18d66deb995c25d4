import type { Futures, RunCase, Selection } from '../engine/selection.ts'
import { pairedMean } from '../engine/statistics/mean.ts'
import { type Analysis, needsOfCases } from './analysis.ts'

export interface LeadsRequest {
  readonly first: RunCase
  readonly others: readonly RunCase[]
  readonly outcome: string
  /** Where it names no case, futures count that do in the first or in the other one. */
  readonly selection: Selection
}

/** The mean of one case less another, future by future, and its Monte Carlo error. */
export interface Lead {
  readonly mean: number
  /** Null for a single trial. */
  readonly standardError: number | null
  readonly futures: Futures
}

/** How far one case is above others on the same futures. */
export const leads: Analysis<LeadsRequest, Lead[]> = {
  id: 'leads',
  needs: ({ first, others, outcome, selection }, model) =>
    needsOfCases([first, ...others], outcome, selection, model),
  *steps({ first, others, outcome, selection }, given) {
    const values = given.outcome(first, outcome)
    const found: Lead[] = []
    for (const other of others) {
      const { mask, futures } = given.selected(selection, [first, other])
      const lead = pairedMean(values, given.outcome(other, outcome), given.replicate, mask)
      if (!lead) throw new Error('two cases without a future cannot be compared')
      const { mean, standardError } = lead
      found.push({ mean, standardError, futures })
      yield found.length / others.length
    }
    return found
  },
}
