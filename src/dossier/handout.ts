import { designs } from '../engine/sampling/index.ts'
import { caseOf, strategiesOf } from '../engine/plan.ts'
import { scenarioChoices } from '../findings/scenario-changes.ts'
import { runNote } from '../findings/run-note.ts'
import { termLines } from '../findings/terms.ts'
import { STAKES_VERSION } from '../study/version.ts'
import { writeStudy } from '../study/index.ts'
import { market, vantages } from '../study/model.ts'
import { count } from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Dossier } from './dossier.ts'
import { beliefsTold } from './handout-beliefs.ts'
import type { HandoutData } from './handout-data.ts'
import { futuresTold } from './handout-futures.ts'
import { matrixTold } from './handout-matrix.ts'
import { seriesTold } from './handout-series.ts'
import { strategiesTold } from './handout-strategies.ts'
import { decisionPage } from './pages/decision.ts'
import { questionPage } from './pages/question.ts'
import { whyPage } from './pages/why.ts'
import { whySections } from './why/index.ts'

/** Steps that are told of as they are done. */
const STEPS = 8
/** Dots that stand for all futures, as on the page. */
const DOTS = 50

/**
 * All that a handout of a study shows.
 *
 * @param dots how many futures it tells one by one
 * @throws the signal's reason if aborted; in a sentence where it cannot be worked out
 */
export async function handoutOf(dossier: Dossier, dots = DOTS): Promise<HandoutData> {
  const { study, sight, options } = dossier
  let done = 0
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const found = await work
    options.signal?.throwIfAborted()
    options.onProgress?.(++done / STEPS)
    return found
  }
  const results = await dossier.results()
  const pages = [
    await step(questionPage(dossier)),
    { ...(await step(whyPage(dossier))), sections: await step(whySections(dossier)) },
    await step(decisionPage(dossier)),
  ]
  const named = (id: string) => ({ id, label: dossier.labelOf(id) })
  return {
    name: study.name,
    about: runNote(results),
    headline: pages[0].headline,
    pages,
    chosen: named(sight.chosen),
    rival: named(sight.rival),
    outcome: sight.outcome,
    scenario: dossier.scenarioLabel,
    strategies: await step(strategiesTold(dossier)),
    matrix: await step(matrixTold(dossier)),
    series: await step(seriesTold(dossier)),
    futures: await step(futuresTold(dossier, dots)),
    terms: termsTable(dossier),
    scenarios: scenarioChoices(study).map(({ label, story, changes }) => ({
      label,
      story,
      changes,
    })),
    beliefs: beliefsTold(dossier),
    method: methodOf(dossier, results),
    digest: results.digest ?? '',
    study: writeStudy(dossier.carried),
  }
}

/** What each strategy decides, term by term. */
function termsTable(dossier: Dossier): HandoutData['terms'] {
  const { plan, sight } = dossier
  const found = strategiesOf(plan).map(({ id, label }) => {
    const { levers } = caseOf(plan, { strategy: id, scenario: sight.scenario })
    return { label, lines: termLines(market.levers, levers, null) }
  })
  return {
    columns: ['Term', ...found.map(({ label }) => label)],
    rows: market.levers.map((_, at) => [
      found[0].lines[at].label,
      ...found.map(({ lines }) => lines[at].text),
    ]),
  }
}

function methodOf({ plan, scenarioLabel }: Dossier, results: RunResults): HandoutData['method'] {
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  const { label, description } = designs[plan.sampling]
  return [
    ['Scenario in sight', scenarioLabel],
    ['Seen from', vantage],
    ['Futures of each strategy', count(results.trials)],
    ['Horizon', `${plan.quarters / 4} years, quarter by quarter`],
    ['Seed', plan.seed],
    ['Sampling', `${label}: ${description}`],
    ['Model', `${market.id} ${market.version}`],
    ['Stakes', STAKES_VERSION],
    ['Digest of the run', results.digest ?? 'not finished'],
  ]
}
