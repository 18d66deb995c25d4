import { type Distribution, distributionKey } from '../../engine/distributions/index.ts'
import type { Levers, LeverValue, Overrides } from '../../engine/model.ts'
import type { Study } from '../../snapshot/index.ts'
import { market } from './model.ts'

// Every edit takes a study and gives another one: the old one stays as it was.

const base = market.scenarios[0].id

/** A scenario as the study has it: the model's story, with what the study changes. */
export interface KnownScenario {
  readonly id: string
  readonly label: string
  readonly story: string
  /** Of the model, at the study's vantage. */
  readonly given: Overrides
  /** Of the study, on top of those. */
  readonly own: Overrides
}

/** Every scenario that can be chosen: the model's, then the study's own. */
export function scenariosOf(study: Study): KnownScenario[] {
  const own = study.scenarios.flatMap((one) => (typeof one === 'string' ? [] : [one]))
  const known = market.scenarios.map(({ id, label, story, overrides, overridesAt }) => {
    const change = own.find((one) => one.id === id)
    const given = { ...overrides, ...overridesAt?.[study.vantage] }
    return {
      id,
      label: change?.label ?? label,
      story,
      given,
      own: change?.overrides ?? {},
    }
  })
  const added = own
    .filter(({ id }) => !market.scenarios.some((one) => one.id === id))
    .map(({ id, label, overrides }) => ({
      id,
      label: label ?? id,
      story: 'A scenario of this study.',
      given: {},
      own: overrides ?? {},
    }))
  return [...known, ...added]
}

export interface KnownStrategy {
  readonly id: string
  readonly label: string
  readonly story: string
  readonly levers: Levers
  /** The model's own setting, where it has one. */
  readonly usual: Levers | null
}

/** The study's strategies in their order, every lever filled in. */
export function strategiesOf(study: Study): KnownStrategy[] {
  return study.strategies.flatMap((entry) => {
    const change = typeof entry === 'string' ? { id: entry } : entry
    const usual = market.strategies.find(({ id }) => id === change.id)
    const levers = 'levers' in change ? change.levers : undefined
    if (!usual && !levers) return []
    return [
      {
        id: change.id,
        label: ('label' in change ? change.label : undefined) ?? usual?.label ?? change.id,
        story: usual?.story ?? 'A strategy of this study.',
        levers: { ...usual?.levers, ...levers },
        usual: usual?.levers ?? null,
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
    return { ...study, overrides: put(study.overrides, id, keep ? to : null) }
  }
  const own = put(known?.own ?? {}, id, keep ? to : null)
  const changed = { id: scenario, label: known?.label ?? scenario, overrides: own }
  const isGiven = market.scenarios.some((one) => one.id === scenario)
  const entry = isGiven && Object.keys(own).length === 0 ? scenario : changed
  const isListed = study.scenarios.some((one) => idOf(one) === scenario)
  const scenarios = isListed
    ? study.scenarios.map((one) => (idOf(one) === scenario ? entry : one))
    : [...study.scenarios, entry]
  return { ...study, scenarios }
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
  const { usual } = known
  const changed = Object.fromEntries(
    Object.entries(levers).filter(([lever, value]) => usual?.[lever] !== value),
  )
  const strategies = study.strategies.map((one) => {
    if (idOf(one) !== strategy) return one
    const rest = typeof one === 'string' ? { id: strategy, label: known.label } : one
    if (!usual) return { ...rest, levers }
    return Object.keys(changed).length === 0 && known.label === labelOfModel(strategy)
      ? strategy
      : { ...rest, levers: changed }
  })
  return { ...study, strategies }
}

function labelOfModel(strategy: string): string | undefined {
  return market.strategies.find(({ id }) => id === strategy)?.label
}

function idOf(entry: string | { readonly id: string }): string {
  return typeof entry === 'string' ? entry : entry.id
}

function put(overrides: Overrides, id: string, to: Distribution | null): Overrides {
  const { [id]: _old, ...rest } = overrides
  return to === null ? rest : { ...rest, [id]: to }
}
