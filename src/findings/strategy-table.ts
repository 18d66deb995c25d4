import type { TableEstimate } from '../analyses/strategy-table.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { chanceWithError, differenceInColumn, inColumn, percentInColumn } from '../words/index.ts'
import { type Choice, type Mark, markOf, marks } from './best.ts'
import { dominanceCell, type Dominances } from './dominance-words.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Cell, type Finding } from './finding.ts'
import { tableTitle } from './strategy-table-title.ts'
import { type TableColumn, tableColumns } from './table-columns.ts'
import type { Target } from './target.ts'
import { type Where, whereWords } from './where.ts'

/** A strategy that has a row. */
export interface TableStrategy {
  readonly id: string
  readonly label: string
  /** Whether it can be chosen: what is past is no choice. */
  readonly isChoice: boolean
  /** Whether it has a figure of the outcome at all. */
  readonly hasFigure: boolean
}

/** What rows are put in the order of. */
export interface TableSort {
  /** A column's id; `strategy` for the names. */
  readonly column: string
  readonly isDown: boolean
}

/** What is set against a row, and in what. */
export interface TableAgainst {
  readonly id: string
  /** In percent of that row's figures. */
  readonly isPercent: boolean
}

export interface StrategyTableFacts {
  readonly outcome: NumberOutcome
  readonly target: Target
  /** Futures that ranges and risks, means, and what strategies share are of. */
  readonly where: Where
  readonly means: Where
  readonly shared: Where
  readonly strategies: readonly TableStrategy[]
  /** By column and strategy; nothing of what has not been answered yet. */
  readonly figures: Readonly<Record<string, readonly (TableEstimate | null)[] | undefined>>
  /** How the best on average stands against the others; null until it is known. */
  readonly choice: Choice | null
  /** How much better its expected shortfall of 5% is than that of each rival, paired; null until known. */
  readonly tails: readonly Estimate[] | null
  /** Standard errors beyond which a lead is sure. */
  readonly certain: number
  /** Between those that can be chosen, in their order; null until known. */
  readonly dominances: Dominances | null
  /** Ids of the columns shown. */
  readonly shown: readonly string[]
  readonly against: TableAgainst | null
  readonly sort: TableSort | null
}

/** A strategy's row as it is shown. */
export interface TableRow {
  readonly id: string
  readonly label: string
  readonly isChoice: boolean
  /** Whether the others are set against it: its own figures are as they are. */
  readonly isBase: boolean
  readonly mark: Mark | null
  /** In the order of the columns. */
  readonly cells: readonly Cell[]
  /** P5, P25, P50, P75 and P95; null where there are none. */
  readonly range: readonly number[] | null
}

