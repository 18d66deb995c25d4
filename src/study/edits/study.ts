import { type Distribution, distributionKey } from '../../engine/distributions/index.ts'
import type { Levers, LeverValue, Overrides } from '../../engine/model.ts'
import {
  completed,
  idOf,
  isKnown,
  isUnsaid,
  type OpenQuestion,
  shortened,
  simplifiedStrategy,
  type Study,
  type StudyScenario,
} from '../index.ts'
import { resolveScenario, wordsAt } from '../../../models/index.ts'
import { market } from '../model.ts'

// Every edit takes a study and gives another one: the old one stays as it was.

const base = market.scenarios[0].id

/** A scenario as the study has it: the model's, with what the study changes. */
export interface KnownScenario {
  readonly id: string
  readonly label: string
  readonly story: string
  /** Of the model, at the study's vantage. */
  readonly given: Overrides
  /** Of the study, on top of those, where the model still has the assumption. */
  readonly own: Overrides
  /** Whether the model has it. */
  readonly isGiven: boolean
  /** What the model calls it at the study's vantage; null where it has none. */
  readonly words: ModelWords | null
}

/** What the model says of a strategy or scenario at a vantage. */
interface ModelWords {
  readonly label: string
  readonly story: string
}

// A study never changes, and each of its many beliefs asks for its scenarios.
const scenariosKnown = new WeakMap<Study, readonly KnownScenario[]>()

/** Every scenario that can be chosen, in the study's order or, without one, the model's before its own. */
export function scenariosOf(study: Study): readonly KnownScenario[] {
  const known = scenariosKnown.get(study) ?? scenariosIn(study)
  scenariosKnown.set(study, known)
  return known
}

function scenariosIn(study: Study): KnownScenario[] {
  return scenarioIds(study).map((id) => {
    const entry = study.scenarios.find((one) => idOf(one) === id)
    const own: StudyScenario = typeof entry === 'object' ? entry : { id }
    const known = market.scenarios.find((one) => one.id === id)
    const words = known ? wordsAt(known, study.vantage) : null
    return {
      id,
      label: own.label ?? words?.label ?? id,
      story: own.story ?? words?.story ?? 'A scenario of this study.',
      given: known ? resolveScenario(known, study.vantage) : {},
      own: present(own.overrides ?? {}),
      isGiven: known !== undefined,
      words,
    }
  })
}

/** Overrides of assumptions that the model has. */
function present(overrides: Overrides): Overrides {
  return Object.fromEntries(Object.entries(overrides).filter(([id]) => isKnown('assumptions', id)))
}

function scenarioIds(study: Study): string[] {
  const given = market.scenarios.map(({ id }) => id)
  const own = study.scenarios.flatMap((one) =>
    typeof one === 'string' || isUnsaid('scenarios', one) ? [] : [one.id],
  )
  const order = (study.scenarioOrder ?? given).filter(
    (id) => given.includes(id) || own.includes(id),
  )
  // Whatever a file's order leaves out, what everything follows and what the study made are there.
  return [...new Set([...(order.includes(base) ? [] : [base]), ...order, ...own])]
}

export interface KnownStrategy {
  readonly id: string
  readonly label: string
  readonly story: string
  readonly levers: Levers
  /** The model's own setting, where it has one. */
  readonly usual: Levers | null
  /** What the model calls it at the study's vantage; null where it has none. */
  readonly words: ModelWords | null
}

/** The study's strategies in their order, every lever filled in; without those nobody says a word of. */
export function strategiesOf(study: Study): KnownStrategy[] {
  return study.strategies.flatMap((entry) => {
    if (isUnsaid('strategies', entry)) return []
    const own = typeof entry === 'string' ? { id: entry } : entry
    const usual = market.strategies.find(({ id }) => id === own.id)
    const words = usual ? wordsAt(usual, study.vantage) : null
    return [
      {
        id: own.id,
        label: own.label ?? words?.label ?? own.id,
        story: own.story ?? words?.story ?? 'A strategy of this study.',
        levers: completed({ ...usual?.levers, ...own.levers }),
        usual: usual?.levers ?? null,
        words,
      },
    ]
  })
}

/** Only the one scenario that is in view, as a study of its own: what is run and exported. */
export function inScenario(study: Study, scenario: string): Study {
  const entry = study.scenarios.find((one) => idOf(one) === scenario)
  return { ...study, scenarios: [entry ?? scenario] }
}

