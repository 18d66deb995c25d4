import type { Good, RulesAnswer } from '../analyses/rules.ts'
import type { Subject } from '../analyses/subject.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { caseOf } from '../engine/plan.ts'
import type { Box } from '../engine/sensitivity/prim-box.ts'
import type { Rule } from '../engine/sensitivity/rules.ts'
import { boxWords } from '../findings/rule-words.ts'
import {
  limitsFinding,
  othersWords,
  ruleAt,
  type RulesFacts,
  rulesFinding,
  ruleSentence,
} from '../findings/rules.ts'
import { targetTyped } from '../findings/typed-figures.ts'
import { countedFor } from '../findings/where.ts'
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
  usage: [
    'as in "npv>=10" (or <=, >, <): what would have to be true for it,',
    'in two or three rules over beliefs; of the case or two of --of',
  ],
  prepare(study, typed, { of } = {}) {
    const { outcome, good } = targetOf(typed)
    const subjectIn = subjectTyped(study, of, outcome)
    return (runner, results) => report(runner, results, outcome, good, subjectIn(results))
  },
}

/** @throws where it names no outcome, no side or no number */
function targetOf(typed: string): { outcome: NumberOutcome; good: Good } {
  const [, id, sign, text] = /^\s*([^<>=\s]*)\s*(>=|<=|>|<|=>|=<|≥|≤)\s*(.*?)\s*$/.exec(typed) ?? []
  const usual = { '=>': '>=', '≥': '>=', '=<': '<=', '≤': '<=' }[sign ?? ''] ?? sign
  const side = Object.entries(sides).find(([one]) => one === usual)?.[1]
  if (!side) {
    throw new Error(
      `--rules takes an outcome, >=, <=, > or <, and a number, as in "npv>=10", got ${typed || 'nothing'}`,
    )
  }
  const outcome = outcomeNamed('--rules', id)
  const at = targetTyped(text, outcome.unit)
  if (typeof at === 'string') {
    throw new Error(`--rules takes a number after ${sign}, got ${text || 'nothing'}. ${at}`)
  }
  return { outcome, good: { side, at } }
}

async function report(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  good: Good,
  subject: Subject,
): Promise<ExtraReport> {
  const found = await runner.ask('rules', results, { subject, good })
  const at = found.rules.picked
  const rule = ruleAt({ found, at })
  const more = rule ? await runner.ask('moreRules', results, { subject, good, rule }) : null
  const label = (one: Subject['a']) => caseOf(results, one).label
  const [a, b] = [label(subject.a), subject.b && label(subject.b)]
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
    `${a}${b ? ` less ${b}` : ''}: ${title}.`,
    ...(rule ? ['', ruleSentence(rule, facts), ...othersWords(facts)] : []),
    ...(limits ? ['', `${limits.title}.`, ...printed(limits.table()), '', limits.caption] : []),
    '',
    caption,
  ]
  return { text: `${lines.join('\n')}\n`, json: { rules: jsonOf(found, more?.others ?? []) } }
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