export interface TableMarks {
  readonly columns: readonly TableColumn[]
  /** Every column that could be shown. */
  readonly all: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

/** A cell without a figure. */
const NONE = '–'

/** The strategies in figures: what each is worth, how bad it may get, and what choosing another would cost. */
export function strategyTableFinding(facts: StrategyTableFacts): Finding<TableMarks> {
  const { outcome, strategies, shown } = facts
  const all = tableColumns(outcome, facts.target, facts)
  const columns = all.filter(({ id }) => shown.includes(id))
  const rows = sortedRows(
    strategies.map((one, at) => rowOf(facts, columns, one, at)),
    columns,
    facts.sort,
  )
  const unitOf = ({ unit, of }: TableColumn) => `${unit ? `, ${unit}` : ''}, ${of}`
  return {
    id: `strategy-table-${outcome.id}`,
    title: tableTitle(facts),
    measure: `${outcome.label}: ${outcome.description.replace(/\.$/, '')} (${outcome.unit === 'fraction' ? 'percent' : outcome.unit}).`,
    caption: captionOf(facts),
    table: () => ({
      columns: [
        'Strategy',
        ...columns.flatMap((one) =>
          one.id === 'mean' && facts.choice && outcome.better !== 'neutral'
            ? [one.label + unitOf(one), 'Standing']
            : [one.label + unitOf(one)],
        ),
      ],
      rows: rows.map(({ id, label, isBase, cells }) => [
        isBase ? `${label} (as it is)` : label,
        ...cells.flatMap((cell, at) =>
          columns[at].id === 'mean' && facts.choice && outcome.better !== 'neutral'
            ? [cell, standingWords(facts.choice, id)]
            : [cell],
        ),
      ]),
    }),
    marks: { columns, all, rows },
  }
}

function standingWords(choice: Choice, id: string): string {
  const mark = markOf(choice, id)
  if (mark) return marks[mark].words
  return choice.rivals.some((one) => one.id === id) ? 'behind' : NONE
}

function captionOf({ strategies, where, means, shared, against, outcome }: StrategyTableFacts) {
  const base = against && strategies.find(({ id }) => id === against.id)
  const set = base
    ? ` Shown: each row less “${base.label}”, future by future${against.isPercent ? ', in percent of the size of its figure' : ''}; its own row is as it is.`
    : ''
  const isApart = outcome.better !== 'neutral' && outcome.onlyIf !== 'met'
  const common = isApart
    ? ` Regret, dominance and how talks end: ${whereWords(shared).counted}.`
    : ` How talks end: ${whereWords(shared).counted}.`
  return `Ranges and risks: ${whereWords(where).counted}; all of a row that has none. Averages: ${whereWords(means).counted}.${common} ± is one standard error of the simulation.${set}`
}

function rowOf(
  facts: StrategyTableFacts,
  columns: readonly TableColumn[],
  { id, label, isChoice, hasFigure }: TableStrategy,
  at: number,
): TableRow {
  const { figures, choice, against } = facts
  const isBase = against?.id === id
  const cells = columns.map((column): Cell => {
    if (column.kind === 'words') return dominanceCellOf(facts, column, id)
    const found = figures[column.id]?.[at]
    if (!found || !(hasFigure || column.group === 'How talks end')) return NONE
    return cellOf(column, found, facts.outcome.unit, isBase ? null : against)
  })
  const quantiles = [5, 25, 50, 75, 95].map((p) => figures[`p${p}`]?.[at]?.value ?? null)
  const range = quantiles.flatMap((one) => (one === null ? [] : [one]))
  return {
    id,
    label,
    isChoice,
    isBase,
    mark: choice && markOf(choice, id),
    cells,
    range: hasFigure && range.length === quantiles.length ? range : null,
  }
}

function cellOf(
  { kind }: TableColumn,
  { value, error, less, relative }: TableEstimate,
  unit: string,
  against: TableAgainst | null,
): Cell {
  const isChance = kind === 'chance'
  if (!against || less === undefined) {
    return amount(isChance ? chanceWithError(value, error) : inColumn(value, error, unit), value)
  }
  if (against.isPercent) {
    // Percent of a percentage of futures would be taken for points.
    if (isChance || !relative) return NONE
    return amount(percentInColumn(relative.value, relative.error), relative.value)
  }
  const text = differenceInColumn(less.value, less.error, isChance ? 'fraction' : unit)
  return amount(text, less.value)
}

function dominanceCellOf(
  { strategies, dominances }: StrategyTableFacts,
  { id: way }: TableColumn,
  id: string,
): Cell {
  const choices = strategies.filter((one) => one.isChoice && one.hasFigure)
  const at = choices.findIndex((one) => one.id === id)
  if (!dominances || at < 0 || dominances.length !== choices.length) return NONE
  if (way !== 'dominates' && way !== 'dominatedBy') return NONE
  const labels = choices.map(({ label }) => label)
  const { text, count } = dominanceCell(labels, dominances, at, way)
  return amount(text, count)
}

/** Rows without a figure stand last, whichever way; equal ones stay as they were. */
function sortedRows(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  sort: TableSort | null,
): readonly TableRow[] {
  if (!sort) return rows
  const turn = sort.isDown ? -1 : 1
  if (sort.column === 'strategy') {
    return [...rows].sort((a, b) => turn * a.label.localeCompare(b.label, 'en'))
  }
  const at = columns.findIndex(({ id }) => id === sort.column)
  if (at < 0) return rows
  const isDifference = rows.some(({ isBase }) => isBase)
  const keyOf = ({ cells, isBase }: TableRow) => {
    const cell = cells[at]
    if (typeof cell === 'string') return null
    return isDifference && isBase && columns[at].kind !== 'words' ? 0 : cell.raw
  }
  return [...rows].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return turn * (one - other)
  })
}
