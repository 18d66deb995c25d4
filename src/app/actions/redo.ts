import type { Action } from './action.ts'
import { tellTravel } from './parts/travel.ts'

/** Does again what was undone last. */
export const redo: Action = {
  id: 'redo',
  label: ({ studies }) =>
    studies.redoName === null ? 'Nothing to redo' : `Redo: ${studies.redoName}`,
  keywords: ['again', 'repeat', 'forward'],
  order: 310,
  chord: 'Ctrl Shift Z',
  keyWords: 'Redo, also Ctrl Y',
  canDo: ({ studies }) => studies.redoName !== null && !studies.readOnly,
  do: (app) => tellTravel(app, 'Done again', app.studies.redo()),
}
