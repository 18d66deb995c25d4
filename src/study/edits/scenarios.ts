import type { Scenario } from '../../engine/model.ts'
import { idOf, type Study, type StudyScenario } from '../index.ts'
import { copyName, freshId, moved, placeOf } from './entries.ts'
import { market } from '../model.ts'
import { type KnownScenario, scenariosOf, withoutQuestions, withScenario } from './study.ts'

const base = market.scenarios[0].id

/** As many scenarios can still be looked through. */
export const MOST_SCENARIOS = 24

/** An id for one more scenario, which neither the study nor the model has. */
export function freshScenarioId(study: Study): string {
  return freshId('scenario', [...scenariosOf(study), ...market.scenarios])
}

/** A copy of a scenario under an id of its own, right after it; it follows the base for all the rest. */
export function withScenarioCopy(study: Study, from: string, id: string): Study {
  const all = scenariosOf(study)
  const known = all.find((one) => one.id === from)
  if (!known || all.length >= MOST_SCENARIOS) return study
  const overrides = { ...known.given, ...known.own }
  const label = copyName(known.label, all)
  const story = from === base ? 'As the base case, but for what is changed here.' : known.story
  const copy: StudyScenario = { id, label, story, overrides }
  const at = all.indexOf(known)
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
  const ids = scenariosOf(study).map((one) => one.id)
  const from = ids.indexOf(id)
  if (id === base || (ids[0] === base && from + by < 1)) return study
  return ordered(study, moved(ids, from, by))
}

/** The study without a scenario and what was asked about it; what all others follow stays. */
export function withoutScenario(study: Study, id: string): Study {
  if (id === base) return study
  const left = study.scenarios.filter((one) => idOf(one) !== id)
  const order = scenariosOf(study).flatMap((one) => (one.id === id ? [] : [one.id]))
  const scenarios = left.length > 0 ? left : [base]
  return ordered(withoutQuestionsIn({ ...study, scenarios }, id), order)
}

/** The model's scenarios that the study does not offer. */
export function deletedScenarios(study: Study): readonly Scenario[] {
  const known = scenariosOf(study)
  return market.scenarios.filter(({ id }) => !known.some((one) => one.id === id))
}

/** One of the model's scenarios as the model has it: put back if it was deleted, else as it was. */
export function withScenarioRestored(study: Study, id: string): Study {
  const ids = scenariosOf(study).map((one) => one.id)
  if (ids.includes(id)) {
    const scenarios = study.scenarios.map((one) => (idOf(one) === id ? id : one))
    return withoutQuestionsIn({ ...study, scenarios }, id)
  }
  if (ids.length >= MOST_SCENARIOS) return study
  const given = market.scenarios.map((one) => one.id)
  return ordered(study, ids.toSpliced(placeOf(id, given, ids), 0, id))
}

/** Whether one of the model's scenarios differs from what the model says of it. */
export function isChangedScenario({ label, story, own, words }: KnownScenario): boolean {
  if (!words) return false
  return Object.keys(own).length > 0 || label !== words.label || story !== words.story
}

/** Nothing is said of an order that is the usual one. */
function ordered(study: Study, order: readonly string[]): Study {
  const { scenarioOrder: _old, ...rest } = study
  const usual = scenariosOf(rest).map(({ id }) => id)
  return usual.join() === order.join() ? rest : { ...rest, scenarioOrder: order }
}

function withoutQuestionsIn(study: Study, scenario: string): Study {
  return withoutQuestions(study, (one) => one.scenario === scenario)
}
