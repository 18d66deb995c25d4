/** Presses the button that names a key as its own; on a narrow page, the one behind which it lies. */
export function openMenu(key: string): void {
  const opener = document.querySelector<HTMLElement>(`button[aria-keyshortcuts~="${key}"]`)
  opener?.focus()
  opener?.click()
}
