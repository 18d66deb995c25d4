import {
  confidencesIn,
  groupsOf,
  informationAsked,
  waitingAsked,
} from '../../findings/information-asked.ts'
import { informationFinding } from '../../findings/information.ts'
import { signsAsked } from '../../findings/signposts-asked.ts'
import { whereWords } from '../../findings/where.ts'
import { isChoice } from '../../study/index.ts'
import { vantages } from '../../study/model.ts'
import type { Dossier } from '../dossier.ts'
import type { Depth, WhySection } from './section.ts'

/** What is worth knowing before choosing, for files and the talk; null where nothing is chosen. */
export async function informationSection(
  dossier: Dossier,
  depth: Depth,
): Promise<WhySection | null> {
  const { outcome, resolved, plan, subject, study } = dossier
  const choices = resolved.strategies
    .filter((one) => isChoice(plan.vantage, one))
    .map(({ id }) => id)
  const of = { plan, subject, outcome, choices, negligible: study.negligible }
  if (signsAsked(of).choices.length < 2) return null
  const groups = depth === 'whole' ? groupsOf(plan) : []
  const found = await dossier.ask('information', informationAsked(of, groups))
  const asked = waitingAsked(of)
  const finding = informationFinding({
    outcome,
    found,
    waiting:
      depth === 'whole' && asked.after.length > 0 ? await dossier.ask('waiting', asked) : null,
    groups,
    explained: dossier.sight.chosen,
    confidences: confidencesIn(study),
    strategy: (id) => dossier.labelOf(id),
    start: vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? '',
    counted: whereWords(dossier.counted).counted,
  })
  const { title, measure, caption, marks, waits } = finding
  const table = finding.table()
  return {
    id: 'information',
    heading: 'What is worth knowing',
    title,
    measure,
    lines: [`${title}.`, ...waits],
    table: { ...table, rows: table.rows.slice(0, 1 + marks.length) },
    caption,
  }
}
