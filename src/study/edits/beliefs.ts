import { type Distribution, distributionKey } from '../../engine/distributions/index.ts'
import type { Overrides } from '../../engine/model.ts'
import type { Study } from '../index.ts'
import { market } from '../model.ts'
import { settled } from './questions.ts'
import { editsScenario, type ResolvedScenario, resolvedScenarios } from './resolved.ts'
import { withScenario } from './scenario.ts'

// Every edit takes a study and gives another one: the old one stays as it was.

/** What holds for an assumption without any change the study makes in this scenario. */
export function inheritedBelief(study: Study, scenario: string, id: string): Distribution {
  const ofScenario = scenarioOf(study, scenario)?.inherited[id]
  if (ofScenario) return ofScenario
  const ofBase = editsScenario(scenario) ? study.overrides[id] : undefined
  return ofBase ?? defaultBelief(study, id)
}

/** The catalogue's distribution at the study's vantage. */
export function defaultBelief(study: Study, id: string): Distribution {
  const assumption = market.assumptions.find((one) => one.id === id)
  if (!assumption) throw new Error(`no assumption is called ${id}`)
  return assumption.vantages[study.vantage]
}

/** What holds for an assumption in a scenario, with every change. */
export function beliefOf(study: Study, scenario: string, id: string): Distribution {
  const resolved = scenarioOf(study, scenario)
  return (
    resolved?.changed[id] ??
    resolved?.inherited[id] ??
    study.overrides[id] ??
    defaultBelief(study, id)
  )
}

/** Sets a belief, in all scenarios or in the one in view; null puts the inherited one back. */
export function withBelief(
  study: Study,
  scenario: string,
  id: string,
  to: Distribution | null,
): Study {
  const inherited = inheritedBelief(study, scenario, id)
  const isChange = to !== null && distributionKey(to) !== distributionKey(inherited)
  const changed = scenarioOf(study, scenario)?.changed ?? {}
  // A file may change beliefs in the base case alone, which would hide a change for all scenarios.
  if (!editsScenario(scenario) && !changed[id]) {
    return settled({ ...study, overrides: put(study.overrides, id, isChange ? to : null) }, id)
  }
  const edited = withScenario(study, scenario, (entry) => ({
    ...entry,
    overrides: put(entry.overrides ?? {}, id, isChange ? to : null),
  }))
  return settled(edited, id, scenario)
}

function scenarioOf(study: Study, scenario: string): ResolvedScenario | undefined {
  return resolvedScenarios(study).find(({ id }) => id === scenario)
}

function put(overrides: Overrides, id: string, to: Distribution | null): Overrides {
  const { [id]: _old, ...rest } = overrides
  return to === null ? rest : { ...rest, [id]: to }
}

/** The study without any change of a belief by hand in a scenario: what it inherits holds again. */
export function withoutChanges(study: Study, scenario: string, ids: readonly string[]): Study {
  return ids.reduce((now, id) => withBelief(now, scenario, id, null), study)
}
