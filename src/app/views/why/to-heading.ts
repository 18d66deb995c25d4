import { tick } from 'svelte'

/** After a press that took its own button away: focus goes to the heading of its section. */
export async function toHeading(section: Element | null | undefined): Promise<void> {
  await tick()
  const heading = section?.querySelector('h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}
