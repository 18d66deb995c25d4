import type { Table } from '../../findings/finding.ts'
import type { Dossier } from '../dossier.ts'

/** A section of Why as files and the talk carry it: what was found, in sentences and figures. */
export interface WhySection {
  /** As on the screen: `moves`, `flips`, … */
  readonly id: string
  readonly heading: string
  /** States what was found; never more than the errors allow. */
  readonly title: string
  /** What is measured, in what unit, over which futures. */
  readonly measure: string
  /** What was found in one or two sentences, the first of them for a talk; none where nothing was found. */
  readonly lines: readonly string[]
  /** What somebody kept of it with the study, a sentence each: a talk tells that in place of what was found. */
  readonly own?: readonly string[]
  readonly table: Table | null
  /** What is counted, by which method, and what ± is. */
  readonly caption: string
}

/** A talk has room for a line or two of each and does not wait for what takes longest; files have all. */
export type Depth = 'brief' | 'whole'

/** Works a section out; null where there is nothing to say of the outcome in sight. */
export type WhySectionOf = (dossier: Dossier, depth: Depth) => Promise<WhySection | null>
