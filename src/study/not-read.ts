import type { Correlation } from '../engine/model.ts'
import { isKnown, isRetired, isUnsaid, type Kind } from './names.ts'
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
