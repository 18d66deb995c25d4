import type { Box } from '../../../engine/sensitivity/prim-box.ts'
import { freeName } from '../../../study/edits/new-strategy.ts'
import { withRuleScenario } from '../../../study/edits/rule-scenario.ts'
import { freshScenarioId } from '../../../study/edits/scenarios.ts'
import type { AppState } from '../../state/app.svelte.ts'
import { findsRoom, step } from './step.ts'

/** Makes a scenario in which a rule holds, of the one in view, which stays in view. */
export function makeRuleScenario(
  app: AppState,
  { stem, words, box }: { readonly stem: string; readonly words: string; readonly box: Box },
): void {
  if (!findsRoom(app, 'scenarios')) return
  const { study, scenario, scenarios } = app.studies
  const label = freeName(stem, scenarios)
  const id = freshScenarioId(study)
  const story = `${words}. All other beliefs as they are, also those that move together with these.`
  const made = step(app, `made the scenario ${label}`, (old) =>
    withRuleScenario(old, scenario, { id, label, story, box }),
  )
  if (made)
    app.notices.mention(`“${label}” is a scenario now, to be chosen above. Undo takes it back.`)
}
