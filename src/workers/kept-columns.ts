import { caseKey, worldKey } from '../engine/cases.ts'
import type { CaseColumns } from '../engine/columns.ts'
import { type RunPlan, worldAt } from '../engine/plan.ts'
import type { Answers } from './answers.ts'
import type { Asked } from './asked.ts'
import type { CaseLibrary } from './case-library.ts'

export interface KeptSources {
  /** What was kept before. */
  readonly known: Answers
  /** Cases that were kept whole. */
  readonly library: CaseLibrary
  /** @returns by place in the plan's cases, block by block, the outcomes wanted */
  readonly run: (plan: RunPlan) => Promise<readonly (readonly Float64Array[])[]>
}

/**
 * Some outcomes of every case of a plan: those that are known, and the others run, each once.
 *
 * @param places of the outcomes in the catalogue
 */
export async function keptOf(
  plan: RunPlan,
  places: readonly number[],
  { known, library, run }: KeptSources,
): Promise<Asked> {
  const { trials } = plan
  const keys = plan.cases.map(({ scenario, levers }) =>
    caseKey(worldKey(plan, worldAt(plan, scenario)), levers),
  )
  const nameOf = (key: string) => `${key} ${trials} ${places.join()}`
  const found = new Map<string, CaseColumns>()
  for (const key of keys) {
    const kept = known.get(nameOf(key))?.answer as CaseColumns | undefined
    const columns = kept ?? library.wholeCase(key, trials)
    if (columns) found.set(key, columns)
  }
  const missing = plan.cases.filter((_, at) => {
    const isNew = !found.has(keys[at]) && keys.indexOf(keys[at]) === at
    return isNew
  })
  if (missing.length > 0) {
    const worlds = plan.worlds.filter(({ id }) => missing.some(({ scenario }) => scenario === id))
    const parts = await run({ ...plan, worlds, cases: missing, check: false })
    missing.forEach((one, at) => {
      const key = keys[plan.cases.indexOf(one)]
      const columns = { trials, outcomes: parts[at], kept: places }
      known.keep(nameOf(key), columns)
      found.set(key, columns)
    })
  }
  const cases = plan.cases.map(({ strategy, scenario }, at) => {
    const columns = found.get(keys[at])
    if (!columns) throw new Error(`the case ${strategy} in ${scenario} was not run`)
    return { strategy, scenario, key: keys[at], columns }
  })
  return { plan, trials, cases }
}
