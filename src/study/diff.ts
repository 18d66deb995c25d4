import { canonicalJson } from '../engine/cases.ts'
import { type Distribution, distributionKey } from '../engine/distributions/index.ts'
import type { Correlation, LeverValue } from '../engine/model.ts'
import { defaultBelief } from './edits/beliefs.ts'
import {
  type ResolvedScenario,
  resolvedScenarios,
  type ResolvedStrategy,
  resolvedStrategies,
} from './edits/resolved.ts'
import { correlationsOf } from './correlations.ts'
import { assumptions, labelOf, market } from './model.ts'
import {
  type AssumptionNote,
  idOf,
  type Study,
  type StudyScenario,
  type StudyStrategy,
} from './study.ts'

/** Beliefs, decisions, and how both are looked at. */
export type DiffSide = 'belief' | 'decision' | 'setting'

interface Base<Side extends DiffSide, Kind extends string> {
  /** No other entry of the same two studies has it. */
  readonly id: string
  readonly side: Side
  readonly kind: Kind
  /** What differs, as it is called. */
  readonly label: string
}

/** What is said by each of both; null where nothing is. */
interface Both<T> {
  readonly mine: T
  readonly theirs: T
}

/** A belief, in all scenarios that do not change it themselves or in one of them. */
export interface BeliefEntry extends Base<'belief', 'belief'>, Both<Distribution> {
  readonly assumption: string
  /** Null where it is said for all. */
  readonly scenario: { readonly id: string; readonly label: string } | null
  /** What the other study says there; null where it leaves it as it is without. */
  readonly to: Distribution | null
}

export type DiffEntry =
  | BeliefEntry
  | (Base<'belief', 'correlations'> & Both<readonly Correlation[]>)
  /** Scenarios that one of both has alone. */
  | (Base<'belief', 'scenario'> &
      Both<string | StudyScenario | null> & { readonly scenario: string })
  | (Base<'belief', 'weights'> & Both<Study['scenarioWeights'] | null>)
  | (Base<'decision', 'lever'> &
      Both<LeverValue> & {
        readonly strategy: string
        readonly strategyLabel: string
        readonly lever: string
      })
  /** Strategies that one of both has alone. */
  | (Base<'decision', 'strategy'> &
      Both<string | StudyStrategy | null> & { readonly strategy: string })
  | (Base<'setting', 'words'> &
      Both<Words> & { readonly of: 'strategies' | 'scenarios'; readonly entry: string })
  | (Base<'setting', 'order'> &
      Both<readonly string[]> & { readonly of: 'strategies' | 'scenarios' })
  | (Base<'setting', 'note'> & Both<AssumptionNote | null> & { readonly assumption: string })
  | (Base<'setting', 'field'> & Both<unknown> & { readonly field: string })

/** What a strategy or scenario is called and what it is about, where the study says so. */
interface Words {
  readonly label?: string | undefined
  readonly story?: string | undefined
}

/** Fields that are compared entry by entry, or that name a study and its format. */
const APART = [
  'format',
  'version',
  '$schema',
  'name',
  'overrides',
  'correlations',
  'strategies',
  'scenarios',
  'scenarioOrder',
  'scenarioWeights',
  'assumptionNotes',
]
const fieldLabels: Readonly<Record<string, string>> = {
  notes: 'Note on the study',
  vantage: 'Seen from',
  seed: 'Seed',
  trials: 'Futures',
  horizonQuarters: 'Horizon',
  sampling: 'Sampling',
  negligible: 'What is negligible',
  observed: 'Futures that agree with what came in',
  scenarioTargets: 'What is asked in a scenario',
  scenarioWeightsNote: 'Why scenarios weigh as they do',
  openQuestions: 'Beliefs to be asked about',
}

/**
 * All in which two studies differ: beliefs first, then decisions, then settings. Their names are not
 * compared, nor which scenarios a file runs, nor what the model has no longer. Of studies seen from different dates beliefs
 * are compared that somebody changed.
 */
export function studyDiff(mine: Study, theirs: Study): readonly DiffEntry[] {
  return [
    ...beliefsBetween(mine, theirs),
    ...scenariosBetween(mine, theirs),
    ...pairsBetween(mine, theirs),
    ...strategiesBetween(mine, theirs),
    ...settingsBetween(mine, theirs),
  ]
}

