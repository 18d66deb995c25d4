import { defaultStudy } from '../../study/index.ts'
import type { Action } from './action.ts'

/** Begins a study from the defaults. */
export const newStudy: Action = {
  id: 'new-study',
  label: () => 'New study from the defaults',
  keywords: ['begin', 'start', 'fresh', 'reset'],
  order: 220,
  menu: { id: 'study', help: () => 'The present one is kept.' },
  canDo: () => true,
  do: ({ autosave }) => void autosave.openNew(defaultStudy()),
}
