import { textDigest } from './digest.ts'
import type { Levers } from './model.ts'
import type { RunPlan } from './plan.ts'

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/**
 * Names all that a scenario's draws and reference depend on: equal keys mean equal draws, trial by
 * trial. The number of trials is left out because a shorter run is a prefix of a longer one.
 */
export function scenarioKey(plan: RunPlan, scenario: number): string {
  const keys = scenarioKeys.get(plan) ?? []
  scenarioKeys.set(plan, keys)
  return (keys[scenario] ??= makeScenarioKey(plan, scenario))
}

/** Plans are immutable, so a key is worked out once per plan. */
const scenarioKeys = new WeakMap<RunPlan, string[]>()

function makeScenarioKey(plan: RunPlan, scenario: number): string {
  const { model, vantage, seed, sampling, quarters, correlations, reseed } = plan
  const { distributions } = plan.scenarios[scenario]
  return textDigest(
    canonicalJson({
      model,
      vantage,
      seed,
      sampling,
      quarters,
      correlations,
      reseed,
      distributions,
    }),
  )
}

/** Names all that a case's columns depend on: equal keys are the same columns. */
export function caseKey(scenario: string, levers: Levers): string {
  return textDigest(`${scenario} ${canonicalJson(levers)}`)
}
