import type { Action } from './action.ts'

/** Doubles the trials until the choice is decided or the page's most is reached. */
export const runUntilDecided: Action = {
  id: 'run-until-decided',
  label: () => 'Run until decided',
  keywords: ['more trials', 'precision', 'error', 'convergence'],
  order: 330,
  canDo: ({ precision }) => precision.canDecide,
  do: ({ precision }) => precision.runUntilDecided(),
}
