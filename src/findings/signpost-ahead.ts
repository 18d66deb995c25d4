import { SOON } from '../analyses/signpost-choice.ts'
import { vantages } from '../study/model.ts'
import { quarterLabel, quarterNumber } from '../words/index.ts'
import { hasCome } from './signpost-came.ts'
import { isPast } from './signpost-soon.ts'
import type { SignpostsFacts } from './signpost-tables.ts'
import { vantageWords } from './vantage-words.ts'

/** From when what is still ahead is seen. */
export interface Ahead {
  /** By id. */
  readonly vantage: string
  readonly words: string
  /** On what has it seen from there. */
  readonly look: string
}

/** From when the next two quarters are still to come, where from here they are past; null where they are not. */
export function aheadOf(facts: SignpostsFacts): Ahead | null {
  const vantage = isPast(facts) ? vantageAhead(facts.start, SOON) : null
  if (vantage === null) return null
  const later = vantageWords(vantage)
  const here = vantages.find(({ startQuarter }) => startQuarter === facts.start)
  const lead = here ? `This is seen from ${vantageWords(here.id)}. ` : ''
  return {
    vantage,
    words: `${lead}The quarters that are still ahead are seen from ${later}.`,
    look: `See what to watch from ${later}`,
  }
}

/** The latest vantage after a start whose next quarters have not all come, by id; null where there is none. */
function vantageAhead(start: string, quarters: number): string | null {
  const later = vantages.filter(
    ({ startQuarter }) =>
      startQuarter > start && !hasCome(quarterLabel(quarterNumber(startQuarter) + quarters)),
  )
  const [latest] = later.toSorted((a, b) => (a.startQuarter < b.startQuarter ? 1 : -1))
  return latest?.id ?? null
}
