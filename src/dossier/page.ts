import type { Table } from '../findings/finding.ts'
import type { PageId } from '../study/presentation.ts'
import type { PlainChart } from './plain-chart.ts'
import type { WhySection } from './why/section.ts'

export { type PageId, pageIds } from '../study/presentation.ts'

/** What each is about, in two or three words. */
export const pageNames: Readonly<Record<PageId, string>> = {
  question: 'Question and terms',
  beliefs: 'What we believe',
  scenarios: 'Strategies by scenarios',
  unfolding: 'How it could unfold',
  why: 'Why',
  decision: 'Decision asked',
}

/** A figure that stands large on a page. */
export interface PageNumber {
  readonly label: string
  /** With its error where it has one. */
  readonly text: string
  readonly value: number
  /** One standard error; null where there is none. */
  readonly error: number | null
  /** Which figure it is that a what-if moves: the average of the chosen strategy, or its lead over the rival. */
  readonly figure?: 'mean' | 'lead'
}

/** A page of what is presented: one chart, at most three numbers. */
export interface Page {
  readonly id: PageId
  /** What it is about, in two or three words, for lists of pages. */
  readonly name: string
  /** States what was found; never more than the errors allow. */
  readonly headline: string
  /** What is measured, in what unit, over which futures. */
  readonly measure: string
  readonly numbers: readonly PageNumber[]
  readonly chart: PlainChart | null
  /** What a table of the page says; null where the chart is all. */
  readonly table: Table | null
  /** Sentences beside the chart, a few. */
  readonly lines: readonly string[]
  /** What is to be done next, a sentence each; nothing where nothing was noted. */
  readonly steps?: readonly string[]
  /** What was found in more detail, section by section: for files, which have the room. */
  readonly sections?: readonly WhySection[]
  /** What is drawn, and on how many futures. */
  readonly caption: string
  /** What the speaker may say. */
  readonly note: string
}

/** The sentences of a page, those on what comes next marked as such. */
export function linesOf({ lines, steps = [] }: Pick<Page, 'lines' | 'steps'>): readonly string[] {
  return [...lines, ...steps.map((step) => `Next step: ${step}`)]
}
