import type { Action } from './action.ts'

/** Shows the study as a link. */
export const shareLink: Action = {
  id: 'share-link',
  label: () => 'Link to this study …',
  keywords: ['share', 'url', 'address', 'send', 'copy'],
  order: 249,
  menu: {
    id: 'export',
    help: () => 'The whole study in an address, with what is in sight. Nothing is uploaded.',
  },
  canDo: () => true,
  do: ({ view }) => {
    view.dialog = { kind: 'link' }
  },
}
