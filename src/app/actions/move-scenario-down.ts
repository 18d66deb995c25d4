import { editsScenario } from '../../study/edits/resolved.ts'
import { withScenarioMoved } from '../../study/edits/scenarios.ts'
import type { Action } from './action.ts'
import { scenarioAt, step } from './parts/step.ts'

/** Puts a scenario one place further down; the base case stays first. */
export const moveScenarioDown: Action = {
  id: 'move-scenario-down',
  label: () => 'Move the scenario down',
  keywords: ['order', 'sort', 'after'],
  order: 196,
  menu: {
    id: 'scenario',
    label: 'Move down',
    isListed: ({ studies }, on = studies.scenario) => editsScenario(on),
  },
  canDo: (app, on = app.studies.scenario) =>
    editsScenario(on) && !scenarioAt(app, on).isLast && !app.studies.readOnly,
  do: (app, on = app.studies.scenario) => {
    step(app, `moved ${scenarioAt(app, on).label} down`, (old) => withScenarioMoved(old, on, 1))
  },
}
