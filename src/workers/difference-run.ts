import { SERIES_TRIALS } from '../engine/blocks.ts'
import { canonicalJson } from '../engine/cases.ts'
import { caseOf, type CaseRef, isCase } from '../engine/plan.ts'
import { ALL, type Selection } from '../engine/selection.ts'
import type { CaseDifference } from '../engine/statistics/series-difference.ts'
import type { Answers } from './answers.ts'
import type { Asked } from './asked.ts'
import { type OpenPlan, stopped } from './open-plan.ts'

/**
 * Runs two cases once more for their series, and keeps what is found of their difference with other
 * answers.
 *
 * @param open the plan of the results
 * @param refs the case, and the one that is taken from it
 * @throws if aborted; if the results have no such case
 */
export async function differenceRun(
  open: OpenPlan,
  answers: Answers,
  { trials, cases }: Pick<Asked, 'trials' | 'cases'>,
  refs: readonly [CaseRef, CaseRef],
  {
    signal,
    selection = ALL,
  }: { readonly signal?: AbortSignal; readonly selection?: Selection } = {},
): Promise<CaseDifference> {
  signal?.throwIfAborted()
  const keys = refs.map((ref) => caseOf({ cases }, ref).key)
  const key = canonicalJson(['difference', ...keys, Math.min(trials, SERIES_TRIALS), selection])
  const known = answers.get(key)
  if (known) return known.answer as CaseDifference
  const [a, b] = refs.map((ref) => open.plan.cases.findIndex((one) => isCase(one, ref)))
  signal?.addEventListener('abort', () => open.close())
  try {
    const found = await open.ask((link) =>
      link.remote.differenceSeries(open.number, [a, b], trials, selection),
    )
    if (!found) throw stopped()
    answers.keep(key, found)
    return found
  } finally {
    open.close()
  }
}
