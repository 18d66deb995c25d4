import { isChangedScenario, withScenarioRestored } from '../../study/edits/scenarios.ts'
import { market } from '../../study/model.ts'
import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'
import { findsRoom, hasRoom, step } from './parts/step.ts'

/** Puts one of the model's scenarios back, or back to what the model says. */
export const restoreScenario: Action = {
  id: 'restore-scenario',
  label: () => 'Put the scenario back as it was defined',
  keywords: ['reset', 'default', 'restore', 'undelete'],
  order: 192,
  menu: {
    id: 'scenario',
    label: 'Put back as defined',
    isListed: (app, on = app.studies.scenario) => isChangedNow(app, on),
  },
  canDo: (app, on = app.studies.scenario) => {
    const canRestore = isThere(app, on) ? isChangedNow(app, on) : hasRoom(app, 'scenarios')
    return canRestore && !app.studies.readOnly
  },
  do: (app, on = app.studies.scenario) => {
    if (!isThere(app, on) && !findsRoom(app, 'scenarios')) return
    const label = market.scenarios.find(({ id }) => id === on)?.label ?? on
    step(app, `restored ${label}`, (old) => withScenarioRestored(old, on))
  },
}

function isThere({ studies }: AppState, scenario: string): boolean {
  return studies.scenarios.some(({ id }) => id === scenario)
}

function isChangedNow({ studies }: AppState, scenario: string): boolean {
  const present = studies.scenarios.find(({ id }) => id === scenario)
  return present !== undefined && isChangedScenario(present)
}
