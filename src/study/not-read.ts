import type { Correlation } from '../engine/model.ts'
import { isBelief, isKnown, isNumber, isRetired, isUnsaid, type Kind, nearest } from './names.ts'
import { pageIdOf, pageIds } from './presentation.ts'
import { unseenIn } from './sight.ts'
import { idOf, type Study, type StudyScenario, type StudyStrategy } from './study.ts'

/**
 * What a study names and the model does not have, one sentence each: it stays in the study and is
 * written again as it is, and moves no figure.
 */
export function notReadIn(study: Study): string[] {
  const { overrides, correlations = [], strategies, scenarios } = study
  const named = (where: string, ids: readonly string[], kind: Kind = 'assumptions') =>
    [...new Set(ids)].filter((id) => isRetired(kind, id)).map((id) => `${where}: ${gone(id)}`)
  return [
    ...named('overrides', Object.keys(overrides)),
    ...named('correlations', correlations.flatMap(membersOf)),
    ...strategies.flatMap((entry) => [
      ...unread('strategies', 'strategy', entry),
      ...named(`strategy ${idOf(entry)}`, Object.keys(leversOf(entry)), 'levers'),
    ]),
    ...scenarios.flatMap((entry) => [
      ...unread('scenarios', 'scenario', entry),
      ...named(`scenario ${idOf(entry)}`, Object.keys(overridesOf(entry))),
    ]),
    ...named('scenarioWeights', Object.keys(study.scenarioWeights ?? {}), 'scenarios'),
    ...named('assumptionNotes', Object.keys(study.assumptionNotes ?? {})),
    ...questions(study),
    ...pages(study),
    ...(study.signposts ?? [])
      .filter(({ series }) => !isKnown('series', series))
      .map(({ series }) => `signposts: no series is called ${series}`),
    ...rules(study),
    ...Object.keys(study.targets ?? {})
      .filter((id) => !isNumber(id))
      .map((id) => `targets: no outcome that is a number is called ${id}`),
    ...unseenIn(study),
  ]
}

function unread(
  kind: 'strategies' | 'scenarios',
  word: string,
  entry: string | StudyStrategy | StudyScenario,
): string[] {
  const id = idOf(entry)
  if (isUnsaid(kind, entry)) {
    return [
      `${word} ${id} is not in the model and the study does not say what it is: it is not run`,
    ]
  }
  if (isKnown(kind, id) || !isRetired(kind, id)) return []
  return [
    `${word} ${gone(id)}: it is run as the study says, and what that leaves out at its default`,
  ]
}

function questions({ openQuestions = [] }: Study): string[] {
  return openQuestions.flatMap(({ assumption, from }) => {
    const isOfNothing = isRetired('assumptions', assumption)
    if (!isOfNothing && !isRetired('vantages', from)) return []
    return [`openQuestions: ${gone(isOfNothing ? assumption : from)}`]
  })
}

function pages({ presentation }: Study): string[] {
  return (presentation?.pages ?? []).flatMap(({ id, beliefs = [], levers = [] }, at, all) => {
    const meant = nearest(id, pageIds)
    const near = meant === undefined ? '' : `; did you mean ${meant}?`
    if (pageIdOf(id) === null) return [`presentation: there is no page ${id}${near}`]
    const isTwice = all.findIndex((one) => one.id === id) < at
    const missing = (kind: Kind, ids: readonly string[], word: string) =>
      ids
        .filter((one) => !isKnown(kind, one))
        .map((one) => `presentation: page ${id}: no ${word} is called ${one}`)
    return [
      ...(isTwice ? [`presentation: page ${id} stands there twice: the first is read`] : []),
      ...missing('assumptions', beliefs, 'belief'),
      ...missing('levers', levers, 'lever'),
    ]
  })
}

function rules({ rules: kept = [], strategies }: Study): string[] {
  const isThere = (id: string) =>
    isKnown('strategies', id) || strategies.some((one) => idOf(one) === id)
  return kept.flatMap(({ outcome, strategy, against, conditions }) => [
    ...[strategy, against ?? strategy]
      .filter((id, at, both) => !isThere(id) && both.indexOf(id) === at)
      .map((id) => `rules: no strategy is called ${id}`),
    ...(isKnown('outcomes', outcome) ? [] : [`rules: no outcome is called ${outcome}`]),
    ...conditions
      .filter(({ assumption }) => !isBelief(assumption))
      .map(({ assumption }) => `rules: no belief is called ${assumption}`),
  ])
}

function membersOf([first, second]: Correlation): string[] {
  return [first, second]
}

function leversOf(entry: string | StudyStrategy): object {
  return typeof entry === 'string' ? {} : (entry.levers ?? {})
}

function overridesOf(entry: string | StudyScenario): object {
  return typeof entry === 'string' ? {} : (entry.overrides ?? {})
}

function gone(id: string): string {
  return `${id} is no longer in the model`
}
