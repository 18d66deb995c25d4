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

/** What a talk says beside the chart of what moves it: a sentence a section. */
export async function whyLines(dossier: Dossier): Promise<readonly WhyLine[]> {
  const all = await found(dossier, told, 'brief')
  return all.flatMap(({ id, lines: [line] }) => (line === undefined ? [] : [{ id, line }]))
}

/** The first sentence of a section. */
export interface WhyLine {
  readonly id: string
  readonly line: string
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
