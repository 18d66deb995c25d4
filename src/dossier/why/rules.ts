import { hopedFor } from '../../findings/hoped-for.ts'
import {
  KEPT_COUNTED,
  type KeptRuleMark,
  keptRuleAsked,
  keptRuleMarks,
  keptRulesTable,
} from '../../findings/kept-rules.ts'
import { othersWords, ruleAt, type RulesFacts, rulesFinding } from '../../findings/rules.ts'
import type { Rule } from '../../engine/sensitivity/rules.ts'
import { sentences } from '../../words/index.ts'
import { goalWords, ruleSentence } from '../../findings/rule-words.ts'
import { sideOf, targetWords } from '../../findings/target.ts'
import { chosenRow, noFigureWords, summaryOf } from '../pages/parts.ts'
import type { Dossier } from '../dossier.ts'
import type { Depth, WhySection } from './section.ts'

/** What would have to be true for a good outcome of the chosen strategy. */
export async function rulesSection(dossier: Dossier, depth: Depth): Promise<WhySection | null> {
  const { outcome, subject, sight, counted } = dossier
  const kept = await keptIn(dossier)
  const row = await chosenRow(dossier)
  if (noFigureWords(outcome, row) !== null) return kept.length > 0 ? keptAlone(kept) : null
  const { target } = dossier.options
  const aim = target ?? hopedFor(outcome, summaryOf(row, outcome))
  const good = { side: sideOf(outcome.better), at: aim }
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
  const { title: raw, caption, table } = rulesFinding(facts)
  const title = `With ${facts.a}, ${raw.slice(0, 1).toLowerCase()}${raw.slice(1)}`
  // A talk has no room for all of its figures.
  const told = (one: Rule) =>
    depth === 'brief'
      ? [`${title}.`]
      : [ruleSentence(one, facts, `With ${facts.a}, `), ...othersWords(facts)]
  return {
    id: 'rules',
    heading: 'What would have to be true',
    title,
    measure: `Conditions on beliefs, and how many of the futures in which they hold have ${goalWords(facts)}.`,
    // The rule that is found may be one that was put in the report.
    lines: [...new Set([...kept.map(({ says }) => says), ...(rule ? told(rule) : [])])],
    table: rule ? table() : null,
    caption: sentences([
      kept.length > 0 ? KEPT : '',
      target === undefined
        ? `No target has been set, so ${targetWords(aim, outcome.unit)} is taken; one that is set on the page, under Why or on Answer, is that of what the page exports.`
        : '',
      caption,
    ]),
  }
}

const KEPT = `First the rules that were put in the report. ${KEPT_COUNTED}`

/** Rules that are lines of the report, counted in the run at hand. */
async function keptIn(dossier: Dossier): Promise<readonly KeptRuleMark[]> {
  const { rules: kept = [] } = dossier.study
  if (kept.length === 0) return []
  const { cases } = await dossier.results()
  const of = { cases, labelOf: (id: string) => dossier.labelOf(id) }
  const found = await Promise.all(
    kept.map(async (one) => {
      const request = keptRuleAsked(one, of)
      return request && dossier.ask('ruleFigures', request)
    }),
  )
  return keptRuleMarks(kept, found, of)
}

/** Where the outcome in sight has no rules: those that were put in the report. */
function keptAlone(kept: readonly KeptRuleMark[]): WhySection {
  return {
    id: 'rules',
    heading: 'What would have to be true',
    title: 'What would have to be true, as it was put in the report',
    measure: '',
    lines: kept.map(({ says }) => says),
    table: keptRulesTable(kept),
    caption: KEPT,
  }
}
