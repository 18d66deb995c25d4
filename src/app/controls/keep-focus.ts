import { tick } from 'svelte'

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** After a press that took its own button away: focus goes to the nearest thing before it. */
export async function keepFocus(pressed: HTMLElement): Promise<void> {
  const before = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => (pressed.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  )
  await tick()
  if (pressed.isConnected) return
  for (const one of before.toReversed()) {
    // What is out of sight or disabled does not take it.
    one.focus()
    if (document.activeElement === one) return
  }
}
