import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'e'

/** Opens the menu of what can be saved. */
export const openExportMenu: Action = {
  id: 'open-export-menu',
  label: () => 'Export',
  keywords: ['save', 'download', 'file'],
  order: 150,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}
