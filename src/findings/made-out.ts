import type { Estimate } from '../analyses/estimates.ts'
import type { Readings } from '../analyses/readings.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Shape } from '../engine/statistics/shape.ts'
import {
  chanceWithError,
  commas,
  count,
  sentences,
  unitText,
  value,
  valueWithError,
} from '../words/index.ts'
import { amount, type Cell, type Finding, type Table } from './finding.ts'
import { missName } from './point-words.ts'
import type { Target } from './target.ts'
import { HARDLY, type Where, whereWords } from './where.ts'

/** How an outcome ends with a strategy in some futures, read off with errors. */
export interface EndsIn {
  readonly shape: Shape
  /** The median, and the chance to reach the target. */
  readonly readings: Readings
}

/** A strategy in all futures that count, and in those made out by hand among them. */
export interface MadeOutRow {
  readonly id: string
  readonly label: string
  readonly all: EndsIn
  readonly made: EndsIn
}

export interface MadeOutFacts {
  readonly outcome: NumberOutcome
  /** What the futures are, after “futures where”. */
  readonly words: string
  readonly where: Where
  readonly target: Target
  /** In the order of the plan. */
  readonly rows: readonly MadeOutRow[]
  /** Ids of the strategies that the title is about. */
  readonly chosen: string
  readonly rival: string
}

/** A figure of the futures made out, and the same of all. */
export interface Beside {
  readonly made: string
  readonly all: string
}

/** A strategy as it is drawn. */
export interface MadeOutMark {
  readonly id: string
  readonly label: string
  readonly role: 'chosen' | 'rival' | 'other'
  readonly all: Shape
  readonly made: Shape
  readonly median: Beside
  readonly miss: Beside
}

export interface MadeOutMarks {
  readonly rows: readonly MadeOutMark[]
  /** What the two figures are called. */
  readonly names: { readonly median: string; readonly miss: string }
}

/** What futures made out by hand mean for each strategy, beside all futures. */
export function madeOutFinding(facts: MadeOutFacts): Finding<MadeOutMarks> {
  const { outcome, words, where } = facts
  const miss = missName({ ...asked(facts), where, means: where })
  const few = facts.rows.some(({ made: { shape } }) => shape.count > 0 && shape.count < HARDLY)
  return {
    id: `made-out-${outcome.id}`,
    title: titleOf(facts),
    measure: commas([outcome.label, unitText(outcome.unit)]),
    caption: sentences([
      `Grey: ${whereWords(where).counted}; coloured: of these, the ones where ${words}.`,
      'A stem is a value that many futures hold; the fullest columns are cut, their coloured share kept.',
      '▲ is the middle of those marked, △ of all; ± is one standard error.',
      few ? 'They are too few to tell much.' : '',
      'Nobody can choose to be in them: which strategy is best is said of all futures alone.',
    ]),
    table: () => tableOf(facts, miss),
    marks: { rows: facts.rows.map((row) => markOf(facts, row)), names: { median: 'Median', miss } },
  }
}

function asked({ outcome, target }: MadeOutFacts) {
  return { outcome, target: target.at, side: target.side }
}

function titleOf({ outcome, rows, chosen, rival }: MadeOutFacts): string {
  const rowOf = (strategy: string) =>
    rows.find(({ id, made }) => id === strategy && made.shape.count > 0)
  const medians = ({ made, all }: MadeOutRow) =>
    [made, all].map((of) => value(medianOf(of).value, outcome.unit))
  const first = rowOf(chosen) ?? rowOf(rival)
  if (!first) return 'The strategies in sight have no figure in the marked futures'
  const [made, all] = medians(first)
  const said = `In these ${count(first.made.shape.count)} futures “${first.label}” has a median of ${made}, in all ${all}`
  const second = rowOf(rival)
  if (!second || second === first) return said
  const [its, ofAll] = medians(second)
  // What is the same whatever happens is no finding.
  return its === ofAll ? said : `${said}; “${second.label}” ${its}, in all ${ofAll}`
}

function markOf(facts: MadeOutFacts, { id, label, all, made }: MadeOutRow): MadeOutMark {
  const { outcome, chosen, rival } = facts
  const both = (text: (of: EndsIn) => string): Beside => ({ made: text(made), all: text(all) })
  return {
    id,
    label,
    role: id === chosen ? 'chosen' : id === rival ? 'rival' : 'other',
    all: all.shape,
    made: made.shape,
    median: both((of) => figureText(of, medianOf(of), outcome.unit)),
    miss: both((of) => chanceText(of, missOf(of))),
  }
}

function medianOf({ readings: { quantiles } }: EndsIn): Estimate {
  return quantiles[0]
}

/** The chance not to reach what is aimed at: as well known as that to reach it. */
function missOf({ readings: { chances } }: EndsIn): Estimate {
  return { value: 1 - chances[0].value, error: chances[0].error }
}

function figureText({ shape }: EndsIn, { value: x, error }: Estimate, unit: string): string {
  return shape.count === 0 ? '–' : valueWithError(x, error, unit)
}

function chanceText({ shape }: EndsIn, { value: x, error }: Estimate): string {
  return shape.count === 0 ? '–' : chanceWithError(x, error)
}

function tableOf({ outcome, rows }: MadeOutFacts, miss: string): Table {
  const cells = (of: EndsIn): Cell[] => {
    if (of.shape.count === 0) return [amount(count(0), 0), '–', '–']
    const [median, missed] = [medianOf(of), missOf(of)]
    return [
      amount(count(of.shape.count), of.shape.count),
      amount(figureText(of, median, outcome.unit), median.value),
      amount(chanceText(of, missed), missed.value),
    ]
  }
  return {
    columns: [
      'Strategy',
      'Marked futures',
      'Their median',
      `Their ${lower(miss)}`,
      'All futures counted',
      'Median of all',
      `${miss} in all`,
    ],
    rows: rows.map((row) => [row.label, ...cells(row.made), ...cells(row.all)]),
  }
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
