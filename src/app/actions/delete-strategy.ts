import { canDelete, withoutStrategy } from '../../study/edits/strategies.ts'
import type { Action } from './action.ts'
import { mentionDeleted, step, strategyAt } from './parts/step.ts'

/** Deletes a strategy; what the others are compared with stays. */
export const deleteStrategy: Action = {
  id: 'delete-strategy',
  label: () => 'Delete the strategy',
  keywords: ['remove'],
  order: 188,
  menu: {
    id: 'strategy',
    label: 'Delete',
    help: ({ studies, view }, on = view.chosen) =>
      canDelete(studies.study, on) ? '' : 'What the others are compared with stays.',
  },
  canDo: ({ studies, view }, on = view.chosen) => canDelete(studies.study, on) && !studies.readOnly,
  do: (app, on = app.view.chosen) => {
    if (!canDelete(app.studies.study, on)) return
    const name = `deleted ${strategyAt(app, on).label}`
    if (step(app, name, (old) => withoutStrategy(old, on))) mentionDeleted(app, name)
  },
}
