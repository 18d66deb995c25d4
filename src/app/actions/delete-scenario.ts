import { editsScenario } from '../../study/edits/resolved.ts'
import { withoutScenario } from '../../study/edits/scenarios.ts'
import { market } from '../../study/model.ts'
import type { Action } from './action.ts'
import { mentionDeleted, scenarioAt, step } from './parts/step.ts'

/** Deletes a scenario; the base case comes in view in its place, and cannot be deleted itself. */
export const deleteScenario: Action = {
  id: 'delete-scenario',
  label: () => 'Delete the scenario',
  keywords: ['remove'],
  order: 198,
  menu: {
    id: 'scenario',
    label: 'Delete',
    isListed: ({ studies }, on = studies.scenario) => editsScenario(on),
  },
  canDo: ({ studies }, on = studies.scenario) => editsScenario(on) && !studies.readOnly,
  do: (app, on = app.studies.scenario) => {
    if (!editsScenario(on)) return
    const name = `deleted ${scenarioAt(app, on).label}`
    const next = app.studies.scenario === on ? market.scenarios[0].id : undefined
    if (step(app, name, (old) => withoutScenario(old, on), next)) mentionDeleted(app, name)
  },
}
