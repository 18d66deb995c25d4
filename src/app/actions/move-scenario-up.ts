import { editsScenario } from '../../study/edits/resolved.ts'
import { withScenarioMoved } from '../../study/edits/scenarios.ts'
import type { Action } from './action.ts'
import { scenarioAt, step } from './parts/step.ts'

/** Puts a scenario one place further up; the base case stays first. */
export const moveScenarioUp: Action = {
  id: 'move-scenario-up',
  label: () => 'Move the scenario up',
  keywords: ['order', 'sort', 'before'],
  order: 194,
  menu: {
    id: 'scenario',
    label: 'Move up',
    isListed: ({ studies }, on = studies.scenario) => editsScenario(on),
  },
  canDo: (app, on = app.studies.scenario) => scenarioAt(app, on).at > 1 && !app.studies.readOnly,
  do: (app, on = app.studies.scenario) => {
    step(app, `moved ${scenarioAt(app, on).label} up`, (old) => withScenarioMoved(old, on, -1))
  },
}
