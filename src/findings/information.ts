import type { Information, Waiting, Worth } from '../analyses/information.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { FEWEST } from '../analyses/side-bins.ts'
import type { Confidence } from '../study/study.ts'
import { labelOf } from '../study/model.ts'
import {
  capital,
  count,
  counted,
  listed,
  quarterLabels,
  sentences,
  sizeWithError,
} from '../words/index.ts'
import type { BeliefGroup } from '../study/driver-groups.ts'
import { amount, type Finding, type Table } from './finding.ts'
import { otherBestWords } from './other-best.ts'
import { measureOf } from './verdict-facts.ts'
import { tooFew } from './too-few.ts'

export interface InformationFacts {
  readonly outcome: NumberOutcome
  /** Null where no side of the outcome is better, only some futures have it, or nothing can be chosen. */
  readonly found: Information | null
  /** What can be seen by waiting; null until it is known. */
  readonly waiting: Waiting | null
  readonly groups: readonly BeliefGroup[]
  readonly confidences: Readonly<Record<string, Confidence | undefined>>
  /** The strategy that is spoken of beside it, by id; null where none is. */
  readonly explained: string | null
  /** What a strategy is called. */
  readonly strategy: (id: string) => string
  /** The quarter the futures start from. */
  readonly start: string
  /** Futures that count, in words. */
  readonly counted: string
}

/** What one belief, or several, would be worth to know. */
export interface WorthMark {
  readonly id: string
  readonly label: string
  readonly worth: Worth
  readonly text: string
  readonly confidence: string
  /** What follows. */
  readonly so: string
}

const UNSAID = 'not said'
const NO_SECOND = 'There is no second strategy to choose, so nothing is worth knowing first'

/** Bars that are drawn; the table has all. */
const MOST = 8

/** What it would be worth to know something before choosing, beside how sure the strategist is of it. */
export function informationFinding(facts: InformationFacts): Finding<readonly WorthMark[]> & {
  /** What waiting would be worth, a sentence each quarter; none until it is known. */
  readonly waits: readonly string[]
  /** What follows from how sure somebody is of what is worth knowing, a sentence each. */
  readonly work: readonly string[]
} {
  const { outcome, found } = facts
  const marks = found ? found.bars.map((one) => markOf(facts, one, labelOf(one.id))) : []
  const told = marks.filter(({ worth }) => worth.isTold)
  return {
    id: `information-${outcome.id}`,
    title: titleOf(facts, told[0]),
    measure: sentences([
      otherBestWords({ ...facts, best: found?.top ?? null }),
      `By how much ${measureOf(outcome)} would be better on average if one belief were known before choosing, and nothing else.`,
    ]),
    caption: captionOf(facts, told.length),
    table: () => tableOf(facts, marks),
    marks: told.slice(0, MOST),
    waits: waitsOf(facts),
    work: workOf(told),
  }
}

/** The same of beliefs that are known together. */
export function groupsTable(facts: InformationFacts): Table {
  const { found, groups } = facts
  const rows = (found?.groups ?? []).map((worth) => {
    const { label = worth.id, members = [] } = groups.find(({ id }) => id === worth.id) ?? {}
    const best = found?.bars.find(({ id, isTold }) => isTold && members.includes(id))
    // Knowing more is worth no less: what says so lacks futures to tell what there is beside it.
    return best && (!worth.isTold || best.value >= worth.value)
      ? { label, value: best.value, text: `${worthText(facts, best)}${noMoreThan(best)}` }
      : { label, value: worth.value, text: worthText(facts, worth) }
  })
  return {
    columns: ['Known together', 'Worth knowing'],
    rows: rows
      .toSorted((one, other) => other.value - one.value)
      .map(({ label, value, text }) => [label, amount(text, value)]),
  }
}

function noMoreThan({ id }: Worth): string {
  return `: no more than “${labelOf(id)}” alone, as far as these futures tell`
}

function worthText({ outcome }: InformationFacts, { value, error, isTold }: Worth): string {
  return isTold ? sizeWithError(value, error, outcome.unit) : 'nothing, within error'
}

function markOf(facts: InformationFacts, worth: Worth, label: string): WorthMark {
  const said = facts.confidences[worth.id]
  return {
    id: worth.id,
    label,
    worth,
    text: worthText(facts, worth),
    confidence: said ?? UNSAID,
    so: worth.isTold ? soOf(said) : '',
  }
}

