import type { RuleFiguresRequest } from '../analyses/rules.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Box } from '../engine/sensitivity/prim-box.ts'
import type { Rule } from '../engine/sensitivity/prim-measured.ts'
import { market } from '../study/model.ts'
import { isBelief } from '../study/names.ts'
import { ruleKey } from '../study/edits/rules.ts'
import type { KeptRule } from '../study/rules.ts'
import type { CaseResults } from '../workers/results.ts'
import { amount, type Table } from './finding.ts'
import { boxWords, goalWords, type RulesAbout, ruleSentence } from './rule-words.ts'
import { RULE_COLUMNS } from './rules.ts'
import { countedFor, selectionOf, type Where, whereWords } from './where.ts'
import { capital, chanceWithError, listed, ofHundred, sentences } from '../words/index.ts'

/** Which futures kept rules are counted in. */
export const KEPT_COUNTED =
  'Counted anew in this run, over all of its futures unless a rule says otherwise, in the half in which rules are not looked for.'

/** A kept rule with what is said of it now. */
export interface KeptRuleMark {
  readonly kept: KeptRule
  readonly id: string
  /** The rule in words. */
  readonly label: string
  /** What futures are to have, and with which strategy; null where the rule cannot be counted. */
  readonly goal: string | null
  readonly says: string
  /** Null where it cannot be counted, or is being counted. */
  readonly figures: Rule | null
}

/** What counting a rule takes: the results and what strategies are called. */
export interface KeptRulesOf {
  readonly cases: readonly Pick<CaseResults, 'strategy' | 'scenario'>[]
  /** Of a strategy that is not there its id, or anything. */
  readonly labelOf: (strategy: string) => string
  /** Futures that are counted around the rules: a rule that counts others says so; all where it is left out. */
  readonly around?: Where | 'some'
}

/** A rule as it is asked of a belief, limit by limit. */
export function boxOfKept({ conditions }: KeptRule): Box {
  return conditions.map(({ assumption, low, high }) => ({
    id: assumption,
    low: low ?? null,
    high: high ?? null,
  }))
}

/** A rule as it is kept. */
export function keptOf(
  { outcome, strategy, against, good }: Omit<KeptRule, 'conditions' | 'note'>,
  box: Box,
): KeptRule {
  return {
    outcome,
    strategy,
    ...(against !== undefined && { against }),
    good,
    conditions: box.map(({ id, low, high }) => ({
      assumption: id,
      ...(low !== null && { low }),
      ...(high !== null && { high }),
    })),
  }
}

/** The question how often it holds and is right, over all futures; null where these results cannot tell. */
export function keptRuleAsked(kept: KeptRule, of: KeptRulesOf): RuleFiguresRequest | null {
  const outcome = outcomeOf(kept)
  if (whyNot(kept, of) !== null || !outcome) return null
  const [{ scenario }] = of.cases
  const ref = (strategy: string) => ({ strategy, scenario })
  return {
    subject: {
      a: ref(kept.strategy),
      b: kept.against === undefined ? null : ref(kept.against),
      outcome: kept.outcome,
      selection: selectionOf(countedFor(outcome, 'all')),
      inBoth: outcome.onlyIf === 'met',
    },
    good: kept.good,
    box: boxOfKept(kept),
  }
}

/**
 * What is said of rules that are kept.
 *
 * @param found in their order, of those that could be asked for; null while it is worked out
 */
export function keptRuleMarks(
  kept: readonly KeptRule[],
  found: readonly (Rule | null)[] | null,
  of: KeptRulesOf,
): KeptRuleMark[] {
  return kept.map((one, at) => {
    const outcome = outcomeOf(one)
    const about = outcome && whyNot(one, of) === null ? aboutOf(one, outcome, of) : null
    const figures = (about && found?.[at]) ?? null
    const label = conditionsWords(one)
    const goal = about && goalOf(about)
    const says = about ? countedWords({ about, label, figures, isKnown: found !== null }, of) : ''
    return { kept: one, id: ruleKey(one), label, goal, says: says || lostWords(one, of), figures }
  })
}

interface Counted {
  readonly about: RulesAbout
  readonly label: string
  readonly figures: Rule | null
  /** Whether there are figures of those that have any. */
  readonly isKnown: boolean
}

function countedWords(
  { about, label, figures, isKnown }: Counted,
  { around = 'all' }: KeptRulesOf,
): string {
  const goal = goalWords(about)
  const where = countedFor(about.outcome, 'all')
  // Of a pair the goal names both.
  const among = where === around ? '' : `among ${whereWords(where).counted}, `
  const lead = capital(`${among}${about.b === null ? `with ${about.a}, ` : ''}`)
  if (figures?.density.error === null)
    return capital(`${lead}no future is one where ${label}: of ${goal} it tells nothing.`)
  if (figures?.coverage.error === null)
    return capital(`${lead}no future has ${goal}, also where ${label}.`)
  if (figures) return ruleSentence(figures, about, lead)
  return capital(
    `${lead}${isKnown ? 'too few futures tell' : 'it is being counted'} how many have ${goal} where ${label}.`,
  )
}

