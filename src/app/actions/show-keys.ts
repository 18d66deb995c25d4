import type { Action } from './action.ts'

/** Opens the sheet of keys. */
export const showKeys: Action = {
  id: 'show-keys',
  label: () => 'Keyboard shortcuts',
  keywords: ['keys', 'help', 'hotkeys'],
  order: 360,
  key: '?',
  keyWords: 'This sheet',
  canDo: () => true,
  do: ({ view }) => {
    view.dialog = { kind: 'keys' }
  },
}