/** Whether an edit of a belief belongs to the scenario in view rather than to all of them. */
export function editsScenario(scenario: string): boolean {
  return scenario !== base
}

/** What holds for an assumption without any change the study makes in this scenario. */
export function usualOf(study: Study, scenario: string, id: string): Distribution {
  const known = scenariosOf(study).find((one) => one.id === scenario)
  const given = known?.given[id]
  if (given) return given
  const inBase = editsScenario(scenario) ? study.overrides[id] : undefined
  return inBase ?? defaultOf(study, id)
}

/** The catalogue's own distribution at the study's vantage. */
export function defaultOf(study: Study, id: string): Distribution {
  const assumption = market.assumptions.find((one) => one.id === id)
  if (!assumption) throw new Error(`no assumption is called ${id}`)
  return assumption.vantages[study.vantage]
}

/** What holds for an assumption in a scenario, with every change. */
export function beliefOf(study: Study, scenario: string, id: string): Distribution {
  const known = scenariosOf(study).find((one) => one.id === scenario)
  return known?.own[id] ?? known?.given[id] ?? study.overrides[id] ?? defaultOf(study, id)
}

/** Sets a belief, in all scenarios or in the one in view; null puts the usual one back. */
export function withBelief(
  study: Study,
  scenario: string,
  id: string,
  to: Distribution | null,
): Study {
  const usual = usualOf(study, scenario, id)
  const keep = to !== null && distributionKey(to) !== distributionKey(usual)
  const known = scenariosOf(study).find((one) => one.id === scenario)
  // A file may give the base case changes of its own, which would hide one made for all scenarios.
  if (!editsScenario(scenario) && !known?.own[id]) {
    return settled({ ...study, overrides: put(study.overrides, id, keep ? to : null) }, id)
  }
  const changed = withScenario(study, scenario, (entry) => ({
    ...entry,
    overrides: put(entry.overrides ?? {}, id, keep ? to : null),
  }))
  return settled(changed, id, scenario)
}

/** The study's changes for all scenarios, of the assumptions that the model has. */
export function everywhereIn({ overrides }: Study): Overrides {
  return present(overrides)
}

/** Changes what the study says of a scenario; the id alone stays of one that is the model's. */
export function withScenario(
  study: Study,
  id: string,
  change: (entry: StudyScenario) => StudyScenario,
): Study {
  const old = study.scenarios.find((one) => idOf(one) === id) ?? id
  const changed = change(typeof old === 'string' ? { id } : old)
  const known = market.scenarios.find((one) => one.id === id)
  const entry = known
    ? shortened(changed, wordsAt(known, study.vantage), 'overrides', changed.overrides ?? {})
    : changed
  return study.scenarios.some((one) => idOf(one) === id)
    ? { ...study, scenarios: study.scenarios.map((one) => (idOf(one) === id ? entry : one)) }
    : { ...study, scenarios: [...study.scenarios, entry] }
}

/** Whoever changes a belief has said what holds at this vantage. */
export function settled(study: Study, assumption: string, scenario?: string): Study {
  return withoutQuestions(
    study,
    (one) => one.assumption === assumption && one.scenario === scenario,
  )
}

/** The study without some of its open questions; without the last of them nothing is said of any. */
export function withoutQuestions(
  study: Study,
  isSettled: (question: OpenQuestion) => boolean,
): Study {
  const { openQuestions = [], ...rest } = study
  const open = openQuestions.filter((one) => !isSettled(one))
  return open.length > 0 ? { ...rest, openQuestions: open } : rest
}

/** Sets one lever of one strategy; the model's own setting leaves no trace. */
export function withLever(study: Study, strategy: string, id: string, to: LeverValue): Study {
  return withLevers(study, strategy, { [id]: to })
}

/** Sets some levers of one strategy at once. */
export function withLevers(study: Study, strategy: string, to: Levers): Study {
  const known = strategiesOf(study).find((one) => one.id === strategy)
  if (!known) return study
  const levers = { ...known.levers, ...to }
  const strategies = study.strategies.map((one) => {
    if (idOf(one) !== strategy) return one
    const entry = typeof one === 'string' ? { id: one } : one
    return simplifiedStrategy({ ...entry, levers }, study.vantage)
  })
  return { ...study, strategies }
}

function put(overrides: Overrides, id: string, to: Distribution | null): Overrides {
  const { [id]: _old, ...rest } = overrides
  return to === null ? rest : { ...rest, [id]: to }
}
