const PRESSED = 'button:not(:disabled)'

/** The next best to have the focus, near what had it. */
function nextTo(held: HTMLElement, near: readonly (Element | null)[]): HTMLElement | null {
  if (held.isConnected && !held.matches(':disabled')) return held
  for (const one of near) {
    if (!one?.isConnected) continue
    const found = one.querySelector<HTMLElement>(`h2[tabindex], ${PRESSED}`)
    if (found) return found
  }
  return null
}

/**
 * Holds the focus inside an element: where what has it goes away, or can no longer be pressed, its
 * row has it, its panel, or what is named.
 *
 * @param otherwise gives the focus to what has it where neither is there any more
 */
export function holdFocus(otherwise: () => void): (root: HTMLElement) => () => void {
  return (root) => {
    const page = root.ownerDocument
    let held: HTMLElement | null = null
    let near: readonly (Element | null)[] = []
    const take = ({ target }: FocusEvent) => {
      held = target as HTMLElement
      near = ['li, .turn', 'aside, section, [role="toolbar"]'].map(
        (one) => held?.closest(one) ?? null,
      )
    }
    // Who clicks beside everything wants nothing to have it.
    const letGo = () => (held = null)
    const check = () => {
      const now = page.activeElement
      const isLost = now === null || now === page.body || now.matches(':disabled')
      if (!held || !isLost || !page.hasFocus()) return
      const next = nextTo(held, near)
      if (next) next.focus()
      else otherwise()
    }
    const seen = new MutationObserver(check)
    seen.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    root.addEventListener('focusin', take)
    root.addEventListener('pointerdown', letGo)
    return () => {
      seen.disconnect()
      root.removeEventListener('focusin', take)
      root.removeEventListener('pointerdown', letGo)
    }
  }
}

/** Remembers what has the focus now. @returns gives it back */
export function focusBefore(): () => void {
  const had = document.activeElement
  return () => {
    if (had instanceof HTMLElement && had !== document.body) had.focus()
  }
}
