import { exampleStudy } from '../../study/index.ts'
import type { Action } from './action.ts'

/** Opens a study to learn from. */
export const openExample: Action = {
  id: 'open-example',
  label: () => 'Open the example',
  keywords: ['sample', 'demo', 'learn', 'trainium'],
  order: 230,
  menu: {
    id: 'study',
    help: () => '“Trainium disappoints”: changed beliefs, a deal and a scenario of its own.',
  },
  canDo: () => true,
  do: ({ autosave }) => void autosave.openNew(exampleStudy()),
}
