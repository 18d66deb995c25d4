import type { CellMeasure } from '../analyses/cells.ts'
import {
  chanceWithError,
  count,
  fixedChance,
  sentences,
  valueWithError,
  withError,
} from '../words/index.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Cell, type Finding, type Table } from './finding.ts'
import {
  counting,
  weighApart,
  cellAt,
  choiceBy,
  choiceInColumn,
  isWhole,
  limitsFor,
  type MatrixFacts,
  type MatrixStrategy,
  measureWords,
  unitOf,
  type ValuedChoice,
  weightedCells,
  type WorstCell,
  worstCell,
} from './matrix-facts.ts'
import { legendOf, type Stand, standIn } from './matrix-marks.ts'
import { matrixTitle } from './matrix-title.ts'
import { sumIn, type Weights } from './spread.ts'

/** A figure of the matrix, and how it stands in its column. */
export interface CellMark extends Stand {
  readonly estimate: Estimate
  readonly text: string
  /** The scenario it is taken from, where a column holds the worst of several. */
  readonly from: string | null
}

/** A strategy's figures: by scenario, null where there is none yet, and what they come to. */
export interface MatrixRow extends MatrixStrategy {
  readonly cells: readonly (CellMark | null)[]
  readonly weighted: CellMark | null
  readonly worst: CellMark | null
  /** The highest of its average regrets. */
  readonly regret: CellMark | null
}

/** Strategies by scenarios, in one measure. */
export function matrixFinding(facts: MatrixFacts): Finding<readonly MatrixRow[]> {
  const rows = rowsOf(facts)
  return {
    id: `matrix-${facts.outcome.id}-${facts.measure}`,
    title: matrixTitle(facts),
    measure: measureOf(facts),
    caption: captionOf(facts),
    table: () => tableOf(facts, rows),
    marks: rows,
  }
}

function rowsOf(facts: MatrixFacts): MatrixRow[] {
  const { found, scenarios, measure } = facts
  const byColumn = scenarios.map(({ id }) => choiceInColumn(facts, id))
  const ofWorst = (of: CellMeasure) => (at: number) => worstCell(facts, of, at)?.weights ?? null
  const byRegret: MatrixFacts = { ...facts, measure: 'regret' }
  const weighted = choiceBy(facts, (at) => weightedCells(facts, at))
  const worst = choiceBy(facts, ofWorst(measure))
  const regret = choiceBy(byRegret, ofWorst('regret'))
  return found.strategies.map((strategy, at) => ({
    ...strategy,
    cells: scenarios.map(({ id }, column) => {
      const scenario = found.scenarios.indexOf(id)
      const weights: Weights = [[cellAt(found, at, scenario), 1]]
      return scenario < 0 ? null : markIn(facts, strategy, weights, byColumn[column])
    }),
    weighted: markIn(facts, strategy, weightedCells(facts, at), weighted),
    worst: worstMark(facts, strategy, at, worst),
    regret: worstMark(byRegret, strategy, at, regret),
  }))
}

function worstMark(
  facts: MatrixFacts,
  strategy: MatrixStrategy,
  at: number,
  choice: ValuedChoice | null,
): CellMark | null {
  const worst = worstCell(facts, facts.measure, at)
  const mark = markIn(facts, strategy, worst?.weights ?? null, choice)
  return mark && worst ? { ...mark, from: fromOf(worst) } : null
}

/** The scenario it is in; none where it is the same in all. */
function fromOf({ scenario, ties, isEverywhere }: WorstCell): string | null {
  if (isEverywhere) return null
  return ties.length === 0 ? scenario.label : `${scenario.label} and ${count(ties.length)} more`
}

function markIn(
  facts: MatrixFacts,
  { id }: MatrixStrategy,
  weights: Weights | null,
  choice: ValuedChoice | null,
): CellMark | null {
  const spread = facts.found.spreads[facts.measure]
  const estimate = spread && weights ? sumIn(spread, weights) : null
  if (!estimate) return null
  const text = figureText(estimate, unitOf(facts), facts.measure)
  return { estimate, text, ...standIn(choice, id), from: null }
}

/** A figure with its error, and no more of its unit than a percent sign. */
function figureText({ value, error }: Estimate, unit: string, measure: CellMeasure): string {
  if (measure === 'loss') return error === 0 ? fixedChance(value) : chanceWithError(value, error)
  return unit === 'fraction' ? valueWithError(value, error, unit) : withError(value, error, 2)
}

