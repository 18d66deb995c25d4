import { canonicalJson } from '../engine/cases.ts'
import { type Distribution, distributionKey } from '../engine/distributions/index.ts'
import { correlationsOf } from './correlations.ts'
import type { DiffEntry } from './diff-entry.ts'
import { settingsBetween, when } from './diff-settings.ts'
import { defaultBelief } from './edits/beliefs.ts'
import {
  type ResolvedScenario,
  resolvedScenarios,
  type ResolvedStrategy,
  resolvedStrategies,
} from './edits/resolved.ts'
import { assumptions, market } from './model.ts'
import { idOf, type Study } from './study.ts'

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
