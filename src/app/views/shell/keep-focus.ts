import { tick } from 'svelte'

/**
 * Where what had the focus goes away by being pressed, puts it on what comes after it, or else on the
 * dialog's heading: keys go on working from there.
 *
 * @param next what comes after it, once the page has changed
 */
export async function keepFocus(
  dialog: HTMLElement | null | undefined,
  next: () => HTMLElement | undefined = () => undefined,
): Promise<void> {
  await tick()
  const held = document.activeElement
  if (!dialog || (dialog.contains(held) && !held?.matches(':disabled'))) return
  const heading = dialog.querySelector('h2')
  if (heading) heading.tabIndex = -1
  const to = next() ?? heading
  to?.focus()
}
