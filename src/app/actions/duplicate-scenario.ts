import { freshScenarioId, withScenarioCopy } from '../../study/edits/scenarios.ts'
import type { Action } from './action.ts'
import { findsRoom, hasRoom, scenarioAt, step } from './parts/step.ts'

/** Copies a scenario and puts the copy in view. */
export const duplicateScenario: Action = {
  id: 'duplicate-scenario',
  label: () => 'Duplicate the scenario',
  keywords: ['copy', 'clone', 'add', 'new'],
  order: 190,
  menu: { id: 'scenario', label: 'Duplicate' },
  canDo: (app) => hasRoom(app, 'scenarios') && !app.studies.readOnly,
  do: (app, on = app.studies.scenario) => {
    if (!findsRoom(app, 'scenarios')) return
    const copy = freshScenarioId(app.studies.study)
    const name = `duplicated ${scenarioAt(app, on).label}`
    step(app, name, (old) => withScenarioCopy(old, on, copy), copy)
  },
}