/** What a rule that cannot be counted was about, and why it cannot, without an id. */
function lostWords(kept: KeptRule, of: KeptRulesOf): string {
  const outcome = outcomeOf(kept)
  const whose = kept.against === undefined ? ` with ${nameOf(kept.strategy, of)}` : ''
  const goal = outcome
    ? `${goalWords(aboutOf(kept, outcome, of))}${whose}`
    : `an outcome that this model does not have${whose}`
  return `A rule for ${goal}, where ${conditionsWords(kept)}. It cannot be counted here: ${whyNot(kept, of) ?? ''}.`
}

/** What a rule asks for, also of what the model does not have. */
function conditionsWords(kept: KeptRule): string {
  const known = kept.conditions.filter(({ assumption }) => isBelief(assumption))
  const lost = kept.conditions.length - known.length
  return listed([
    ...(known.length > 0 ? [boxWords(boxOfKept({ ...kept, conditions: known }))] : []),
    ...(lost > 0 ? ['something holds of a belief that this model does not have'] : []),
  ])
}

/** A kept rule as a line of the report, with what is noted on it. */
export function keptRuleLine({ says, kept: { note } }: KeptRuleMark): string {
  return sentences([says, note ? `Note: ${note}` : ''])
}

/** The same in one sentence, where there is little room. */
export function keptRuleBrief(mark: KeptRuleMark): string {
  const { says, label, goal, figures, kept } = mark
  const outcome = outcomeOf(kept)
  if (goal === null || !outcome || !figures || !isCounted(mark)) return says
  const { density, support, met } = figures
  const where = countedFor(outcome, 'all')
  const among = where === 'all' ? '' : `Among ${whereWords(where).counted}, `
  const closes = met ? ` (${ofHundred(met.density.value)} where the deal closes, too)` : ''
  return `${among}${ofHundred(density.value)} futures have ${goal} where ${label}${closes}; that holds in ${ofHundred(support.value)}.`
}

/** Whether there are futures to tell from: where there are none, only its sentence says so. */
function isCounted({ figures }: KeptRuleMark): boolean {
  return figures !== null && figures.density.error !== null && figures.coverage.error !== null
}

/** What futures are to have, and with which strategy. */
export function goalOf(about: RulesAbout): string {
  // Of a pair the goal names both.
  return about.b === null ? `${goalWords(about)} with ${about.a}` : goalWords(about)
}

/**
 * Kept rules in figures.
 *
 * @param goal what the rules beside them are of: of others it is said what they are of
 */
export function keptRulesTable(marks: readonly KeptRuleMark[], goal: string | null = null): Table {
  const isNoted = marks.some(({ kept }) => Boolean(kept.note))
  return {
    columns: ['Rule', ...RULE_COLUMNS, ...(isNoted ? ['Note'] : [])],
    rows: marks.map((mark) => {
      const { says, label, goal: own, figures, kept } = mark
      const isOther = isCounted(mark) && own !== goal
      const lead = `In the report${isOther ? `, for ${own}` : ''}: `
      return [
        `${lead}${isCounted(mark) ? label : says}`,
        ...[figures?.support, figures?.density, figures?.coverage].map((share) =>
          share?.error != null
            ? amount(chanceWithError(share.value, share.error), share.value, share.error)
            : '',
        ),
        ...(isNoted ? [kept.note ?? ''] : []),
      ]
    }),
  }
}

function outcomeOf({ outcome }: KeptRule): NumberOutcome | null {
  const found = market.outcomes.find(({ id }) => id === outcome)
  return found?.kind === 'number' ? found : null
}

function aboutOf(kept: KeptRule, outcome: NumberOutcome, of: KeptRulesOf): RulesAbout {
  const { strategy, against, good } = kept
  const b = against === undefined ? null : nameOf(against, of)
  return { outcome, a: nameOf(strategy, of), b, good }
}

/** What a strategy is called, in this run or where it is not in it. */
function nameOf(id: string, { labelOf, cases }: KeptRulesOf): string {
  const label = labelOf(id)
  if (label !== id || cases.some(({ strategy }) => strategy === id)) return label
  return (
    market.strategies.find((one) => one.id === id)?.label ?? 'a strategy that is no longer there'
  )
}

/** Why it cannot be counted, to be said in a sentence; null where it can. */
function whyNot(kept: KeptRule, of: KeptRulesOf): string | null {
  if (!outcomeOf(kept)) return 'the model does not have that outcome in numbers'
  if (kept.conditions.some(({ assumption }) => !isBelief(assumption)))
    return 'the model does not have all of these beliefs'
  const gone = [kept.strategy, kept.against].flatMap((id) =>
    id === undefined || of.cases.some(({ strategy }) => strategy === id) ? [] : [nameOf(id, of)],
  )
  if (gone.length === 0) return null
  return `${listed(gone)} ${gone.length === 1 ? 'is' : 'are'} not among the strategies that are compared`
}
