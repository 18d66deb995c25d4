import type { Levers, Overrides } from '../../engine/model.ts'
import { completed, idOf, isKnown, isUnsaid, type Study, type StudyScenario } from '../index.ts'
import { resolveScenario, wordsAt } from '../../../models/index.ts'
import { market } from '../model.ts'

const base = market.scenarios[0].id

/** A scenario with everything filled in: the model's, with what the study changes. */
export interface ResolvedScenario {
  readonly id: string
  readonly label: string
  readonly story: string
  /** What the model changes in it, at the study's vantage. */
  readonly inherited: Overrides
  /** What the study changes in it, on top of that, where the model still has the assumption. */
  readonly changed: Overrides
  /** Whether the model has it. */
  readonly isOfModel: boolean
  /** What the model calls it at the study's vantage; null where it has none. */
  readonly words: ModelWords | null
}

/** What the model says of a strategy or scenario at a vantage. */
interface ModelWords {
  readonly label: string
  readonly story: string
}

/** A strategy with everything filled in. */
export interface ResolvedStrategy {
  readonly id: string
  readonly label: string
  readonly story: string
  readonly levers: Levers
  /** The levers as the model defines them; null where it does not have the strategy. */
  readonly inherited: Levers | null
  /** What the model calls it at the study's vantage; null where it has none. */
  readonly words: ModelWords | null
}

// A study never changes, and each of its many beliefs asks for its scenarios.
const scenariosByStudy = new WeakMap<Study, readonly ResolvedScenario[]>()

/** Every scenario that can be chosen, in the study's order or, without one, the model's before its additions. */
export function resolvedScenarios(study: Study): readonly ResolvedScenario[] {
  const resolved =
    scenariosByStudy.get(study) ?? scenarioIds(study).map((id) => resolvedScenario(study, id))
  scenariosByStudy.set(study, resolved)
  return resolved
}

function resolvedScenario(study: Study, id: string): ResolvedScenario {
  const found = study.scenarios.find((one) => idOf(one) === id)
  const entry: StudyScenario = typeof found === 'object' ? found : { id }
  const ofModel = market.scenarios.find((one) => one.id === id)
  const words = ofModel ? wordsAt(ofModel, study.vantage) : null
  return {
    id,
    label: entry.label ?? words?.label ?? id,
    story: entry.story ?? words?.story ?? 'A scenario of this study.',
    inherited: ofModel ? resolveScenario(ofModel, study.vantage) : {},
    changed: present(entry.overrides ?? {}),
    isOfModel: ofModel !== undefined,
    words,
  }
}

/** The study's changes for all scenarios, of the assumptions that the model has. */
export function overridesIn({ overrides }: Study): Overrides {
  return present(overrides)
}

/** Overrides of assumptions that the model has. */
function present(overrides: Overrides): Overrides {
  return Object.fromEntries(Object.entries(overrides).filter(([id]) => isKnown('assumptions', id)))
}

function scenarioIds(study: Study): string[] {
  const ofModel = market.scenarios.map(({ id }) => id)
  const added = study.scenarios.flatMap((one) =>
    typeof one === 'string' || isUnsaid('scenarios', one) ? [] : [one.id],
  )
  const order = (study.scenarioOrder ?? ofModel).filter(
    (id) => ofModel.includes(id) || added.includes(id),
  )
  // Whatever a file's order leaves out, the base case and what the study made are there.
  return [...new Set([...(order.includes(base) ? [] : [base]), ...order, ...added])]
}

/** The study's strategies in their order, every lever filled in; without those nobody says a word of. */
export function resolvedStrategies(study: Study): ResolvedStrategy[] {
  return study.strategies.flatMap((one) => {
    if (isUnsaid('strategies', one)) return []
    const entry = typeof one === 'string' ? { id: one } : one
    const ofModel = market.strategies.find(({ id }) => id === entry.id)
    const words = ofModel ? wordsAt(ofModel, study.vantage) : null
    return [
      {
        id: entry.id,
        label: entry.label ?? words?.label ?? entry.id,
        story: entry.story ?? words?.story ?? 'A strategy of this study.',
        levers: completed({ ...ofModel?.levers, ...entry.levers }),
        inherited: ofModel?.levers ?? null,
        words,
      },
    ]
  })
}

/** Only the one scenario that is in view, as a study by itself: what is run and exported. */
export function inScenario(study: Study, scenario: string): Study {
  const entry = study.scenarios.find((one) => idOf(one) === scenario)
  return { ...study, scenarios: [entry ?? scenario] }
}

/** Whether an edit of a belief belongs to the scenario in view rather than to all of them. */
export function editsScenario(scenario: string): boolean {
  return scenario !== base
}
