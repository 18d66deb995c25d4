import { withStrategyMoved } from '../../study/edits/strategies.ts'
import type { Action } from './action.ts'
import { step, strategyAt } from './parts/step.ts'

/** Puts a strategy one place further down. */
export const moveStrategyDown: Action = {
  id: 'move-strategy-down',
  label: () => 'Move the strategy down',
  keywords: ['order', 'sort', 'after'],
  order: 184,
  menu: { id: 'strategy', label: 'Move down' },
  canDo: (app, on = app.view.chosen) => !strategyAt(app, on).isLast && !app.studies.readOnly,
  do: (app, on = app.view.chosen) => {
    step(app, `moved ${strategyAt(app, on).label} down`, (old) => withStrategyMoved(old, on, 1))
  },
}
