import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'w'

/** Opens the dock of terms and beliefs beside the screen, or closes it. */
export const showWhatIf: Action = {
  id: 'show-what-if',
  label: ({ view }) => (view.whatIf ? 'Close What if' : 'What if: change the terms or a belief'),
  keywords: ['terms', 'levers', 'beliefs', 'sliders', 'change', 'try'],
  order: 105,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}
