import type { LimitedBelief, MoreRules, RulesAnswer } from '../analyses/rules.ts'
import { goalFor } from '../engine/sensitivity/prim-curve.ts'
import type { Rule, Share } from '../engine/sensitivity/prim-measured.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { isGood } from '../study/good.ts'
import {
  chance,
  chanceWithError,
  count,
  counted,
  exactValue,
  figure,
  fixed,
  ofHundred,
  sentences,
  toDigits,
  value,
} from '../words/index.ts'
import { brushedCounted } from './brush.ts'
import { amount, type Finding } from './finding.ts'
import { boxWords, goalWords, limitWords, type RulesAbout, ruleSentence } from './rule-words.ts'
import { type Where, whereWords } from './where.ts'

export interface RulesFacts extends RulesAbout {
  readonly found: RulesAnswer
  /** Null until it is known, and where it is of another rule. */
  readonly more: MoreRules | null
  /** Place of the rule at hand on the curve. */
  readonly at: number
  /** Futures that count. */
  readonly where: Where
  /** The futures made out by hand that alone count, after “futures where”; null where all do. */
  readonly brushed?: string | null
}

/** A box to choose: shares from 0 to 1. */
export interface RulePoint {
  readonly coverage: number
  readonly density: number
  readonly coverageError: number
  readonly densityError: number
  /** How many beliefs it limits. */
  readonly limits: number
  readonly words: string
}

/** A belief and the part of it that a rule keeps. */
export interface RuleStrip {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly isEvent: boolean
  readonly lowest: number
  readonly highest: number
  readonly percentiles: readonly number[]
  /** Of an event the share of draws in which it happens. */
  readonly mean: number
  readonly low: number | null
  readonly high: number | null
  /** The ends of what it may be. */
  readonly ends: readonly [string, string]
}

/** The rule at hand; null where there is none. */
export function ruleAt({ found, at }: Pick<RulesFacts, 'found' | 'at'>): Rule | null {
  return found.rules.curve[at] ?? null
}

/** What would have to be true, with the boxes to choose from. */
export function rulesFinding(facts: RulesFacts): Finding<readonly RulePoint[]> {
  const { found, where, brushed = null } = facts
  const { curve, base } = found.rules
  const goal = goalWords(facts)
  return {
    id: 'rules',
    title: rulesTitle(facts),
    measure: `A point is a rule. Upwards: of the futures in which it holds, how many have ${goal}. To the right: of all futures that have ${goal}, in how many it holds.`,
    caption: sentences([
      `Counted: ${brushedCounted(whereWords(where).counted, brushed)}; ${shareWords(base)} of them have ${goal}.`,
      curve.length > 0 ? methodWords(base.value) : '',
      'Luck is nobody’s belief: no rule can ask for it.',
    ]),
    table: () => ({
      columns: ['Rule', ...RULE_COLUMNS],
      rows: curve.map(({ box, support, density, coverage }) => [
        boxWords(box),
        ...[support, density, coverage].map((one) => amount(shareWords(one), one.value, one.error)),
      ]),
    }),
    marks: curve.map((one) => ({
      coverage: one.coverage.value,
      density: one.density.value,
      coverageError: one.coverage.error ?? 0,
      densityError: one.density.error ?? 0,
      limits: one.box.length,
      words: ruleSentence(one, facts),
    })),
  }
}

/** Of none or all of those counted there is no error to say: it is what was counted. */
function shareWords({ value: share, error }: Share): string {
  return share === 0 || share === 1 ? chance(share) : chanceWithError(share, error)
}

/** What is said of a rule in figures; in brackets as the literature calls it. */
export const RULE_COLUMNS = [
  'Holds in (support)',
  'Have it there (density)',
  'Of all that have it (coverage)',
] as const

/** How rules are found, and which of them is told first (`pickOf`). */
function methodWords(base: number): string {
  const goal =
    base < 0.4
      ? 'that make such futures at least twice as frequent'
      : `in which at least ${ofHundred(goalFor(base))} futures are such`
  return `Rules are looked for in one half of the futures (patient rule induction, PRIM) and counted in the other, so that no rule looks good only because it was searched for. Of the rules ${goal}, those are considered that keep both shares nearly as high as the best of them does; of all rules, where none is so good. Of these the one with the fewest conditions is told first: a rule with fewer fell short in one of the two.`
}

