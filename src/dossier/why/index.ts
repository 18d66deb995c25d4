import type { Dossier } from '../dossier.ts'
import { flipsSection } from './flips.ts'
import { informationSection } from './information.ts'
import { movesSection } from './moves.ts'
import { rulesSection } from './rules.ts'
import { scatterSection } from './scatter.ts'
import type { WhySection, WhySectionOf } from './section.ts'
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

/** What Why says of the outcome in sight, section by section. */
export async function whySections(dossier: Dossier): Promise<readonly WhySection[]> {
  const found: WhySection[] = []
  for (const one of sections) {
    const section = await one(dossier)
    if (section) found.push(section)
  }
  return found
}
