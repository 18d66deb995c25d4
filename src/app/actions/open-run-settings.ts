import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'r'

/** Opens the settings of the run. */
export const openRunSettings: Action = {
  id: 'open-run-settings',
  label: () => 'Run settings: trials, seed, horizon, sampling',
  keywords: ['trials', 'seed', 'horizon', 'sampling', 'negligible'],
  order: 130,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}
