import { withStrategyMoved } from '../../study/edits/strategies.ts'
import type { Action } from './action.ts'
import { step, strategyAt } from './parts/step.ts'

/** Puts a strategy one place further up. */
export const moveStrategyUp: Action = {
  id: 'move-strategy-up',
  label: () => 'Move the strategy up',
  keywords: ['order', 'sort', 'before'],
  order: 182,
  menu: { id: 'strategy', label: 'Move up' },
  canDo: (app, on = app.view.chosen) => strategyAt(app, on).at > 0 && !app.studies.readOnly,
  do: (app, on = app.view.chosen) => {
    step(app, `moved ${strategyAt(app, on).label} up`, (old) => withStrategyMoved(old, on, -1))
  },
}
