import { screens } from '../state/route.svelte.ts'
import type { Action } from './action.ts'

/** One for every screen, with its number as the key. */
export const goToScreens: readonly Action[] = screens.map(({ id, label }, index) => ({
  id: `go-to-${id}`,
  label: () => `Go to ${label}`,
  keywords: ['screen', 'show', 'open', label.toLowerCase()],
  order: index,
  key: String(index + 1),
  canDo: ({ route }) => route.screen !== id,
  do: ({ route }) => route.go(id),
}))
