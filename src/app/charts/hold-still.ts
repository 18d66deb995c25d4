/** Answers that make the page longer come within so many milliseconds. */
const LONGEST = 10_000
/** What says that somebody moves the page by hand. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

let release: (() => void) | null = null

/**
 * Keeps an element where it is in the window while what is above it comes or goes, until somebody
 * moves the page, presses or types. No browser does so by itself where the place is set by hand or
 * what is above is in sight too.
 *
 * @param top pixels from the upper edge of the window, where it is to be if not where it is
 */
export function holdStill(element: Element, top = element.getBoundingClientRect().top): void {
  release?.()
  const until = performance.now() + LONGEST
  let scrolled = scrollY
  let frame = requestAnimationFrame(hold)
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const hand of HANDS) removeEventListener(hand, stop, true)
    release = null
  }
  for (const hand of HANDS) addEventListener(hand, stop, { capture: true, passive: true })
  release = stop

  function hold(now: number) {
    if (!element.isConnected || now > until) return stop()
    const moved = element.getBoundingClientRect().top - top
    // All of it by scrolling: that was somebody, whatever with.
    if (Math.abs(moved) >= 1 && Math.abs(moved + scrollY - scrolled) < 1) return stop()
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
    scrolled = scrollY
    frame = requestAnimationFrame(hold)
  }
}