function beliefsBetween(mine: Study, theirs: Study): DiffEntry[] {
  const isSame = mine.vantage === theirs.vantage
  return assumptions.flatMap(({ id, label }): DiffEntry[] => {
    const said = [mine, theirs].map((study) => study.overrides[id] ?? null)
    const held = [mine, theirs].map((study, at) => said[at] ?? defaultBelief(study, id))
    if (areSame(...(isSame ? held : said))) return []
    return [
      {
        id: `belief ${id}`,
        side: 'belief',
        kind: 'belief',
        label,
        assumption: id,
        scenario: null,
        mine: held[0],
        theirs: held[1],
        to: said[1],
      },
    ]
  })
}

function areSame(...[a, b]: readonly (Distribution | null)[]): boolean {
  return a === b || (a !== null && b !== null && distributionKey(a) === distributionKey(b))
}

/** Scenarios that one has alone, and beliefs in those of both. */
function scenariosBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [resolvedScenarios(mine), resolvedScenarios(theirs)]
  const entryOf = (study: Study, id: string) =>
    study.scenarios.find((one) => idOf(one) === id) ?? id
  const alone = (scenario: ResolvedScenario, isMine: boolean): DiffEntry => ({
    id: `scenario ${scenario.id}`,
    side: 'belief',
    kind: 'scenario',
    label: scenario.label,
    scenario: scenario.id,
    mine: isMine ? entryOf(mine, scenario.id) : null,
    theirs: isMine ? null : entryOf(theirs, scenario.id),
  })
  return [
    ...a.flatMap((one) => {
      const other = b.find(({ id }) => id === one.id)
      return other ? beliefsIn(mine, theirs, one, other) : [alone(one, true)]
    }),
    ...b.filter((one) => !a.some(({ id }) => id === one.id)).map((one) => alone(one, false)),
  ]
}

function beliefsIn(
  mine: Study,
  theirs: Study,
  a: ResolvedScenario,
  b: ResolvedScenario,
): DiffEntry[] {
  const isSame = mine.vantage === theirs.vantage
  const own = ({ inherited, changed }: ResolvedScenario) =>
    isSame ? { ...inherited, ...changed } : changed
  const [ofMine, ofTheirs] = [own(a), own(b)]
  return assumptions.flatMap(({ id, label }): DiffEntry[] => {
    if (areSame(ofMine[id] ?? null, ofTheirs[id] ?? null)) return []
    const held = (study: Study, { inherited, changed }: ResolvedScenario) =>
      changed[id] ?? inherited[id] ?? study.overrides[id] ?? defaultBelief(study, id)
    return [
      {
        id: `belief ${id} ${a.id}`,
        side: 'belief',
        kind: 'belief',
        label,
        assumption: id,
        scenario: { id: a.id, label: a.label },
        mine: held(mine, a),
        theirs: held(theirs, b),
        to: b.changed[id] ?? null,
      },
    ]
  })
}

function pairsBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [mine, theirs].map(correlationsOf)
  const weights = [mine, theirs].map(({ scenarioWeights }) => scenarioWeights ?? null)
  return [
    ...when(canonicalJson(a) !== canonicalJson(b), {
      id: 'correlations',
      side: 'belief',
      kind: 'correlations',
      label: 'Which beliefs move together',
      mine: a,
      theirs: b,
    }),
    ...when(canonicalJson(weights[0]) !== canonicalJson(weights[1]), {
      id: 'weights',
      side: 'belief',
      kind: 'weights',
      label: 'How much scenarios weigh',
      mine: weights[0],
      theirs: weights[1],
    }),
  ]
}

function when(holds: boolean, entry: DiffEntry): DiffEntry[] {
  return holds ? [entry] : []
}

function strategiesBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [resolvedStrategies(mine), resolvedStrategies(theirs)]
  const entryOf = (study: Study, id: string) =>
    study.strategies.find((one) => idOf(one) === id) ?? id
  const alone = ({ id, label }: ResolvedStrategy, isMine: boolean): DiffEntry => ({
    id: `strategy ${id}`,
    side: 'decision',
    kind: 'strategy',
    label,
    strategy: id,
    mine: isMine ? entryOf(mine, id) : null,
    theirs: isMine ? null : entryOf(theirs, id),
  })
  return [
    ...a.flatMap((one) => {
      const other = b.find(({ id }) => id === one.id)
      return other ? leversBetween(one, other) : [alone(one, true)]
    }),
    ...b.filter((one) => !a.some(({ id }) => id === one.id)).map((one) => alone(one, false)),
  ]
}

