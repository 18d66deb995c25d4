import type { CaseRef, RunPlan } from '../engine/plan.ts'
import { oneOf, planOf, type ResolvedStudy, resolveStudy } from '../study/index.ts'
import { market } from '../study/model.ts'

/**
 * Two cases as they are typed, each `STRATEGY@SCENARIO`; without a scenario the study's first is meant.
 *
 * @param option for messages, as in `--bridge`
 * @throws unless there are two different ones of strategies and scenarios that are known
 */
export function readCases(study: ResolvedStudy, option: string, typed: string): [CaseRef, CaseRef] {
  const parts = typed.split(',').map((one) => one.trim())
  const strategies = study.strategies.map(({ id }) => id)
  if (parts.length !== 2) {
    throw new Error(
      `${option} takes two cases, as in ${strategies[0]}@${study.scenarios[0].id},${strategies[1] ?? strategies[0]}@${study.scenarios[0].id}; got ${typed}`,
    )
  }
  const [a, b] = parts.map((part) => caseNamed(study, option, part))
  if (a.strategy === b.strategy && a.scenario === b.scenario) {
    throw new Error(`${option} takes two different cases, got ${typed}`)
  }
  return [a, b]
}

function caseNamed(study: ResolvedStudy, option: string, part: string): CaseRef {
  const [strategy, scenario = study.scenarios[0].id, ...rest] = part.split('@')
  if (rest.length > 0) throw new Error(`${option} takes STRATEGY@SCENARIO, got ${part}`)
  oneOf(`${option}: a strategy of this run`, strategy, study.strategies)
  const own = study.scenarios.map(({ id }) => id)
  const others = market.scenarios.filter(({ id }) => !own.includes(id))
  oneOf(`${option}: a scenario`, scenario, [...study.scenarios, ...others])
  return { strategy, scenario }
}

/** The study with the model's scenarios of these ids too, where it has not got them. */
export function withScenarios(study: ResolvedStudy, ids: readonly string[]): ResolvedStudy {
  const missing = [...new Set(ids)].filter((id) => !study.scenarios.some((one) => one.id === id))
  if (missing.length === 0) return study
  return resolveStudy({ ...study, scenarios: [...study.scenarios, ...missing] })
}

/** The plan of some cases of a study, in their order, of scenarios it may not run otherwise. */
export function planOfCases(study: ResolvedStudy, refs: readonly CaseRef[]): RunPlan {
  const ids = refs.map(({ scenario }) => scenario)
  const plan = planOf(withScenarios(study, ids))
  return {
    ...plan,
    worlds: plan.worlds.filter(({ id }) => ids.includes(id)),
    cases: refs.flatMap((ref) =>
      plan.cases.filter(
        ({ strategy, scenario }) => strategy === ref.strategy && scenario === ref.scenario,
      ),
    ),
  }
}
