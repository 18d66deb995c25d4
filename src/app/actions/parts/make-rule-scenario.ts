import type { Box } from '../../../engine/sensitivity/prim-box.ts'
import type { Study } from '../../../study/study.ts'
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
  const story = `${words}. All other beliefs as they are, also those that move together with these.`
  const label = freeName(stem, scenarios)
  const id = freshScenarioId(study)
  const same = sameScenario(study, withRuleScenario(study, scenario, { id, label, story, box }), id)
  if (same) {
    app.notices.mention(`“${same}” is that scenario already, to be chosen above.`)
    return
  }
  const made = step(app, `made the scenario ${label}`, (old) =>
    withRuleScenario(old, scenario, { id, label, story, box }),
  )
  if (made)
    app.notices.mention(
      `“${label}” is a scenario now, to be chosen above. It weighs nothing until you say so in Compare. Undo takes it back.`,
    )
}

/** What a scenario is called that differs from a new one in nothing but its name; null where none does. */
function sameScenario(study: Study, made: Study, id: string): string | null {
  const said = (one: Partial<NonNullable<Study['scenarios']>[number] & object>) =>
    JSON.stringify({ ...one, id: '', label: '' })
  const entries = (of: Study) => (of.scenarios ?? []).filter((one) => typeof one === 'object')
  const own = entries(made).find((one) => one.id === id)
  return (own && entries(study).find((one) => said(one) === said(own))?.label) ?? null
}
