import { precisionOf } from '../state/precision.svelte.ts'
import type { Action } from './action.ts'

/** Doubles the trials until the choice is decided or the page's most is reached. */
export const runUntilDecided: Action = {
  id: 'run-until-decided',
  label: () => 'Run until decided',
  keywords: ['more trials', 'precision', 'error', 'convergence'],
  order: 330,
  canDo: (app) => precisionOf(app).canDecide,
  do: (app) => precisionOf(app).runUntilDecided(),
}