function leversBetween(a: ResolvedStrategy, b: ResolvedStrategy): DiffEntry[] {
  return market.levers
    .filter(({ id }) => a.levers[id] !== b.levers[id])
    .map(({ id, label }) => ({
      id: `lever ${id} ${a.id}`,
      side: 'decision',
      kind: 'lever',
      label,
      strategy: a.id,
      strategyLabel: a.label,
      lever: id,
      mine: a.levers[id],
      theirs: b.levers[id],
    }))
}

function settingsBetween(mine: Study, theirs: Study): DiffEntry[] {
  return [
    ...fieldsBetween(mine, theirs),
    ...wordsBetween(mine, theirs, 'strategies'),
    ...wordsBetween(mine, theirs, 'scenarios'),
    ...orderBetween(mine, theirs, 'strategies'),
    ...orderBetween(mine, theirs, 'scenarios'),
    ...notesBetween(mine, theirs),
  ]
}

function fieldsBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [mine, theirs].map((one) => one as unknown as Readonly<Record<string, unknown>>)
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !APART.includes(field))
    .filter((field) => canonicalJson(a[field] ?? null) !== canonicalJson(b[field] ?? null))
    .map((field) => ({
      id: `field ${field}`,
      side: 'setting',
      kind: 'field',
      label: fieldLabels[field] ?? field,
      field,
      mine: a[field],
      theirs: b[field],
    }))
}

function wordsBetween(mine: Study, theirs: Study, of: 'strategies' | 'scenarios'): DiffEntry[] {
  const isSame = mine.vantage === theirs.vantage
  const all = (study: Study) =>
    of === 'strategies' ? resolvedStrategies(study) : resolvedScenarios(study)
  const said = (study: Study, id: string): Words => {
    const found = study[of].find((one) => idOf(one) === id)
    return typeof found === 'object' ? { label: found.label, story: found.story } : {}
  }
  return all(mine).flatMap((one): DiffEntry[] => {
    const other = all(theirs).find(({ id }) => id === one.id)
    if (!other) return []
    const [a, b] = [said(mine, one.id), said(theirs, one.id)]
    const words = ({ label, story }: Words) => canonicalJson([label ?? null, story ?? null])
    return when(isSame ? words(one) !== words(other) : words(a) !== words(b), {
      id: `words ${of} ${one.id}`,
      side: 'setting',
      kind: 'words',
      label: `What “${one.label}” is called and about`,
      of,
      entry: one.id,
      mine: a,
      theirs: b,
    })
  })
}

/** The order of those that both have; what is added comes where the other study has it. */
function orderBetween(mine: Study, theirs: Study, of: 'strategies' | 'scenarios'): DiffEntry[] {
  const [a, b] = [mine, theirs].map((study) => idsOf(study, of))
  const common = [a.filter((id) => b.includes(id)), b.filter((id) => a.includes(id))]
  return when(common[0].join() !== common[1].join(), {
    id: `order ${of}`,
    side: 'setting',
    kind: 'order',
    label: `The order of ${of}`,
    of,
    mine: a,
    theirs: b,
  })
}

/** Ids of what a study offers, in their order. */
export function idsOf(study: Study, of: 'strategies' | 'scenarios'): string[] {
  const all = of === 'strategies' ? resolvedStrategies(study) : resolvedScenarios(study)
  return all.map(({ id }) => id)
}

function notesBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [mine, theirs].map(({ assumptionNotes }) => assumptionNotes ?? {})
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((id) => canonicalJson(a[id] ?? null) !== canonicalJson(b[id] ?? null))
    .map((id) => ({
      id: `note ${id}`,
      side: 'setting',
      kind: 'note',
      label: `Note on ${labelOf(id)}`,
      assumption: id,
      mine: a[id] ?? null,
      theirs: b[id] ?? null,
    }))
}