/** What was found of rules, true whatever it was. */
export function rulesTitle(facts: RulesFacts): string {
  const { found } = facts
  const { rules, reach } = found
  const goal = goalWords(facts)
  const rule = ruleAt(facts)
  if (rules.count === 0) return `No future counts, so that nothing can be said of ${goal}`
  switch (rules.state) {
    case 'none':
      return `No future has ${goal}: ${reachWords(facts, reach)}`
    case 'all':
      return `Every future has ${goal}: nothing has to be true for it`
    case 'few': {
      const isRare = 2 * rules.good <= rules.count
      const many = isRare ? rules.good : rules.count - rules.good
      const not = isRare ? 'has' : 'does not have'
      const have = isRare ? 'have' : 'do not have'
      return `Only ${count(many)} of ${counted(rules.count, 'future')} ${many === 1 ? not : have} ${goal}: too few to tell what goes with it`
    }
    case 'chance':
    case 'found':
      return rule
        ? `${ofHundred(rule.density.value)} futures have ${goal} where ${boxWords(rule.box)}; ${groundWords(facts)}, ${ofHundred(rules.base.value)} do`
        : `No condition on the beliefs makes ${goal} more frequent than chance alone can explain`
  }
}

/** Of which futures so many have it: on Answer it may be those alone in which the deal closes. */
function groundWords({ where, brushed = null }: RulesFacts): string {
  if (brushed !== null) return 'of all that are counted'
  return where === 'all' ? 'of all futures of the run' : whereWords(where).over
}

function reachWords(facts: RulesFacts, reach: readonly [number, number] | null): string {
  if (!reach) return 'there is none to look at'
  const [low, high] = reach.map((x) => apart(x, facts))
  const of = `of ${count(facts.found.rules.count)}`
  switch (facts.good.side) {
    case 'atLeast':
    case 'above':
      return `the highest ${of} is ${high}`
    case 'atMost':
    case 'below':
      return `the lowest ${of} is ${low}`
    case 'between':
      return `the lowest ${of} is ${low}, the highest ${high}`
  }
}

/** A value that is not good, in as many digits as show it. */
function apart(x: number, { outcome: { unit }, good }: RulesFacts): string {
  const near = [3, 4, 5, 6, 7]
    .map((digits) => toDigits(x, digits))
    .find((one) => !isGood(good, one))
  return near === undefined ? exactValue(x, unit) : exactValue(near, unit)
}

/** Further rules in sentences; where it is known that there is none, that. */
export function othersWords({ more, ...about }: RulesFacts): readonly string[] {
  if (!more) return []
  return more.others.map((rule) => ruleSentence(rule, about, 'Where that does not hold, but '))
}

/** What the columns of a rule's limits mean. */
export const LIMIT_NOTES =
  '“By chance”: how likely the rule would be as good if this condition told nothing. “Found again”: in how many of 10 samples of half the futures the rule has a condition on this belief again.'

/** The limits of the rule at hand, each with the belief it is a part of. */
export function limitsFinding(facts: RulesFacts): Finding<readonly RuleStrip[]> | null {
  const rule = ruleAt(facts)
  if (!rule) return null
  const { found, more } = facts
  const { box, support, chances } = rule
  return {
    id: 'rule',
    title: `By the beliefs of this study the rule holds in ${shareWords(support)} of ${ofWhich(facts)}`,
    measure:
      'What each belief might be, from its lowest to its highest value, and the part in which the rule holds.',
    caption: `Thin line: all values of the belief; thicker: its middle 80%; tick: its median; bar: the part in which the rule holds. An event is divided by its chance. In the table: ${LIMIT_NOTES}`,
    table: () => ({
      columns: [
        'Belief',
        'What must hold',
        'As believed, 10% to 90%',
        'By chance (quasi-p)',
        'Found again',
      ],
      rows: box.map((limit, at) => [
        labelOf(limit.id),
        limitWords(limit),
        believedWords(found.beliefs.find(({ id }) => id === limit.id)),
        amount(chances[at] < 0.001 ? 'under 0.001' : fixed(chances[at], 3), chances[at]),
        more ? amount(chance(more.again[at] ?? 0), more.again[at] ?? 0) : '…',
      ]),
    }),
    marks: box.flatMap((limit) => {
      const belief = found.beliefs.find(({ id }) => id === limit.id)
      if (!belief) return []
      const { unit = '', role } = assumptions.find(({ id }) => id === limit.id) ?? {}
      const isEvent = role === 'event'
      const ends = isEvent
        ? ([
            `does not happen (${ofHundred(1 - belief.mean)})`,
            `happens (${ofHundred(belief.mean)})`,
          ] as const)
        : ([figure(belief.lowest, unit), figure(belief.highest, unit)] as const)
      const { low, high } = limit
      return [
        { ...belief, label: labelOf(limit.id), words: limitWords(limit), isEvent, low, high, ends },
      ]
    }),
  }
}

function ofWhich({ where, brushed = null }: Pick<RulesFacts, 'where' | 'brushed'>): string {
  const some = where === 'all' ? 'futures' : whereWords(where).counted
  return brushed === null ? some : `the ${some} where ${brushed}`
}

function believedWords(belief: LimitedBelief | undefined): string {
  if (!belief) return '–'
  const { unit = '', role } = assumptions.find(({ id }) => id === belief.id) ?? {}
  const [low, , high] = belief.percentiles
  return role === 'event' ? 'happens or not' : `${figure(low, unit)} to ${value(high, unit)}`
}
