import { nearest } from './names.ts'
import { fields } from './schema.ts'
import { idOf, type Study } from './study.ts'

/**
 * Fields of a study that Stakes does not read, one sentence each: they stay in the study and are
 * written again as they are.
 */
export function strayIn(study: Study): string[] {
  const {
    strategies,
    scenarios,
    assumptionNotes = {},
    openQuestions = [],
    observed,
    scenarioTargets,
    presentation,
    signposts = [],
    rules = [],
    sight,
  } = study
  return [
    ...strays('', study, fields.study),
    ...strategies.flatMap((one) => strays(`strategy ${idOf(one)}: `, one, fields.strategy)),
    ...scenarios.flatMap((one) => strays(`scenario ${idOf(one)}: `, one, fields.scenario)),
    ...Object.entries(assumptionNotes).flatMap(([id, note]) =>
      strays(`note on ${id}: `, note, fields.note),
    ),
    ...openQuestions.flatMap((one) => strays('openQuestions: ', one, fields.question)),
    ...strays('observed: ', observed ?? {}, fields.observed),
    ...strays('scenarioTargets: ', scenarioTargets ?? {}, fields.targets),
    ...strays('presentation: ', presentation ?? {}, fields.presentation),
    ...(presentation?.pages ?? []).flatMap((one) => strays(`page ${one.id}: `, one, fields.page)),
    ...signposts.flatMap((one) =>
      strays(`signpost ${one.series} ${one.quarter}: `, one, fields.signpost),
    ),
    ...rules.flatMap(({ good, conditions, ...one }) => [
      ...strays(`rule for ${one.outcome}: `, { ...one, good, conditions }, fields.rule),
      ...strays(`rule for ${one.outcome}: good: `, good, fields.good),
      ...conditions.flatMap((limit) =>
        strays(`rule for ${one.outcome}: ${limit.assumption}: `, limit, fields.condition),
      ),
    ]),
    ...strays('sight: ', sight ?? {}, fields.sight),
  ]
}

function strays(where: string, value: string | object, known: readonly string[]): string[] {
  if (typeof value === 'string') return []
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = nearest(key, known)
      return `${where}${key}${meant === undefined ? '' : `; did you mean ${meant}?`}`
    })
}
