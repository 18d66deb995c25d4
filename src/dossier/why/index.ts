import { count } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { flipsSection } from './flips.ts'
import { informationSection } from './information.ts'
import { movesSection } from './moves.ts'
import { rulesSection } from './rules.ts'
import { scatterSection } from './scatter.ts'
import type { Depth, WhySection, WhySectionOf } from './section.ts'
import { signpostsSection } from './signposts.ts'

/** In the order of the screen. One more is a file and a line here. */
const sections: readonly WhySectionOf[] = [
  movesSection,
  scatterSection,
  flipsSection,
  informationSection,
  rulesSection,
  signpostsSection,
]

/** Those that a talk tells of. */
const told = [flipsSection, rulesSection, informationSection, signpostsSection]

/** What Why says of the outcome in sight, section by section. */
export function whySections(dossier: Dossier): Promise<readonly WhySection[]> {
  return found(dossier, sections, 'whole')
}

/** So much of what was kept with a study has room on a page. */
const MOST_OWN = 2

/** What a talk says beside the chart of what moves it: what was kept of a section, else its first sentence. */
export async function whyLines(dossier: Dossier): Promise<readonly WhyLines[]> {
  const all = await found(dossier, told, 'brief')
  return all.flatMap(({ id, heading, lines, own = [] }): WhyLines[] => {
    const kept = [...new Set(own)]
    const some = kept.length > 0 ? kept.slice(0, MOST_OWN) : lines.slice(0, 1)
    const left = kept.length - MOST_OWN
    const more = left > 0 ? [`${heading}: the report has ${count(left)} more.`] : []
    return some.length === 0 ? [] : [{ id, lines: [...some, ...more] }]
  })
}

/** What a talk says of a section, in sentences: at least one. */
export interface WhyLines {
  readonly id: string
  readonly lines: readonly string[]
}

async function found(
  dossier: Dossier,
  of: readonly WhySectionOf[],
  depth: Depth,
): Promise<readonly WhySection[]> {
  const all: WhySection[] = []
  for (const one of of) {
    const section = await one(dossier, depth)
    if (section) all.push(section)
  }
  return all
}
