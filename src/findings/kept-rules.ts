import type { RuleFiguresRequest } from '../analyses/rules.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Box } from '../engine/sensitivity/prim-box.ts'
import type { Rule } from '../engine/sensitivity/rules.ts'
import { market } from '../study/model.ts'
import { isBelief } from '../study/names.ts'
import { ruleKey } from '../study/edits/rules.ts'
import type { KeptRule } from '../study/rules.ts'
import type { CaseResults } from '../workers/results.ts'
import { amount, type Table } from './finding.ts'
import { boxWords, goalWords, type RulesAbout, ruleSentence } from './rule-words.ts'
import { RULE_COLUMNS } from './rules.ts'
import { countedFor, selectionOf } from './where.ts'
import { capital, chanceWithError, ofHundred, sentences } from '../words/index.ts'

/** Which futures kept rules are counted in. */
export const KEPT_COUNTED =
  'Counted anew in the half of the futures in which rules are not looked for.'

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
  readonly labelOf: (strategy: string) => string
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
    const figures = found?.[at] ?? null
    const outcome = outcomeOf(one)
    const lost = whyNot(one, of)
    const label =
      lost === null
        ? boxWords(boxOfKept(one))
        : one.conditions.map(({ assumption }) => assumption).join(', ')
    const says = () => {
      if (lost !== null || !outcome) return lost ?? ''
      const about = aboutOf(one, outcome, of)
      const goal = goalWords(about)
      // Of a pair the goal names both.
      const lead = about.b === null ? `With ${about.a}, ` : ''
      if (figures?.density.error === null) {
        return capital(
          `${lead}no future of this run is one where ${label}: of ${goal} it tells nothing.`,
        )
      }
      if (figures?.coverage.error === null) {
        return capital(`${lead}no future of this run has ${goal}, also where ${label}.`)
      }
      if (figures) return ruleSentence(figures, about, lead)
      return capital(
        `${lead}${found ? 'too few futures tell' : 'it is being counted'} how many have ${goal} where ${label}.`,
      )
    }
    const goal = lost === null && outcome ? goalOf(aboutOf(one, outcome, of)) : null
    return { kept: one, id: ruleKey(one), label, goal, says: says(), figures }
  })
}

/** A kept rule as a line of the report, with what is noted on it. */
export function keptRuleLine({ says, kept: { note } }: KeptRuleMark): string {
  return sentences([says, note ? `Note: ${note}` : ''])
}

/** The same in one sentence, where there is little room. */
export function keptRuleBrief(mark: KeptRuleMark): string {
  const { says, label, goal, figures } = mark
  if (goal === null || !figures || !isCounted(mark)) return says
  const { density, support } = figures
  return capital(
    `${ofHundred(density.value)} futures have ${goal} where ${label}; that holds in ${ofHundred(support.value)}.`,
  )
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
            ? amount(chanceWithError(share.value, share.error), share.value)
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

function aboutOf(kept: KeptRule, outcome: NumberOutcome, { labelOf }: KeptRulesOf): RulesAbout {
  const { strategy, against, good } = kept
  return {
    outcome,
    a: labelOf(strategy),
    b: against === undefined ? null : labelOf(against),
    good,
  }
}

/** Why it cannot be counted, in a sentence; null where it can. */
function whyNot(kept: KeptRule, { cases }: KeptRulesOf): string | null {
  if (!outcomeOf(kept)) return `The model has no outcome ${kept.outcome} in numbers.`
  const belief = kept.conditions.find(({ assumption }) => !isBelief(assumption))
  if (belief) return `The model has no belief ${belief.assumption}.`
  const gone = [kept.strategy, kept.against].find(
    (id) => id !== undefined && !cases.some(({ strategy }) => strategy === id),
  )
  return gone === undefined ? null : `The strategy ${gone} is not among those of this run.`
}
