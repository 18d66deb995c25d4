import { pagesIn } from '../study/edits/presentation.ts'
import type { PresentedPage } from '../study/index.ts'
import { isCopy, pageIdOf } from '../study/presentation.ts'
import type { Dossier } from './dossier.ts'
import { type Page, type PageId, pageNames } from './page.ts'
import { pageOf } from './pages/index.ts'

/** A page as it is presented: what was found, and what somebody made of it. */
export interface Presented extends Page {
  /** Its own among those presented: `question-2` is a copy of `question`. */
  readonly key: string
  /** The headline that was found. */
  readonly foundHeadline: string
  readonly foundNote: string
  /** Whether the headline is somebody's own. */
  readonly isOwn: boolean
  /** Whether it was written when other figures had been found. */
  readonly isOfOtherFigures: boolean
  /** That, and what is found now, in a sentence for whoever reads the page; null where it is not so. */
  readonly remark: string | null
}

/** What a page is called among those presented: no two have the same name. */
export function presentedName(id: string): string {
  const name = pageNames[pageIdOf(id) ?? 'question']
  return isCopy(id) ? `${name}, copy ${id.split('-').at(-1)}` : name
}

/** A page with what was made of it. */
export function presentedAs(page: Page, entry: PresentedPage): Presented {
  const isOwn = entry.headline !== undefined
  const isOfOtherFigures =
    isOwn && entry.insteadOf !== undefined && entry.insteadOf !== page.headline
  return {
    ...page,
    key: entry.id,
    headline: entry.headline ?? page.headline,
    note: entry.note ?? page.note,
    foundHeadline: page.headline,
    foundNote: page.note,
    isOwn,
    isOfOtherFigures,
    remark: isOfOtherFigures
      ? `This headline was written on other figures; found now: ${page.headline}`
      : null,
  }
}

/** The pages of a talk: in the study's order, without those it hides, with its headlines and notes. */
export async function presentedPages(dossier: Dossier): Promise<readonly Presented[]> {
  const known = new Map<PageId, Page>()
  const pages: Presented[] = []
  for (const entry of pagesIn(dossier.study)) {
    const id = pageIdOf(entry.id)
    if (id === null || entry.hidden === true) continue
    const page = known.get(id) ?? (await pageOf(dossier, id))
    known.set(id, page)
    pages.push(presentedAs(page, entry))
  }
  return pages
}
