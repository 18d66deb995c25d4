import type { Distribution } from '../engine/distributions/index.ts'
import type { Overrides } from '../engine/model.ts'
import type { BeliefEntry, DiffEntry } from './diff-entry.ts'
import { idsOf } from './diff-settings.ts'
import { withLever } from './edits/levers.ts'
import { settled } from './edits/questions.ts'
import { resolvedScenarios } from './edits/resolved.ts'
import { withScenario } from './edits/scenario.ts'
import { withoutScenario } from './edits/scenarios.ts'
import { simplifiedStrategy } from './simplify.ts'
import { idOf, type Study } from './study.ts'
import { withWeightsThere } from './weights.ts'

/** What is left open by a change is taken over last, since changes settle it. */
const LAST = 'openQuestions'

/**
 * A study with some of what another one says in its place, entry by entry.
 *
 * @param entries of `studyDiff(mine, theirs)`
 */
export function withTaken(mine: Study, theirs: Study, entries: readonly DiffEntry[]): Study {
  const last = (entry: DiffEntry) => (entry.kind === 'field' && entry.field === LAST ? 2 : 0)
  const order = (entry: DiffEntry) => last(entry) || (entry.kind === 'order' ? 1 : 0)
  return entries
    .toSorted((a, b) => order(a) - order(b))
    .reduce((now, entry) => taken(now, theirs, entry), mine)
}

function taken(study: Study, theirs: Study, entry: DiffEntry): Study {
  switch (entry.kind) {
    case 'belief':
      return withBeliefThere(study, entry, entry.to)
    case 'correlations':
      return withField(study, 'correlations', theirs.correlations)
    case 'weights':
      return withWeightsThere(withField(study, 'scenarioWeights', theirs.scenarioWeights))
    case 'scenario':
      return entry.theirs === null
        ? withoutScenario(study, entry.scenario)
        : withScenarioOf(study, theirs, entry.scenario, entry.theirs)
    case 'lever':
      return withLever(study, entry.strategy, entry.lever, entry.theirs)
    case 'strategy':
      return withStrategyOf(study, theirs, entry.strategy, entry.theirs)
    case 'words':
      return withWordsOf(study, entry)
    case 'order':
      return withOrderOf(study, theirs, entry.of)
    case 'note': {
      const { [entry.assumption]: _old, ...rest } = study.assumptionNotes ?? {}
      const notes = entry.theirs ? { ...rest, [entry.assumption]: entry.theirs } : rest
      return withField(study, 'assumptionNotes', Object.keys(notes).length > 0 ? notes : undefined)
    }
    case 'field':
      return withField(study, entry.field, entry.theirs)
  }
}

/**
 * A study with a belief in the place where two differ: for all scenarios, or in one.
 *
 * @param to null leaves it as it is without
 */
export function withBeliefThere(
  study: Study,
  { assumption, scenario }: Pick<BeliefEntry, 'assumption' | 'scenario'>,
  to: Distribution | null,
): Study {
  if (scenario === null) {
    return settled({ ...study, overrides: put(study.overrides, assumption, to) }, assumption)
  }
  const edited = withScenario(study, scenario.id, (entry) => ({
    ...entry,
    overrides: put(entry.overrides ?? {}, assumption, to),
  }))
  return settled(edited, assumption, scenario.id)
}

function put(overrides: Overrides, id: string, to: Distribution | null): Overrides {
  const { [id]: _old, ...rest } = overrides
  return to === null ? rest : { ...rest, [id]: to }
}

function withField(study: Study, field: string, to: unknown): Study {
  const { [field as keyof Study]: _old, ...rest } = study
  return (to === undefined || to === null ? rest : { ...rest, [field]: to }) as Study
}

function withScenarioOf(
  study: Study,
  theirs: Study,
  id: string,
  entry: Study['scenarios'][number],
): Study {
  const others = study.scenarios.filter((one) => idOf(one) !== id)
  const order = withIn(idsOf(study, 'scenarios'), idsOf(theirs, 'scenarios'), id)
  return withScenarioOrder({ ...study, scenarios: [...others, entry] }, order)
}

function withStrategyOf(
  study: Study,
  theirs: Study,
  id: string,
  entry: Study['strategies'][number] | null,
): Study {
  const others = study.strategies.filter((one) => idOf(one) !== id)
  // A study has at least one.
  if (entry === null) return others.length > 0 ? { ...study, strategies: others } : study
  const order = withIn(others.map(idOf), idsOf(theirs, 'strategies'), id)
  return { ...study, strategies: others.toSpliced(order.indexOf(id), 0, entry) }
}

/** A list with one more, after the last of those before it in the other list. */
function withIn(ids: readonly string[], other: readonly string[], id: string): string[] {
  const rest = ids.filter((one) => one !== id)
  const before = other.slice(0, other.indexOf(id))
  const at = Math.max(-1, ...before.map((one) => rest.indexOf(one)))
  return rest.toSpliced(at + 1, 0, id)
}

function withOrderOf(study: Study, theirs: Study, of: 'strategies' | 'scenarios'): Study {
  const wanted = idsOf(theirs, of)
  const place = (id: string) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length)
  if (of === 'scenarios') {
    return withScenarioOrder(
      study,
      idsOf(study, of).toSorted((a, b) => place(a) - place(b)),
    )
  }
  const strategies = study.strategies.toSorted((a, b) => place(idOf(a)) - place(idOf(b)))
  return { ...study, strategies }
}

/** Nothing is said of an order that holds without being said. */
function withScenarioOrder(study: Study, order: readonly string[]): Study {
  const { scenarioOrder: _old, ...rest } = study
  const unsaid = resolvedScenarios(rest).map(({ id }) => id)
  return unsaid.join() === order.join() ? rest : { ...rest, scenarioOrder: order }
}

function withWordsOf(
  study: Study,
  { of, entry: id, theirs }: DiffEntry & { kind: 'words' },
): Study {
  const said = <E extends { readonly id: string }>(entry: E): E => {
    const { label: _label, story: _story, ...rest } = entry as E & { label: string; story: string }
    const words = Object.entries(theirs).filter(([, text]) => text !== undefined)
    return { ...rest, ...Object.fromEntries(words) } as unknown as E
  }
  if (of === 'scenarios') return withScenario(study, id, said)
  const strategies = study.strategies.map((one) => {
    if (idOf(one) !== id) return one
    return simplifiedStrategy(said(typeof one === 'string' ? { id } : one), study.vantage)
  })
  return { ...study, strategies }
}
