import type { Dossier } from '../dossier.ts'
import type { Page, PageId } from '../page.ts'
import { beliefsPage } from './beliefs.ts'
import { decisionPage } from './decision.ts'
import { questionPage } from './question.ts'
import { scenariosPage } from './scenarios.ts'
import { unfoldingPage } from './unfolding.ts'
import { whyPage } from './why.ts'

/** What makes each page. */
const makers: Readonly<Record<PageId, (dossier: Dossier) => Promise<Page>>> = {
  question: questionPage,
  beliefs: beliefsPage,
  scenarios: scenariosPage,
  unfolding: unfoldingPage,
  why: whyPage,
  decision: decisionPage,
}

/** One page of what is presented. */
export function pageOf(dossier: Dossier, id: PageId): Promise<Page> {
  return makers[id](dossier)
}
