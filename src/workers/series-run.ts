import { SERIES_TRIALS } from '../engine/blocks.ts'
import { canonicalJson } from '../engine/cases.ts'
import { caseOf, type CaseRef, isCase } from '../engine/plan.ts'
import { ALL, type Selection } from '../engine/selection.ts'
import type { CaseSeries } from '../engine/statistics/index.ts'
import type { Answers } from './answers.ts'
import type { Asked } from './asked.ts'
import { type OpenPlan, stopped } from './open-plan.ts'

/**
 * Runs cases of a run once more for their series, and keeps what is found with other answers.
 *
 * @param open the plan of the results
 * @param options.workers cases that are run at a time
 * @param options.selection futures that count, by what is drawn alone; all without it
 * @returns in the order of `refs`
 * @throws if aborted; if the results have no such case
 */
export async function seriesRun(
  open: OpenPlan,
  answers: Answers,
  { trials, cases }: Pick<Asked, 'trials' | 'cases'>,
  refs: readonly CaseRef[],
  {
    workers,
    signal,
    selection = ALL,
  }: { readonly workers: number; readonly signal?: AbortSignal; readonly selection?: Selection },
): Promise<readonly CaseSeries[]> {
  signal?.throwIfAborted()
  signal?.addEventListener('abort', () => open.close())
  const one = async (ref: CaseRef): Promise<CaseSeries> => {
    const over = selection.kind === 'all' ? '' : ` ${canonicalJson(selection)}`
    const key = `${caseOf({ cases }, ref).key} ${Math.min(trials, SERIES_TRIALS)}${over}`
    const known = answers.get(key)
    if (known) return known.answer as CaseSeries
    const place = open.plan.cases.findIndex((other) => isCase(other, ref))
    const found = await open.ask((link) =>
      link.remote.series(open.number, place, trials, selection),
    )
    if (!found) throw stopped()
    answers.keep(key, found)
    return found
  }
  const found: CaseSeries[] = []
  let next = 0
  // One case at a worker at a time: each holds the series of all its trials.
  const serve = async () => {
    for (let at = next++; at < refs.length; at = next++) found[at] = await one(refs[at])
  }
  try {
    await Promise.all(Array.from({ length: workers }, serve))
    return found
  } finally {
    open.close()
  }
}
