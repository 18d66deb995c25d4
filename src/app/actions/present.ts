import type { Action } from './action.ts'

/** Shows the study as pages, full screen. */
export const present: Action = {
  id: 'present',
  label: () => 'Present the study',
  keywords: ['slides', 'pages', 'talk', 'full screen', 'speaker'],
  order: 104,
  key: 'p',
  keyWords: 'Present the study (on Futures by its button)',
  canDo: () => true,
  do: () => {
    location.hash = '#/present'
  },
}
