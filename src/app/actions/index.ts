import type { AppState } from '../state/app.svelte.ts'
import { type ScreenId, screens } from '../state/route.svelte.ts'
import type { Action, MenuId } from './action.ts'
import * as all from './all.ts'

/** Every action, in the order of menus and of the sheet of keys. */
export const actions: readonly Action[] = Object.values(all)
  .flat()
  .toSorted((a, b) => a.order - b.order)

/** What a menu lists, of the strategy or scenario that it is of. */
export function actionsIn(menu: MenuId, app: AppState, on?: string): readonly Action[] {
  return actions.filter((one) => one.menu?.id === menu && (one.menu.isListed?.(app, on) ?? true))
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>

/**
 * The action that a pressed key stands for; null for none.
 *
 * @param on the screen in view: what is its own goes before what is of any
 */
export function actionOfKey(
  { key, ctrlKey, metaKey, altKey, repeat }: Press,
  on?: ScreenId,
): Action | null {
  if (ctrlKey || metaKey || altKey || repeat) return null
  const found = actions.filter((one) => one.key === key)
  const own = found.find(({ screen }) => screen !== undefined && screen === on)
  return own ?? found.find(({ screen }) => screen === undefined) ?? found[0] ?? null
}

/** Every key with what it does: single ones before those pressed together. */
export function keySheet(app: AppState): readonly { keys: string; words: string }[] {
  const rows = (kind: 'key' | 'chord') =>
    actions.flatMap((one) => {
      const keys = one[kind]
      return keys === undefined ? [] : [{ keys, words: keyWordsOf(one, app) }]
    })
  return [...rows('key'), ...rows('chord')]
}

function keyWordsOf({ label, keyWords, screen }: Action, app: AppState): string {
  const words = keyWords ?? label(app)
  const place = screens.find(({ id }) => id === screen)
  return place ? `On ${place.label}: ${words[0].toLowerCase()}${words.slice(1)}` : words
}
