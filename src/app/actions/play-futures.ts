import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'p'

/** Shows single futures one after another over the fans, or stops there. */
export const playFutures: Action = {
  id: 'play-futures',
  label: () => 'Play or pause single futures',
  keywords: ['hypothetical', 'outcomes', 'animate'],
  order: 108,
  key,
  screen: 'futures',
  canDo: ({ route }) => route.screen === 'futures',
  do: () => openMenu(key),
}