function soOf(said: Confidence | undefined): string {
  if (said === undefined) return 'say how sure you are'
  return { low: 'deserves work', medium: 'worth a second look', high: 'you are sure of it' }[said]
}

function workOf(told: readonly WorthMark[]): string[] {
  const by = (said: string) =>
    told.filter(({ confidence }) => confidence === said).map(({ label }) => `“${label}”`)
  const [low, medium, high] = ['low', 'medium', 'high'].map(by)
  const unsaid = by(UNSAID)
  return [
    ...(low.length > 0
      ? [`Deserves work, being worth knowing and of low confidence: ${listed(low)}.`]
      : []),
    ...(medium.length > 0
      ? [`Worth a second look, being of medium confidence: ${listed(medium)}.`]
      : []),
    ...(high.length > 0 ? [`Of high confidence, you say: ${listed(high)}.`] : []),
    ...(unsaid.length > 0
      ? [`You have not said how sure you are of ${listed(unsaid)}: do so in Beliefs.`]
      : []),
  ]
}

function titleOf({ outcome, found, strategy }: InformationFacts, first?: WorthMark): string {
  if (!found) {
    if (outcome.better === 'neutral')
      return `No side of ${measureOf(outcome)} is the better one, so nothing is chosen by it`
    return outcome.onlyIf === undefined
      ? NO_SECOND
      : `Only some futures have ${measureOf(outcome)}, so nothing is chosen by it`
  }
  if (found.top === null) {
    return found.trials < FEWEST && found.trials > 0
      ? tooFew('tell what is worth knowing', FEWEST, found.trials)
      : NO_SECOND
  }
  const { value, error } = found.perfect
  const everything = sizeWithError(value, error, outcome.unit)
  if (value === 0)
    return `${strategy(found.top)} is best in every future, so nothing is worth knowing first`
  return first
    ? `Knowing “${first.label}” before choosing would be worth ${first.text}; knowing everything, ${everything}`
    : `No belief alone is surely worth knowing before choosing; knowing everything would be worth ${everything}`
}

function captionOf({ found, strategy, counted: counts }: InformationFacts, told: number): string {
  if (!found?.top) return ''
  const rest = found.bars.length - told
  return sentences([
    `Against choosing ${strategy(found.top)} now, which is best on average.`,
    told > MOST ? `The ${count(MOST)} of most worth are drawn.` : '',
    rest > 0
      ? `${capital(counted(rest, 'belief'))} ${rest === 1 ? 'is' : 'are'} worth nothing to know, within the error of these futures.`
      : '',
    found.groups.length > 0
      ? 'What is known together is worth at least about what its table says: what many beliefs do only together is missed.'
      : '',
    `Counted: ${counts}. Expected value of partial perfect information, by regression on the futures at hand; what to choose in a future is told from other futures, so that luck does not count as a gain. ± is one standard error. What it costs to find out is not in it.`,
  ])
}

function tableOf({ outcome, found }: InformationFacts, marks: readonly WorthMark[]): Table {
  const rows = marks.map(({ label, worth, text, confidence, so }) => [
    label,
    amount(text, worth.value, worth.error),
    confidence,
    so,
  ])
  const { value, error } = found?.perfect ?? { value: 0, error: null }
  const everything = amount(sizeWithError(value, error, outcome.unit), value, error)
  return {
    columns: ['Belief', 'Worth knowing', 'Confidence written', 'So'],
    rows: found?.top ? [['Everything, luck too', everything, '', ''], ...rows] : [],
  }
}

function waitsOf({ outcome, waiting, start }: InformationFacts): string[] {
  if (!waiting?.top) return []
  const labels = quarterLabels(start, Math.max(...waiting.seen.map(({ t }) => t)))
  const told = waiting.seen.filter(({ isTold }) => isTold)
  if (told.length === 0) {
    const last = waiting.seen.at(-1)
    return last
      ? [
          `Waiting until ${labels[last.t]} to see how the market goes would be worth ${sizeWithError(Math.max(0, last.value), last.error, outcome.unit)} for this choice, which is not surely more than nothing.`,
        ]
      : []
  }
  return told.map(
    ({ t, value, error }) =>
      `Choosing once the market has been seen until ${labels[t]} would be worth ${sizeWithError(value, error, outcome.unit)} more than choosing now, if waiting cost nothing.`,
  )
}
