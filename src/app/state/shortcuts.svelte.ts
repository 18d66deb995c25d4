import { type ScreenId, screens } from './route.svelte.ts'

/** What a single key asks for. */
export type Shortcut =
  | { readonly kind: 'screen'; readonly screen: ScreenId }
  | { readonly kind: 'search' }
  /** Opens what names the key as its own. */
  | { readonly kind: 'menu' }
  | { readonly kind: 'strategy'; readonly by: 1 | -1 }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'sheet' }

interface Entry {
  readonly key: string
  readonly words: string
  readonly does: Shortcut
}

/** Every single key that does something, in the order in which the sheet lists them. */
export const shortcuts: readonly Entry[] = [
  ...screens.map(({ id, label }, index): Entry => ({
    key: String(index + 1),
    words: `Go to ${label}`,
    does: { kind: 'screen', screen: id },
  })),
  { key: '/', words: 'Search the beliefs', does: { kind: 'search' } },
  { key: 's', words: 'Choose a scenario', does: { kind: 'menu' } },
  { key: 'v', words: 'Choose from when the future is seen', does: { kind: 'menu' } },
  { key: 'r', words: 'Run settings: trials, seed, horizon, sampling', does: { kind: 'menu' } },
  { key: 'o', words: 'Open, begin or find a study', does: { kind: 'menu' } },
  { key: 'e', words: 'Export', does: { kind: 'menu' } },
  { key: 'j', words: 'On Decide: next strategy', does: { kind: 'strategy', by: 1 } },
  { key: 'k', words: 'On Decide: strategy before', does: { kind: 'strategy', by: -1 } },
  { key: 'd', words: 'On Decide: duplicate the strategy', does: { kind: 'duplicate' } },
  { key: '?', words: 'This sheet', does: { kind: 'sheet' } },
]

/** What is done with other keys, to be listed beside those. */
export const otherKeys: readonly { readonly keys: string; readonly words: string }[] = [
  { keys: 'Ctrl Z', words: 'Undo (⌘ Z on a Mac)' },
  { keys: 'Ctrl Shift Z', words: 'Redo, also Ctrl Y' },
  { keys: 'Tab', words: 'Next control; underlined words explain themselves' },
  { keys: '← →', words: 'Move a slider, the target, or through dots and quarters' },
  { keys: 'Esc', words: 'Close what is open' },
]

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>

/** The shortcut that a pressed key stands for; null for none. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, repeat }: Press): Entry | null {
  if (ctrlKey || metaKey || altKey || repeat) return null
  return shortcuts.find((one) => one.key === key) ?? null
}

const KEY = 'stakes-shortcuts'

/** Whether single keys do something: people who dictate, or brush keys, turn them off. */
export class ShortcutChoice {
  on = $state(remembered())

  choose(on: boolean): void {
    this.on = on
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off')
    } catch {
      // A browser that forbids storing keeps the choice until the page is left.
    }
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}
