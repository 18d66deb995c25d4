import type { Dossier } from '../dossier.ts'
import type { Page, PageId } from '../page.ts'
import type { Depth } from '../why/section.ts'
import { beliefsPage } from './beliefs.ts'
import { decisionPage } from './decision.ts'
import { questionPage } from './question.ts'
import { scenariosPage } from './scenarios.ts'
import { unfoldingPage } from './unfolding.ts'
import { whyPage } from './why.ts'

/** What makes each page. */
const makers: Readonly<Record<PageId, (dossier: Dossier, depth: Depth) => Promise<Page>>> = {
  question: questionPage,
  beliefs: beliefsPage,
  scenarios: scenariosPage,
  unfolding: unfoldingPage,
  why: whyPage,
  decision: decisionPage,
}

/**
 * One page of what is presented.
 *
 * @param depth `brief` where somebody waits for it and other scenarios are not to be run
 */
export function pageOf(dossier: Dossier, id: PageId, depth: Depth = 'whole'): Promise<Page> {
  return makers[id](dossier, depth)
}
