import type { Action } from './action.ts'

/** Opens the list of studies kept in this browser. */
export const showLibrary: Action = {
  id: 'show-library',
  label: () => 'Studies in this browser …',
  keywords: ['library', 'saved', 'rename', 'delete', 'note'],
  order: 240,
  menu: {
    id: 'study',
    help: () => 'Open, rename, duplicate, delete; the note of the present one.',
  },
  canDo: () => true,
  do: ({ view }) => {
    view.dialog = { kind: 'library' }
  },
}
