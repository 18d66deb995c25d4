import type { Good } from '../../analyses/rules.ts'
import {
  othersWords,
  ruleAt,
  type RulesFacts,
  rulesFinding,
  ruleSentence,
} from '../../findings/rules.ts'
import { sideOf } from '../../findings/target.ts'
import { chosenRow, noFigureWords, summaryOf } from '../pages/parts.ts'
import { HEADLINE } from '../../study/model.ts'
import { toDigits } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Depth, WhySection } from './section.ts'

/** What somebody would hope for of the headline, in its unit, where it can be reached. */
const HOPED = 10

/** What would have to be true for a good outcome of the chosen strategy. */
export async function rulesSection(dossier: Dossier, depth: Depth): Promise<WhySection | null> {
  const { outcome, subject, sight, counted } = dossier
  const row = await chosenRow(dossier)
  if (noFigureWords(outcome, row) !== null) return null
  const good = goodOf(dossier, summaryOf(row, outcome))
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

/**
 * $10 bn of the headline where more than one future in a hundred may have it; else what the best
 * tenth reach, to two digits.
 */
function goodOf(
  { outcome }: Pick<Dossier, 'outcome'>,
  { p10, p90 }: { readonly p10: number; readonly p90: number },
): Good {
  const side = sideOf(outcome.better)
  const isHoped = outcome.id === HEADLINE && p10 < HOPED && p90 > HOPED / 2
  if (isHoped) return { side, at: HOPED }
  return { side, at: toDigits(side === 'atMost' ? p10 : p90, 2) }
}
