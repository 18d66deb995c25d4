import { catalogue as market } from '../../models/index.ts'
import { idOf, type Study } from './study.ts'

/**
 * A study without what is ordered or asked twice, or of scenarios that are not there: a results file
 * of one scenario still has the order of all.
 */
export function tidied(study: Study): Study {
  const { scenarioOrder, openQuestions, rules } = study
  const { targets, ...rest } = study
  const known = new Set([...market.scenarios, ...study.scenarios].map(idOf))
  const questions = new Map(
    openQuestions
      ?.filter(({ scenario }) => scenario === undefined || known.has(scenario))
      .map((one) => [JSON.stringify([one.assumption, one.scenario]), one]),
  )
  return {
    ...rest,
    // Nothing aimed at and nothing noted are the same as none.
    ...(targets && Object.keys(targets).length > 0 && { targets }),
    ...(rules && { rules: rules.map(({ note, ...one }) => (note ? { ...one, note } : one)) }),
    ...(scenarioOrder && {
      scenarioOrder: [...new Set(scenarioOrder)].filter((id) => known.has(id)),
    }),
    ...(openQuestions && { openQuestions: [...questions.values()] }),
  }
}
