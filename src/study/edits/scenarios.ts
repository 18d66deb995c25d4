import type { Scenario } from '../../engine/model.ts'
import { idOf, type Study, type StudyScenario } from '../index.ts'
import { copyName, freshId, moved, placeOf } from './entries.ts'
import { market } from '../model.ts'
import { withoutQuestions } from './questions.ts'
import { withScenario } from './scenario.ts'
import { withoutWeight } from '../weights.ts'
import { type ResolvedScenario, resolvedScenarios } from './resolved.ts'

const base = market.scenarios[0].id

/** As many scenarios can still be looked through. */
export const MOST_SCENARIOS = 24

/** An id for one more scenario, which neither the study nor the model has. */
export function freshScenarioId(study: Study): string {
  return freshId('scenario', [...resolvedScenarios(study), ...market.scenarios])
}

/** A copy of a scenario under an id of its own, right after it; all the rest is inherited from the base. */
export function withScenarioCopy(study: Study, from: string, id: string): Study {
  const all = resolvedScenarios(study)
  const original = all.find((one) => one.id === from)
  if (!original || all.length >= MOST_SCENARIOS) return study
  const overrides = { ...original.inherited, ...original.changed }
  const label = copyName(original.label, all)
  const story = from === base ? 'As the base case, but for what is changed here.' : original.story
  const copy: StudyScenario = { id, label, story, overrides }
  const at = all.indexOf(original)
  const order = all.map((one) => one.id).toSpliced(at + 1, 0, id)
  return ordered({ ...study, scenarios: [...study.scenarios, copy] }, order)
}

/** Gives a scenario a name and a description. */
export function withScenarioWords(
  study: Study,
  id: string,
  { label, story }: { readonly label: string; readonly story: string },
): Study {
  return withScenario(study, id, (entry) => ({ ...entry, label, story }))
}

/** Moves a scenario so many places down, or up where `by` is negative; the base case stays first. */
export function withScenarioMoved(study: Study, id: string, by: number): Study {
  const ids = resolvedScenarios(study).map((one) => one.id)
  const from = ids.indexOf(id)
  if (id === base || (ids[0] === base && from + by < 1)) return study
  return ordered(study, moved(ids, from, by))
}

/** The study without a scenario and what was asked about it; what all others inherit from stays. */
export function withoutScenario(study: Study, id: string): Study {
  if (id === base) return study
  const left = study.scenarios.filter((one) => idOf(one) !== id)
  const order = resolvedScenarios(study).flatMap((one) => (one.id === id ? [] : [one.id]))
  const scenarios = left.length > 0 ? left : [base]
  return ordered(withoutQuestionsIn(withoutWeight({ ...study, scenarios }, id), id), order)
}

/** The model's scenarios that the study does not offer. */
export function deletedScenarios(study: Study): readonly Scenario[] {
  const offered = resolvedScenarios(study)
  return market.scenarios.filter(({ id }) => !offered.some((one) => one.id === id))
}

/** One of the model's scenarios as the model has it: put back if it was deleted, else as it was. */
export function withScenarioRestored(study: Study, id: string): Study {
  const ids = resolvedScenarios(study).map((one) => one.id)
  if (ids.includes(id)) {
    const scenarios = study.scenarios.map((one) => (idOf(one) === id ? id : one))
    return withoutQuestionsIn({ ...study, scenarios }, id)
  }
  if (ids.length >= MOST_SCENARIOS) return study
  const ofModel = market.scenarios.map((one) => one.id)
  return ordered(study, ids.toSpliced(placeOf(id, ofModel, ids), 0, id))
}

/** Whether one of the model's scenarios differs from what the model says of it. */
export function isChangedScenario({ label, story, changed, words }: ResolvedScenario): boolean {
  if (!words) return false
  return Object.keys(changed).length > 0 || label !== words.label || story !== words.story
}

/** Nothing is said of an order that holds without being said. */
function ordered(study: Study, order: readonly string[]): Study {
  const { scenarioOrder: _old, ...rest } = study
  const unsaid = resolvedScenarios(rest).map(({ id }) => id)
  return unsaid.join() === order.join() ? rest : { ...rest, scenarioOrder: order }
}

function withoutQuestionsIn(study: Study, scenario: string): Study {
  return withoutQuestions(study, (one) => one.scenario === scenario)
}
