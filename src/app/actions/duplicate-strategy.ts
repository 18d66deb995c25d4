import { freshStrategyId, withStrategyCopy } from '../../study/edits/strategies.ts'
import type { Action } from './action.ts'
import { findsRoom, hasRoom, roomHelp, step, strategyAt } from './parts/step.ts'

/** Copies a strategy and puts the copy in focus. */
export const duplicateStrategy: Action = {
  id: 'duplicate-strategy',
  label: () => 'Duplicate the strategy',
  keywords: ['copy', 'clone', 'add', 'new'],
  order: 180,
  key: 'd',
  screen: 'answer',
  menu: { id: 'strategy', label: 'Duplicate', help: (app) => roomHelp(app, 'strategies') },
  canDo: (app) => hasRoom(app, 'strategies') && !app.studies.readOnly,
  do: (app, on = app.view.chosen) => {
    if (!findsRoom(app, 'strategies')) return
    const copy = freshStrategyId(app.studies.study)
    const name = `duplicated ${strategyAt(app, on).label}`
    if (step(app, name, (old) => withStrategyCopy(old, on, copy))) app.chooseStrategy(copy)
  },
}
