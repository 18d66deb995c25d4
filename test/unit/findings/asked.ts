import type { CaseRef } from '../../../src/engine/plan.ts'
import { ALL } from '../../../src/engine/selection.ts'
import type { Estimate, Terms } from '../../../src/findings/estimates.ts'
import { type Split, splitFrom, splitWanted } from '../../../src/findings/split.ts'
import { selectionOf, type Where } from '../../../src/findings/where.ts'
import type { CaseResults, RunResults } from '../../../src/workers/results.ts'
import { marketRunner } from '../models/bundled.ts'

export const runner = marketRunner()

export function refOf({ strategy, scenario }: CaseResults): CaseRef {
  return { strategy, scenario }
}

/** The mean of a sum of outcomes, as the page asks for it. */
export async function estimateOf(
  results: RunResults,
  one: CaseResults,
  terms: Terms,
  where: Where,
): Promise<Estimate> {
  const wanted = [{ case: refOf(one), terms, selection: selectionOf(where) }]
  const [found] = await runner.ask('estimates', results, { wanted })
  return found
}

/** The mean of one case less another, future by future. */
export async function pairedEstimate(
  results: RunResults,
  [a, b]: readonly [CaseResults, CaseResults],
  outcome: string,
): Promise<Estimate> {
  const terms = [[outcome, 1]] as const
  const wanted = [{ case: refOf(a), less: refOf(b), terms, selection: ALL }]
  const [found] = await runner.ask('estimates', results, { wanted })
  return found
}

export async function splitOf(results: RunResults, one: CaseResults, where: Where): Promise<Split> {
  const wanted = splitWanted(refOf(one), selectionOf(where))
  return splitFrom(await runner.ask('estimates', results, { wanted }))
}
