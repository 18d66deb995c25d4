import {
  assumptions,
  basisOf,
  isJudgement,
  JUDGEMENT,
  labelOf,
  type Source,
  sources,
  supportedBy,
} from '../study/model.ts'
import { commas, listed } from '../words/index.ts'
import type { Finding } from './finding.ts'
import { gradeWords } from './source-line.ts'
import { vantageWords } from './vantage-words.ts'
import { beliefCounts } from './belief-counts.ts'

/** A source as it is known at a vantage. */
export interface KnownSource extends Source {
  /** How near it is to the fact, in words; empty where nobody has graded it. */
  readonly graded: string
  /** Ids of the beliefs that rest on it there; none where it is background. */
  readonly supports: readonly string[]
}

/** What inputs rest on as seen from a vantage, the source of most of them first, judgement last. */
export function sourcesFinding(vantage: string): Finding<readonly KnownSource[]> {
  const judged = assumptions.filter(
    (one) => one.role !== 'luck' && isJudgement(basisOf(one, vantage)),
  ).length
  const known: readonly Source[] = sources
  const rows = known
    .map((source) => ({
      ...source,
      graded: gradeWords({ ...source, sources: [source.id] }),
      supports: supportedBy(source.id, assumptions, vantage),
    }))
    .filter((one) => one.supports.length > 0 || wasKnownBy(one, vantage))
    .toSorted(
      (a, b) =>
        Number(a.id === JUDGEMENT) - Number(b.id === JUDGEMENT) ||
        b.supports.length - a.supports.length,
    )
  return {
    id: 'sources',
    title: `Seen from ${vantageWords(vantage)}, ${judged} of ${beliefCounts.beliefs} beliefs are judgement and say so.`,
    measure: 'Inputs by what they rest on.',
    caption: '',
    table: () => ({
      columns: ['Source', 'Grade', 'What it says', 'Supports'],
      rows: rows.map(({ title, publisher, date, graded, note, supports }) => [
        commas([title, publisher, date]),
        graded,
        note,
        supports.length > 0 ? listed(supports.map(labelOf)) : 'background',
      ]),
    }),
    marks: rows,
  }
}

/** Whether a source that is mere background had been published by then. */
function wasKnownBy({ date }: Source, vantage: string): boolean {
  // The end of a span of years; of a day its month.
  const end = /^\d{4}-(\d{4})$/.exec(date)?.[1] ?? date
  return end.slice(0, vantage.length) <= vantage
}