function measureOf({ outcome, measure, counted }: MatrixFacts): string {
  const { label, help } = measureWords[measure]
  const unit =
    measure === 'loss' ? 'percent' : outcome.unit === 'fraction' ? 'percent' : outcome.unit
  const of = isRisk(measure) ? counted.risks : counted.means
  return `${outcome.label}, ${label === 'CVaR 5%' ? label : label.toLowerCase()} over ${of} (${unit}). ${help}`
}

/** Whether a measure counts the futures that are counted for risks. */
function isRisk(measure: CellMeasure): boolean {
  return measure !== 'mean' && measure !== 'regret'
}

function captionOf(facts: MatrixFacts): string {
  const { outcome, measure, counted, scenarios } = facts
  const left = scenarios.length - counting(scenarios).length
  const isMore = scenarios.length > 1
  return sentences([
    `Counted: ${isRisk(measure) ? counted.risks : counted.means}. ± is one standard error.`,
    outcome.better === 'neutral'
      ? 'Neither side of it is better, so that none is marked.'
      : `By ${markedBy[measure]} of each column, on the same futures: ${legendOf(limitsFor(facts).negligible)}.`,
    !isMore
      ? ''
      : weighApart(facts)
        ? 'Weighted: by your weights.'
        : left > 0
          ? 'Weighted: all scenarios that count weigh the same.'
          : 'Weighted: all scenarios count the same.',
    left > 0 ? 'A scenario of weight 0 counts in its own column alone.' : '',
    hasWorst(facts) ? 'Worst: in the scenario that is worst for it.' : '',
    isMore && outcome.better !== 'neutral'
      ? 'Regret: the highest over the scenarios of what it is behind the best strategy of each future, on average.'
      : '',
    facts.cut
      ? `On ${count(facts.cut[0])} of the ${count(facts.cut[1])} futures asked for, of each scenario.`
      : null,
    lookedAt(facts),
  ])
}

/** Whether the worst of a row is another figure than its highest regret. */
export function hasWorst({ outcome, measure, scenarios }: MatrixFacts): boolean {
  return scenarios.length > 1 && outcome.better !== 'neutral' && measure !== 'regret'
}

const markedBy: Readonly<Record<CellMeasure, string>> = {
  mean: 'the averages',
  loss: 'the chances of loss',
  worstTenth: 'the worst tenths',
  shortfall: 'the averages of the worst 5%',
  regret: 'the regrets',
}

function tableOf(facts: MatrixFacts, rows: readonly MatrixRow[]): Table {
  const { scenarios, outcome } = facts
  const isMore = scenarios.length > 1
  const hasSides = outcome.better !== 'neutral'
  return {
    columns: [
      'Strategy',
      ...scenarios.map(({ label, short }) => short ?? label),
      ...(isMore ? ['Weighted'] : []),
      ...(hasWorst(facts) ? ['Worst'] : []),
      ...(isMore && hasSides ? ['Regret'] : []),
    ],
    rows: [
      ...rows.map(({ label, cells, weighted, worst, regret }) => [
        label,
        ...cells.map(cellOf),
        ...(isMore ? [cellOf(weighted)] : []),
        ...(hasWorst(facts) ? [cellOf(worst)] : []),
        ...(isMore && hasSides ? [cellOf(regret)] : []),
      ]),
      ...(isMore
        ? [
            [
              'Weight',
              ...scenarios.map(({ share, shareText }) => amount(`${shareText}  `, share)),
              '–',
              ...(hasWorst(facts) ? ['–'] : []),
              ...(hasSides ? ['–'] : []),
            ],
          ]
        : []),
    ],
  }
}

function cellOf(mark: CellMark | null): Cell {
  if (!mark) return '–'
  return amount(`${mark.text} ${mark.sign || ' '}`, mark.estimate.value)
}

/** How many scenarios have been looked at, where that is not all. */
function lookedAt({ scenarios, found }: MatrixFacts): string | null {
  if (isWhole({ scenarios, found })) return null
  const looked = scenarios.filter(({ id }) => found.scenarios.includes(id)).length
  return `${count(looked)} of ${count(scenarios.length)} scenarios so far.`
}
