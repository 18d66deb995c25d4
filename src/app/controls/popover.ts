const GAP = 6
const EDGE = 8

/**
 * Keeps a native popover beside the element it belongs to: below it where there is room, else above,
 * never over the edge of the window. For use with `{@attach}`.
 */
export function beside(anchor: () => HTMLElement | null | undefined) {
  return (panel: HTMLElement) => {
    const place = () => {
      const target = anchor()
      if (!target || !panel.matches(':popover-open')) return
      const from = target.getBoundingClientRect()
      const { width, height } = panel.getBoundingClientRect()
      const { clientWidth } = document.documentElement
      const below = from.bottom + GAP
      const fits = below + height + EDGE <= innerHeight
      const top = fits ? below : Math.max(EDGE, Math.min(from.top - GAP - height, below))
      const left = Math.max(EDGE, Math.min(from.left, clientWidth - width - EDGE))
      panel.style.top = `${fits || from.top > height ? top : EDGE}px`
      panel.style.left = `${left}px`
    }
    panel.addEventListener('toggle', place)
    addEventListener('resize', place)
    // What lies in it may come later than it opens.
    const grown = new ResizeObserver(place)
    grown.observe(panel)
    document.addEventListener('scroll', place, true)
    return () => {
      panel.removeEventListener('toggle', place)
      grown.disconnect()
      removeEventListener('resize', place)
      document.removeEventListener('scroll', place, true)
    }
  }
}
