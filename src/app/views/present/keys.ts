import { isTyped } from '../../controls/undo-keys.ts'

/** What a key asks for in a talk. */
export type TalkKey =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'leave'
  | 'blank'
  | 'whatIf'
  | 'edit'
  | 'notes'
  | 'fullScreen'
  | 'table'
  | 'play'

/** What a presenter's clicker sends, and what turns pages on every keyboard. */
const turning: Readonly<Record<string, TalkKey>> = { PageDown: 'next', PageUp: 'back' }
const moving: Readonly<Record<string, TalkKey>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
}
/** Single letters, which people who dictate turn off. */
const letters: Readonly<Record<string, TalkKey>> = {
  w: 'whatIf',
  e: 'edit',
  n: 'notes',
  f: 'fullScreen',
  b: 'blank',
  '.': 'blank',
  t: 'table',
  p: 'play',
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'repeat' | 'isComposing'
>

/**
 * What a pressed key asks for; null where it belongs to what has the focus, or to nobody.
 *
 * @param singleKeys whether single letters do something
 */
export function talkKeyOf(event: Press, singleKeys: boolean): TalkKey | null {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  if (key === 'Escape') return 'leave'
  if (isTyped(target)) return null
  if (turning[key]) return turning[key]
  // Of another window, too: there it is no Element of this one.
  const inside = target && 'closest' in target ? (target as Element) : null
  if (inside?.closest('[role="slider"], input, select')) {
    // A slider is moved by them.
    if (moving[key]) return null
  } else if (moving[key]) return moving[key]
  if (key === ' ') {
    const isPressed = inside?.closest('button, a, input, select, summary, [role="slider"]')
    return isPressed ? null : event.shiftKey ? 'back' : 'next'
  }
  return singleKeys && !event.repeat ? (letters[key.toLowerCase()] ?? null) : null
}
