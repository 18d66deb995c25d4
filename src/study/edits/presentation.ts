import type { PresentedPage, Study } from '../index.ts'
import { isCopy, MOST_PAGES, type PageId, pageIdOf, pageIds } from '../presentation.ts'
import { freshId, moved, placeOf } from './entries.ts'

type Presented = Pick<Study, 'presentation'>

/** Every page in the order in which it is presented, copies and hidden ones among them. */
export function pagesIn({ presentation }: Presented): readonly PresentedPage[] {
  const named = (presentation?.pages ?? []).filter(
    ({ id }, at, all) => pageIdOf(id) !== null && all.findIndex((one) => one.id === id) === at,
  )
  return pageIds.reduce((pages, id) => {
    const ids = pages.map((one) => one.id)
    return ids.includes(id) ? pages : pages.toSpliced(placeOf(id, pageIds, ids), 0, { id })
  }, named)
}

/** Whether anything is presented otherwise than it was found. */
export function isEdited({ presentation }: Presented): boolean {
  return presentation !== undefined
}

/** Whether one more page finds room. */
export function hasRoomForPage(study: Presented): boolean {
  return pagesIn(study).length < MOST_PAGES
}

/**
 * A headline in the place of the one that was found; an empty one, or the same, gives that back.
 *
 * @param found the headline that was found on the present figures
 */
export function withHeadline(study: Study, id: string, headline: string, found: string): Study {
  const typed = headline.trim()
  const isOwn = typed !== '' && typed !== found
  return withPage(study, id, isOwn ? { headline: typed, insteadOf: found } : {}, [
    'headline',
    'insteadOf',
  ])
}

/** A note in the place of the one that was found; an empty one, or the same, gives that back. */
export function withPageNote(study: Study, id: string, note: string, found: string): Study {
  const typed = note.trim()
  return withPage(study, id, typed === '' || typed === found ? {} : { note: typed }, ['note'])
}

export function withHidden(study: Study, id: string, hidden: boolean): Study {
  return withPage(study, id, hidden ? { hidden } : {}, ['hidden'])
}

/** Which beliefs and levers a what-if on a page moves; null for those that are chosen for it. */
export function withSliders(
  study: Study,
  id: string,
  sliders: { readonly beliefs: readonly string[]; readonly levers: readonly string[] } | null,
): Study {
  return withPage(study, id, sliders ?? {}, ['beliefs', 'levers'])
}

/** A page some places further on, or back where `by` is negative. */
export function withPageMoved(study: Study, id: string, by: number): Study {
  const pages = pagesIn(study)
  return withPages(
    study,
    moved(
      pages,
      pages.findIndex((one) => one.id === id),
      by,
    ),
  )
}

/** The id that the next copy of a page gets. */
export function nextCopyOf(study: Presented, id: string): string {
  const taken = pagesIn(study).map((one) => ({ id: isCopy(one.id) ? one.id : `${one.id}-1` }))
  return freshId(`${pageIdOf(id) ?? id}-`, taken)
}

/** A page once more, after itself, with what was made of it. */
export function withPageCopied(study: Study, id: string): Study {
  const pages = pagesIn(study)
  const at = pages.findIndex((one) => one.id === id)
  if (at < 0 || !hasRoomForPage(study)) return study
  return withPages(study, pages.toSpliced(at + 1, 0, { ...pages[at], id: nextCopyOf(study, id) }))
}

/** Takes a copy out; a page of the six can be hidden instead. */
export function withoutCopy(study: Study, id: string): Study {
  return isCopy(id)
    ? withPages(
        study,
        pagesIn(study).filter((one) => one.id !== id),
      )
    : study
}

/** The pages as they were found, in their order. */
export function withoutPresentation({ presentation: _gone, ...study }: Study): Study {
  return study
}

function withPage(
  study: Study,
  id: string,
  change: Partial<PresentedPage>,
  instead: readonly (keyof PresentedPage)[],
): Study {
  return withPages(
    study,
    pagesIn(study).map((one) => {
      if (one.id !== id) return one
      const kept = Object.entries(one).filter(([key]) => !instead.some((field) => field === key))
      return { ...Object.fromEntries(kept), ...change, id }
    }),
  )
}

/** What is as it was found leaves no trace; what nobody here can read stays, at the end. */
function withPages(study: Study, pages: readonly PresentedPage[]): Study {
  const { presentation, ...rest } = study
  const unread = (presentation?.pages ?? []).filter(({ id }) => pageIdOf(id) === null)
  const all = [...pages, ...unread]
  const isUsual =
    all.length === pageIds.length &&
    all.every((one, at) => one.id === (pageIds[at] satisfies PageId) && hasNothing(one))
  const { pages: _old, ...others } = presentation ?? { pages: [] }
  return isUsual && Object.keys(others).length === 0
    ? rest
    : { ...rest, presentation: { ...others, pages: all } }
}

function hasNothing(page: PresentedPage): boolean {
  return Object.keys(page).length === 1
}
