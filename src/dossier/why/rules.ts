import { hopedFor } from '../../findings/hoped-for.ts'
import {
  othersWords,
  ruleAt,
  type RulesFacts,
  rulesFinding,
  ruleSentence,
} from '../../findings/rules.ts'
import { sideOf } from '../../findings/target.ts'
import { chosenRow, noFigureWords, summaryOf } from '../pages/parts.ts'
import type { Dossier } from '../dossier.ts'
import type { Depth, WhySection } from './section.ts'

/** What would have to be true for a good outcome of the chosen strategy. */
export async function rulesSection(dossier: Dossier, depth: Depth): Promise<WhySection | null> {
  const { outcome, subject, sight, counted } = dossier
  const row = await chosenRow(dossier)
  if (noFigureWords(outcome, row) !== null) return null
  const good = { side: sideOf(outcome.better), at: hopedFor(outcome, summaryOf(row, outcome)) }
  const found = await dossier.ask('rules', { subject, good })
  const at = found.rules.picked
  const rule = ruleAt({ found, at })
  const more =
    rule && depth === 'whole' ? await dossier.ask('moreRules', { subject, good, rule }) : null
  const facts: RulesFacts = {
    outcome,
    a: dossier.labelOf(sight.chosen),
    b: null,
    good,
    found,
    more,
    at,
    where: counted,
  }
  const { title, measure, caption, table } = rulesFinding(facts)
  return {
    id: 'rules',
    heading: 'What would have to be true',
    title: `${facts.a}: ${title}`,
    measure,
    lines: rule ? [ruleSentence(rule, facts), ...othersWords(facts)] : [],
    table: rule ? table() : null,
    caption,
  }
}
