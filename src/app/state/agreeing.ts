import type { Tolerance } from '../../../models/observed.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { CaseRef, RunPlan } from '../../engine/plan.ts'
import type { Selection } from '../../engine/selection.ts'
import { HEADLINE, rowFigures } from '../../study/model.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { Late } from './late.svelte.ts'

/** What came in since a vantage: with the history behind it, and wanted by few. */
export const came = new Late('What has come in since', () => import('../../study/observed.ts'))

/** What a study asks of a plan's futures, as it was run. */
export function askedOf({ vantage, quarters }: RunPlan, observed: Tolerance) {
  return { vantage, horizonQuarters: quarters, observed }
}

/** The futures of a plan that agree with what came. */
export async function agreeingIn(plan: RunPlan, observed: Tolerance): Promise<Selection> {
  const { observedSelection } = await came.load()
  return observedSelection(askedOf(plan, observed))
}

export function refOf({ strategy, scenario }: CaseResults): CaseRef {
  return { strategy, scenario }
}

/** Cases with what is said of them over a selection alone; null where no future of one meets it. */
export async function casesOver(
  runner: Runner,
  results: Pick<RunResults, 'plan' | 'trials' | 'cases'>,
  { id }: NumberOutcome,
  selection: Selection,
  options: AskOptions = {},
): Promise<readonly CaseResults[] | null> {
  const { cases } = results
  const outcomes = [...new Set([id, HEADLINE, ...rowFigures.map(({ outcome }) => outcome)])]
  const request = { cases: cases.map(refOf), outcomes, selection }
  const found = await runner.ask('summaries', results, request, options)
  const over = cases.flatMap((one, index) => {
    const summary = found[index]
    return summary ? [{ ...one, summary }] : []
  })
  return over.length === cases.length ? over : null
}
