import type { NumberOutcome } from '../engine/model.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import type { Shape } from '../engine/statistics/shape.ts'
import { commas, count, exactValue, sentences, unitText, value } from '../words/index.ts'
import { type Ends, hasEnds, rangesWords } from './brush.ts'
import { amount, type Finding, type Table } from './finding.ts'

export interface OutcomeRangeFacts {
  readonly outcome: NumberOutcome
  /** Of the futures that count, whatever is made out by hand. */
  readonly shape: Pick<Shape, 'sorted' | 'count'>
  /** What the case is called, in quotes. */
  readonly whose: string
  /** The futures that count, in words. */
  readonly counted: string
  /** The range that is made out; both ends null for none. */
  readonly range: Ends
}

/** What a range of an outcome holds. */
export interface RangeMarks {
  /** Futures within it, ends included. */
  readonly within: number
}

const TOLD = [
  ['5th percentile', 0.05],
  ['25th percentile', 0.25],
  ['Median', 0.5],
  ['75th percentile', 0.75],
  ['95th percentile', 0.95],
] as const

/** How an outcome ends over all futures that count, and how many of them lie in a range of it. */
export function outcomeRangeFinding(facts: OutcomeRangeFacts): Finding<RangeMarks> {
  const { outcome, whose } = facts
  const within = withinOf(facts)
  return {
    id: `range-of-${outcome.id}`,
    title: titleOf(facts, within),
    measure: commas([`${outcome.label} of ${whose}`, unitText(outcome.unit)]),
    caption: sentences([
      `Counted: ${facts.counted}, whether marked or not.`,
      hasEnds(facts.range) ? 'Shaded: the marked range.' : '',
    ]),
    table: () => tableOf(facts, within),
    marks: { within },
  }
}

function withinOf({ shape, range: { low, high } }: OutcomeRangeFacts): number {
  return shape.sorted.filter((x) => (low === null || x >= low) && (high === null || x <= high))
    .length
}

function rangeText({ outcome, whose, range }: OutcomeRangeFacts): string {
  return rangesWords([{ of: { outcome: outcome.id }, ...range }], whose)
}

function titleOf(facts: OutcomeRangeFacts, within: number): string {
  const { outcome, shape, whose } = facts
  if (shape.count === 0) return 'No future counts, so there is nothing to draw'
  if (hasEnds(facts.range)) {
    return `${count(within)} of ${count(shape.count)} futures: ${rangeText(facts)}`
  }
  const [low, middle, high] = [0.05, 0.5, 0.95].map((p) =>
    value(quantileOf(shape.sorted, p), outcome.unit),
  )
  return `${outcome.label} of ${whose}: median ${middle}, 5th percentile ${low}, 95th ${high}`
}

function tableOf(facts: OutcomeRangeFacts, within: number): Table {
  const { outcome, shape } = facts
  const { unit } = outcome
  if (shape.count === 0) return { columns: ['Of futures', outcome.label], rows: [] }
  const rows = TOLD.map(([name, p]) => {
    const x = quantileOf(shape.sorted, p)
    return [name, amount(value(x, unit), x)]
  })
  const { low, high } = facts.range
  const end = (x: number | null) => (x === null ? 'no limit' : exactValue(x, unit))
  const range = [
    ['The range from', amount(end(low), low)],
    ['The range to', amount(end(high), high)],
    ['Futures within it', amount(count(within), within)],
  ]
  return {
    columns: ['Of futures', outcome.label],
    rows: hasEnds(facts.range) ? [...rows, ...range] : rows,
  }
}
