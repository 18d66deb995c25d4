import { type Distribution, distributionKey } from '../../engine/distributions/index.ts'
import { offeredAt } from '../../../models/index.ts'
import { idOf, isKnown, MOST_STRATEGIES, type OpenQuestion, type Study } from '../index.ts'
import { defaultBelief, inheritedBelief, withBelief } from './beliefs.ts'
import { settled } from './questions.ts'
import { overridesIn, resolvedScenarios } from './resolved.ts'

/** A belief that was changed at one vantage and whose default is another one at the present. */
export interface VantageQuestion extends OpenQuestion {
  /** What was entered, and holds until something else is said. */
  readonly mine: Distribution
  /** The default where it was changed. */
  readonly before: Distribution
  /** The default now. */
  readonly now: Distribution
}

/**
 * Sees the study from another vantage. Every changed belief stays; where the default is another one
 * there, it is asked which of the two holds. Going back takes the question back. The model's own
 * strategies are those it offers there; changed ones and the study's own stay.
 */
export function withVantage(study: Study, vantage: string): Study {
  if (vantage === study.vantage) return study
  const { openQuestions = [], ...rest } = withStrategiesOf(study, vantage)
  const open = changedBeliefs(study).flatMap(({ assumption, scenario }): OpenQuestion[] => {
    const asked = openQuestions.find(
      (one) => one.assumption === assumption && one.scenario === scenario,
    )
    const from = asked && isKnown('vantages', asked.from) ? asked.from : study.vantage
    const isSame =
      distributionKey(inheritedAt(study, from, assumption, scenario)) ===
      distributionKey(inheritedAt(study, vantage, assumption, scenario))
    if (isSame) return []
    return [{ assumption, ...(scenario === undefined ? {} : { scenario }), from }]
  })
  return { ...rest, vantage, ...(open.length > 0 ? { openQuestions: open } : {}) }
}

/**
 * The study with the strategies offered at another vantage: those offered at its own and not there go,
 * unless somebody changed them, and those offered there alone come.
 */
export function withStrategiesOf(study: Study, vantage: string): Study {
  const here = idsAt(study.vantage)
  const there = idsAt(vantage)
  const stay = study.strategies.filter(
    (one) => typeof one !== 'string' || !here.includes(one) || there.includes(one),
  )
  const come = there
    .filter((id) => !here.includes(id) && !stay.some((one) => idOf(one) === id))
    .slice(0, Math.max(0, MOST_STRATEGIES - stay.length))
  if (come.length === 0 && stay.length === study.strategies.length) return study
  // New ones stand where the old ones stood: before what the study added.
  const own = stay.findIndex((one) => !isKnown('strategies', idOf(one)))
  return { ...study, strategies: stay.toSpliced(own < 0 ? stay.length : own, 0, ...come) }
}

function idsAt(vantage: string): readonly string[] {
  return offeredAt(vantage).map(({ id }) => id)
}

// A study never changes, and each of its many beliefs asks whether something is asked of it.
const questionsByStudy = new WeakMap<Study, readonly VantageQuestion[]>()

/** All that is still to be said, of every scenario. */
export function questionsOf(study: Study): readonly VantageQuestion[] {
  const questions = questionsByStudy.get(study) ?? questionsIn(study)
  questionsByStudy.set(study, questions)
  return questions
}

function questionsIn(study: Study): VantageQuestion[] {
  const changed = changedBeliefs(study)
  return (study.openQuestions ?? []).flatMap((question) => {
    const { assumption, scenario, from } = question
    const entry = changed.find((one) => one.assumption === assumption && one.scenario === scenario)
    if (!entry || !isKnown('vantages', from)) return []
    const { mine } = entry
    const now = inheritedAt(study, study.vantage, assumption, scenario)
    if (distributionKey(mine) === distributionKey(now)) return []
    return [{ ...question, mine, before: inheritedAt(study, from, assumption, scenario), now }]
  })
}

/** What is still to be said of the belief that holds for an assumption in a scenario; null for nothing. */
export function questionOf(study: Study, scenario: string, id: string): VantageQuestion | null {
  if (!study.openQuestions) return null
  const resolved = resolvedScenarios(study).find((one) => one.id === scenario)
  const scope = resolved?.changed[id] ? scenario : undefined
  // What the model's scenario says itself is no belief of the study's.
  if (scope === undefined && resolved?.inherited[id]) return null
  return questionsOf(study).find((one) => one.assumption === id && one.scenario === scope) ?? null
}

/** Settles a question: what was entered stays, or the present default takes its place. */
export function answered(
  study: Study,
  { assumption, scenario }: OpenQuestion,
  answer: 'mine' | 'default',
): Study {
  if (answer === 'mine') return settled(study, assumption, scenario)
  if (scenario !== undefined) return withBelief(study, scenario, assumption, null)
  const { [assumption]: _mine, ...overrides } = study.overrides
  return settled({ ...study, overrides }, assumption)
}

interface ChangedBelief {
  readonly assumption: string
  /** Absent where the study changes it for all scenarios. */
  readonly scenario?: string
  readonly mine: Distribution
}

function changedBeliefs(study: Study): ChangedBelief[] {
  const everywhere = Object.entries(overridesIn(study)).map(([assumption, mine]) => ({
    assumption,
    mine,
  }))
  const somewhere = resolvedScenarios(study).flatMap(({ id, changed }) =>
    Object.entries(changed).map(([assumption, mine]) => ({ assumption, scenario: id, mine })),
  )
  return [...everywhere, ...somewhere]
}

/** What would hold at a vantage without the change. */
function inheritedAt(study: Study, vantage: string, id: string, scenario?: string): Distribution {
  const seen = { ...study, vantage }
  return scenario === undefined ? defaultBelief(seen, id) : inheritedBelief(seen, scenario, id)
}
