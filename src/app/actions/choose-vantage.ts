import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'v'

/** Opens the list of vantages. */
export const chooseVantage: Action = {
  id: 'choose-vantage',
  label: () => 'Choose from when the future is seen',
  keywords: ['vantage', 'date', 'seen from', 'start'],
  order: 120,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}
