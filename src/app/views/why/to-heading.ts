import { tick } from 'svelte'
import { holdStill } from '../../charts/hold-still.ts'

/** After a press that took its own button away: focus goes to the heading of its section. */
export async function toHeading(section: Element | null | undefined): Promise<void> {
  await tick()
  focusHeading(section)
}

/**
 * Goes to a section of Why that is there, and has the focus at its heading.
 *
 * @param id as the address has it
 */
export async function toPart(id: string): Promise<void> {
  await tick()
  const part = document.getElementById(`why-${id}`)
  part?.scrollIntoView()
  // Sections above it become longer when their answers come.
  if (part) holdStill(part, parseFloat(getComputedStyle(part).scrollMarginTop))
  focusHeading(part, { preventScroll: true })
}

function focusHeading(section: Element | null | undefined, how?: FocusOptions): void {
  const heading = section?.querySelector('h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus(how)
}
