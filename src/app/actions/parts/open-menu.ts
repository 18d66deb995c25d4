/** Opens the menu that names a key as its own. */
export function openMenu(key: string): void {
  const opener = document.querySelector<HTMLElement>(`button[aria-keyshortcuts="${key}"]`)
  opener?.focus()
  opener?.click()
}
