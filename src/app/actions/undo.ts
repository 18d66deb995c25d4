import type { Action } from './action.ts'
import { tellTravel } from './parts/travel.ts'

/** Takes the last step back. */
export const undo: Action = {
  id: 'undo',
  label: ({ studies }) =>
    studies.undoName === null ? 'Nothing to undo' : `Undo: ${studies.undoName}`,
  keywords: ['back', 'revert', 'take back'],
  order: 300,
  chord: 'Ctrl Z',
  keyWords: 'Undo (⌘ Z on a Mac)',
  canDo: ({ studies }) => studies.undoName !== null && !studies.readOnly,
  do: (app) => tellTravel(app, 'Undone', app.studies.undo()),
}
