import { market } from '../study/model.ts'
import type { Future } from '../engine/replay.ts'
import { commas, exactly } from '../words/index.ts'
import { amount, type Cell, type Table } from './finding.ts'

/** Digits a drawn value is said with: enough to work a future out again by hand. */
const DIGITS = 6

type Scenario = Future['scenarios'][number]

/** A table with the words above it. */
export interface FuturePart {
  readonly title: string
  readonly table: Table
}

/** One future in full: what was drawn, which events happened, and what followed in every case. */
export function futureParts(future: Future, quarters: number): FuturePart[] {
  return [
    ...future.scenarios.flatMap((scenario) => [
      { title: eventsWords(scenario), table: drawnOf(scenario) },
      { title: '', table: outcomesOf(scenario) },
      ...scenario.cases.map((one) => ({ title: one.strategy, table: seriesOf(one, quarters) })),
    ]),
    { title: '', table: shocksOf(future, quarters) },
  ]
}

function eventsWords({ id, events }: Scenario): string {
  return `Scenario ${id}; events that happen: ${commas(events) || 'none'}`
}

function drawnOf({ inputs }: Scenario): Table {
  return {
    columns: ['assumption', 'drawn', 'unit', ''],
    rows: market.assumptions.map(({ id, unit, label }) => [id, cell(inputs[id]), unit, label]),
  }
}

function outcomesOf({ cases }: Scenario): Table {
  return {
    columns: ['outcome', ...cases.map(({ strategy }) => strategy)],
    rows: market.outcomes.map(({ id }) => [id, ...cases.map(({ outcomes }) => cell(outcomes[id]))]),
  }
}

function seriesOf({ series }: Scenario['cases'][number], quarters: number): Table {
  return {
    columns: ['quarter', ...market.series.map(({ id }) => id)],
    rows: Array.from({ length: quarters + 1 }, (_, t) => [
      cell(t),
      ...market.series.map(({ id }) => cell(series[id][t])),
    ]),
  }
}

function shocksOf({ shocks }: Future, quarters: number): Table {
  const all = Object.entries(shocks)
  return {
    columns: ['shocks of', ...all.map(([id]) => id)],
    rows: Array.from({ length: quarters }, (_, t) => [
      cell(t),
      ...all.map(([, values]) => cell(values[t])),
    ]),
  }
}

function cell(x: number | string): Cell {
  return typeof x === 'string' ? x : amount(exactly(x, DIGITS), x)
}
