import { keptAsked, keptMarks, keptTable } from '../../findings/kept-signposts.ts'
import { signpostsAsked, signsAsked } from '../../findings/signposts-asked.ts'
import { signpostsFinding } from '../../findings/signposts.ts'
import { whereWords } from '../../findings/where.ts'
import { signpostsOf } from '../../study/edits/signposts.ts'
import { isChoice } from '../../study/index.ts'
import { vantages } from '../../study/model.ts'
import { sentences } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { WhySection } from './section.ts'

/** As many have room in a talk. */
const LINES = 2

/** What to watch, for files and the talk: signposts that are kept come first. */
export async function signpostsSection(dossier: Dossier): Promise<WhySection | null> {
  const { outcome, resolved, plan, subject, study } = dossier
  const of = {
    plan,
    subject,
    outcome,
    choices: resolved.strategies.filter((one) => isChoice(plan.vantage, one)).map(({ id }) => id),
    negligible: study.negligible,
  }
  const asked = signpostsAsked(of)
  const found = await dossier.ask('signposts', asked)
  const words = {
    unit: outcome.unit,
    explained: `${outcome.label} of ${dossier.labelOf(subject.a.strategy)}`,
    brief: outcome.label,
    isDifference: false,
    labelOf: (strategy: string) => dossier.labelOf(strategy),
  }
  const start = vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? ''
  const counted = whereWords(dossier.counted).counted
  const finding = signpostsFinding({
    isDrawn: false,
    ...words,
    found,
    start,
    quarters: asked.quarters,
    counted,
    trials: plan.trials,
  })
  const kept = signpostsOf(study)
  const from = { start, quarters: plan.quarters }
  const at = keptAsked(kept, from)
  const sides = at.length > 0 ? await dossier.ask('signpostSides', { ...signsAsked(of), at }) : []
  const marks = keptMarks(kept, from, sides, words)
  return {
    id: 'signposts',
    heading: 'What to watch',
    title: finding.title,
    measure: sentences([
      finding.soon,
      finding.few?.words ?? '',
      finding.later,
      finding.goesWith,
      finding.ahead?.words ?? '',
      finding.measure,
    ]),
    lines: finding.lines.slice(0, LINES),
    own: marks.map(({ heading, says }) => `${heading}. ${says}`),
    table:
      kept.length > 0 ? keptTable(marks) : finding.marks.length > 0 ? finding.shortTable() : null,
    caption: sentences([
      kept.length > 0 ? 'The signposts that are kept with the study.' : '',
      finding.caption,
    ]),
  }
}
