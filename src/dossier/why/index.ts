import { movesSection } from './moves.ts'
import type { Dossier } from '../dossier.ts'
import { flipsSection } from './flips.ts'
import type { WhySection, WhySectionOf } from './section.ts'

/** In the order of the screen. One more is a file and a line here. */
const sections: readonly WhySectionOf[] = [movesSection]
const sections: readonly WhySectionOf[] = [flipsSection]
import { rulesSection } from './rules.ts'
import type { WhySection, WhySectionOf } from './section.ts'

/** In the order of the screen. One more is a file and a line here. */
const sections: readonly WhySectionOf[] = [rulesSection]
import { informationSection } from './information.ts'
import { signpostsSection } from './signposts.ts'
import type { WhySection, WhySectionOf } from './section.ts'

/** In the order of the screen. One more is a file and a line here. */
const sections: readonly WhySectionOf[] = [informationSection, signpostsSection]

/** What Why says of the outcome in sight, section by section. */
export async function whySections(dossier: Dossier): Promise<readonly WhySection[]> {
  const found: WhySection[] = []
  for (const one of sections) {
    const section = await one(dossier)
    if (section) found.push(section)
  }
  return found
}
