import type { Action } from './action.ts'
import { focusBeside } from './next-strategy.ts'
import { strategyAt } from './parts/step.ts'

/** Puts the strategy before the one in focus there. */
export const previousStrategy: Action = {
  id: 'previous-strategy',
  label: () => 'Strategy before',
  keywords: ['previous', 'focus', 'up'],
  order: 170,
  key: 'k',
  screen: 'answer',
  canDo: (app) => strategyAt(app, app.view.chosen).at > 0,
  do: (app) => focusBeside(app, -1),
}
