import { idOf, shortened, type Study, type StudyScenario } from '../index.ts'
import { wordsAt } from '../../../models/index.ts'
import { market } from '../model.ts'

/** Changes what the study says of a scenario; the id alone stays of one that is the model's. */
export function withScenario(
  study: Study,
  id: string,
  change: (entry: StudyScenario) => StudyScenario,
): Study {
  const old = study.scenarios.find((one) => idOf(one) === id) ?? id
  const changed = change(typeof old === 'string' ? { id } : old)
  const ofModel = market.scenarios.find((one) => one.id === id)
  const entry = ofModel
    ? shortened(changed, wordsAt(ofModel, study.vantage), 'overrides', changed.overrides ?? {})
    : changed
  return study.scenarios.some((one) => idOf(one) === id)
    ? { ...study, scenarios: study.scenarios.map((one) => (idOf(one) === id ? entry : one)) }
    : { ...study, scenarios: [...study.scenarios, entry] }
}
