import { hopedFor } from '../../findings/hoped-for.ts'
import {
  KEPT_COUNTED,
  type KeptRuleMark,
  keptRuleAsked,
  keptRuleBrief,
  keptRuleLine,
  keptRuleMarks,
  goalOf,
  keptOf,
  keptRulesTable,
} from '../../findings/kept-rules.ts'
import { othersWords, ruleAt, type RulesFacts, rulesFinding } from '../../findings/rules.ts'
import type { Rule } from '../../engine/sensitivity/prim-measured.ts'
import { ruleKey } from '../../study/edits/rules.ts'
import { counted, sentences } from '../../words/index.ts'
import { goalWords, ruleSentence } from '../../findings/rule-words.ts'
import { sideOf, targetWords } from '../../findings/target.ts'
import { chosenRow, noFigureWords, summaryOf } from '../pages/parts.ts'
import type { Dossier } from '../dossier.ts'
import type { Depth, WhySection } from './section.ts'

/** What would have to be true for a good outcome of the chosen strategy. */
export async function rulesSection(dossier: Dossier, depth: Depth): Promise<WhySection | null> {
  const { outcome, subject, sight, counted: where } = dossier
  const kept = await keptIn(dossier)
  const row = await chosenRow(dossier)
  if (noFigureWords(outcome, row) !== null) return kept.length > 0 ? keptAlone(kept, depth) : null
  const target = dossier.study.targets?.[outcome.id]
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
    where,
  }
  const { title: raw, caption, table } = rulesFinding(facts)
  const inReport = keptRulesTable(kept, goalOf(facts))
  const title = `With ${facts.a}, ${raw.slice(0, 1).toLowerCase()}${raw.slice(1)}`
  // A talk has no room for all of its figures.
  const told = (one: Rule) =>
    depth === 'brief'
      ? [`${title}.`]
      : [ruleSentence(one, facts, `With ${facts.a}, `), ...othersWords(facts)]
  const blank = inReport.columns.map(() => '')
  const all = rule ? table().rows : []
  const own = new Set(kept.map(({ id }) => id))
  const isKept = ({ box }: Rule) =>
    own.has(ruleKey(keptOf({ outcome: outcome.id, strategy: sight.chosen, good }, box)))
  const shown = handful(all.length, at).filter((place) => !isKept(found.rules.curve[place]))
  const rows = [
    ...inReport.rows,
    ...shown.map((place) => [...all[place], ...blank.slice(all[place].length)]),
  ]
  return {
    id: 'rules',
    heading: 'What would have to be true',
    title,
    measure: `Conditions on beliefs, and how many of the futures in which they hold have ${goalWords(facts)}.`,
    lines: rule ? told(rule) : [],
    own: kept.map(depth === 'brief' ? keptRuleBrief : keptRuleLine),
    table: rows.length > 0 ? { ...inReport, rows } : null,
    caption: sentences([
      keptWords(kept),
      all.length > shown.length && shown.length > 0
        ? `Of ${counted(all.length, 'rule')} to choose from, some are listed; Why shows all.`
        : '',
      target === undefined
        ? `No target has been set, so ${targetWords(aim, outcome.unit)} is taken; one that is set, under Why or on Answer, is part of the study and taken here.`
        : '',
      caption,
    ]),
  }
}

/** So many rules to choose from are enough for somebody who reads. */
const MOST = 5

/** Places of some of many: the one told first, and others from the first to the last. */
export function handful(many: number, told: number): readonly number[] {
  if (many <= MOST) return Array.from({ length: many }, (_, at) => at)
  const spread = Array.from({ length: MOST - 1 }, (_, at) =>
    Math.round((at * (many - 1)) / (MOST - 2)),
  )
  return [...new Set([told, ...spread])].sort((a, b) => a - b)
}

function keptWords(kept: readonly KeptRuleMark[]): string {
  if (kept.length === 0) return ''
  const isCounted = kept.some(({ goal }) => goal !== null)
  return sentences(['First the rules that were put in the report.', isCounted ? KEPT_COUNTED : ''])
}

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
function keptAlone(kept: readonly KeptRuleMark[], depth: Depth): WhySection {
  return {
    id: 'rules',
    heading: 'What would have to be true',
    title: 'What would have to be true, as it was put in the report',
    measure: '',
    lines: [],
    own: kept.map(depth === 'brief' ? keptRuleBrief : keptRuleLine),
    table: keptRulesTable(kept),
    caption: keptWords(kept),
  }
}
