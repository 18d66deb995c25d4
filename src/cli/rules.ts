import type { RulesAnswer } from '../analyses/rules.ts'
import type { Good } from '../study/rules.ts'
import type { Subject } from '../analyses/subject.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { own } from '../engine/own.ts'
import type { CaseRef } from '../engine/plan.ts'
import type { Box } from '../engine/sensitivity/prim-box.ts'
import type { Rule } from '../engine/sensitivity/prim-measured.ts'
import { boxWords, ruleSentence } from '../findings/rule-words.ts'
import {
  LIMIT_NOTES,
  limitsFinding,
  othersWords,
  ruleAt,
  type RulesFacts,
  rulesFinding,
} from '../findings/rules.ts'
import { sideOf } from '../findings/target.ts'
import { targetTyped } from '../findings/typed-figures.ts'
import { countedFor } from '../findings/where.ts'
import { type ResolvedStudy, sightIn } from '../study/index.ts'
import { HEADLINE, market } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import type { Extra, ExtraReport } from './extras.ts'
import { outcomeNamed, subjectTyped } from './subject.ts'
import { printed } from './table.ts'

const sides = { '>=': 'atLeast', '<=': 'atMost', '>': 'above', '<': 'below' } as const

/** What would have to be true for an outcome on one side of a value. */
export const rules: Extra = {
  option: 'rules',
  takes: 'TARGET',
  mayBeBare: true,
  usage: [
    'as in "npv>=10" (or <=, >, <): what would have to be true for it,',
    'in two or three rules over beliefs; of the case or two of --of; without',
    'TARGET for that of the study',
  ],
  prepare(study, typed, { of } = {}) {
    const { outcome, good } = typed.trim() === '' ? targetIn(study) : targetOf(typed)
    const subjectIn = subjectTyped(study, of, outcome)
    return (runner, results) =>
      report(runner, results, { study, outcome, good, subject: subjectIn(results) })
  },
}

interface Aimed {
  readonly outcome: NumberOutcome
  readonly good: Good
}

/**
 * The study's own target: of the outcome in sight, else of the headline, else the first there is.
 *
 * @throws where the study has none
 */
function targetIn(study: ResolvedStudy): Aimed {
  const { targets = {} } = study
  const all = [sightIn(study).outcome, HEADLINE, ...Object.keys(targets)]
  const outcome = all
    .map((id) => market.outcomes.find((one) => one.id === id && own(targets, one.id) !== undefined))
    .find((one) => one?.kind === 'number')
  if (!outcome) {
    throw new Error(
      `${EXPECTED}, or nothing where the study has "targets", as in { "npv": 10 }; it has none`,
    )
  }
  return { outcome, good: { side: sideOf(outcome.better), at: targets[outcome.id] } }
}

const EXPECTED = '--rules takes an outcome, >=, <=, > or <, and a number, as in "npv>=10"'

/** @throws where it names no outcome, no side or no number */
function targetOf(typed: string): Aimed {
  const [, id, sign, text] = /^\s*([^<>=\s]*)\s*(>=|<=|>|<|=>|=<|≥|≤)\s*(.*?)\s*$/.exec(typed) ?? []
  const usual = { '=>': '>=', '≥': '>=', '=<': '<=', '≤': '<=' }[sign ?? ''] ?? sign
  const side = Object.entries(sides).find(([one]) => one === usual)?.[1]
  if (!side) {
    throw new Error(`${EXPECTED}, got ${typed}`)
  }
  const outcome = outcomeNamed('--rules', id)
  const at = targetTyped(text, outcome.unit)
  if (typeof at === 'string') {
    throw new Error(`--rules takes a number after ${sign}, got ${text || 'nothing'}. ${at}`)
  }
  return { outcome, good: { side, at } }
}

interface Task extends Aimed {
  readonly study: ResolvedStudy
  readonly subject: Subject
}

async function report(
  runner: Runner,
  results: RunResults,
  { study, outcome, good, subject }: Task,
): Promise<ExtraReport> {
  const found = await runner.ask('rules', results, { subject, good })
  const at = found.rules.picked
  const rule = ruleAt({ found, at })
  const more = rule ? await runner.ask('moreRules', results, { subject, good, rule }) : null
  const [a, b] = [caseName(study, subject.a), subject.b && caseName(study, subject.b)]
  const facts: RulesFacts = {
    outcome,
    a,
    b,
    good,
    found,
    more,
    at,
    where: countedFor(outcome, 'all'),
  }
  const { title, caption } = rulesFinding(facts)
  const limits = limitsFinding(facts)
  const lines = [
    b === null ? `With ${a}, ${title.slice(0, 1).toLowerCase()}${title.slice(1)}.` : `${title}.`,
    ...(rule ? ['', ruleSentence(rule, facts), ...othersWords(facts)] : []),
    ...(limits ? ['', `${limits.title}.`, ...printed(limits.table()), '', LIMIT_NOTES] : []),
    '',
    caption,
  ]
  return { text: `${lines.join('\n')}\n`, json: { rules: jsonOf(found, more?.others ?? []) } }
}

function caseName(
  { strategies, scenarios }: ResolvedStudy,
  { strategy, scenario }: CaseRef,
): string {
  const named = strategies.find(({ id }) => id === strategy)?.label ?? strategy
  const world = scenarios.find(({ id }) => id === scenario)?.label ?? scenario
  return scenarios.length > 1 ? `${named} (${world})` : named
}

/** The rule told first, then those for what it leaves: of these, coverage and support are what each adds. */
function jsonOf({ rules: { curve, picked } }: RulesAnswer, others: readonly Rule[]) {
  return [...curve.slice(picked, picked + 1), ...others].map((one) => ({
    words: boxWords(one.box),
    conditions: conditionsOf(one.box),
    coverage: one.coverage.value,
    coverageError: one.coverage.error,
    density: one.density.value,
    densityError: one.density.error,
    support: one.support.value,
    supportError: one.support.error,
  }))
}

/** Both ends are taken in; null where a side is open. */
function conditionsOf(box: Box) {
  return box.map(({ id, low, high }) => ({ assumption: id, low, high }))
}
