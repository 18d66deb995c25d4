import type { ChoiceFlips } from '../../analyses/choice-flips.ts'
import { choiceFlipsAsked } from '../../findings/choice-flips-asked.ts'
import { choiceFlipsFinding, firstFlipWords } from '../../findings/choice-flips.ts'
import { limitsOf } from '../../findings/limits.ts'
import { choicesOf } from '../../findings/status-quo.ts'
import { ranked } from '../../findings/strategy-rows.ts'
import { hingeOf } from '../../findings/verdict-facts.ts'
import { hingeWords } from '../../findings/verdict.ts'
import { HEADLINE } from '../../study/model.ts'
import type { Dossier } from '../dossier.ts'
import type { WhySection } from './section.ts'

/** So many beliefs have a line in a talk. */
const LINES = 2

/** What would flip the choice by the outcome in sight; null where nothing can. */
async function flipsOf(dossier: Dossier): Promise<ChoiceFlips | null> {
  const { plan, cases } = await dossier.results()
  const choices = choicesOf(await dossier.rows(), plan.vantage).map(({ id }) => id)
  const { scenario } = dossier.sight
  const own = cases.filter((one) => one.scenario === scenario)
  const request = choiceFlipsAsked(own, choices, dossier.outcome)
  return request && dossier.ask('choiceFlips', request)
}

/** What would flip the choice, belief by belief, by the outcome in sight. */
export async function flipsSection(dossier: Dossier): Promise<WhySection | null> {
  const { outcome, study, counted } = dossier
  if (outcome.better === 'neutral') return null
  const found = await flipsOf(dossier)
  if (!found) return null
  const { plan, trials } = await dossier.results()
  const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible)
  const strategy = (id: string) => dossier.labelOf(id)
  const facts = {
    outcome,
    found,
    limits,
    where: counted,
    strategy,
    explained: dossier.sight.chosen,
    isDrawn: false,
  }
  const { title, measure, caption, table, marks } = choiceFlipsFinding(facts)
  return {
    id: 'flips',
    heading: 'What flips the choice',
    title,
    measure,
    lines: [
      ...[firstFlipWords(facts)].filter((words) => words !== null),
      ...marks.slice(1, LINES).map(({ label, words }) => `${label}. ${words[0]}`),
    ],
    table: marks.length > 0 ? table() : null,
    caption,
  }
}

/** The headline's sentence on what the choice turns on; null where it has none. */
export async function hingeSentence(dossier: Dossier): Promise<string | null> {
  const { outcome, study } = dossier
  if (outcome.id !== HEADLINE) return null
  const { plan, trials } = await dossier.results()
  const rows = ranked(choicesOf(await dossier.rows(), plan.vantage), outcome.better)
  const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible)
  const hinge = hingeOf(await flipsOf(dossier), rows, limits)
  return hinge && hingeWords(hinge)
}
