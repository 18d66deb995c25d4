/** The pages that are made of every study, in their order. */
export const pageIds = ['question', 'beliefs', 'scenarios', 'unfolding', 'why', 'decision'] as const
export type PageId = (typeof pageIds)[number]

/** What somebody made of a page before a talk; what is left out is as it was found. */
export interface PresentedPage {
  /** A page's id, or that of a copy: `question-2` is a second `question`. */
  readonly id: string
  readonly headline?: string
  /** The headline that was found when this one was written in its place. */
  readonly insteadOf?: string
  readonly note?: string
  readonly hidden?: boolean
  /** Ids of the beliefs and of the levers that a what-if on the page moves: three in all at most. */
  readonly beliefs?: readonly string[]
  readonly levers?: readonly string[]
}

/** How a study is presented: pages in their order; those it does not name stand where they always do. */
export interface Presentation {
  readonly pages: readonly PresentedPage[]
}

/** As many pages are as much as a talk holds. */
export const MOST_PAGES = 24

/** As many sliders stand on a page. */
export const MOST_SLIDERS = 3

/** Which page an entry is, or is a copy of; null where there is no such page. */
export function pageIdOf(id: string): PageId | null {
  const stem = id.replace(/-\d{1,3}$/, '')
  return pageIds.find((one) => one === stem) ?? null
}

/** Whether an entry is a copy, which can be taken out again. */
export function isCopy(id: string): boolean {
  return /-\d{1,3}$/.test(id)
}
