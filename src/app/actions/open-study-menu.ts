import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'o'

/** Opens the menu of studies. */
export const openStudyMenu: Action = {
  id: 'open-study-menu',
  label: () => 'Open, begin or find a study',
  keywords: ['file', 'new', 'library'],
  order: 140,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}
