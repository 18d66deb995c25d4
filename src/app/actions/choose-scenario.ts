import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 's'

/** Opens the list of scenarios. */
export const chooseScenario: Action = {
  id: 'choose-scenario',
  label: () => 'Choose a scenario',
  keywords: ['world', 'case', 'switch'],
  order: 110,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}

/** Puts another scenario in view, if it can be run. */
export function putScenarioInView({ studies, notices }: AppState, id: string): void {
  const problem = studies.choose(id)
  if (problem) notices.warn(problem)
}
