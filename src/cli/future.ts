import { market } from '../../models/index.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import { commas, exactly } from '../words/index.ts'
import { textTable } from './table.ts'

/** One future in full: what was drawn, which events happened, and what followed in every case. */
export function futureReport(future: Future, { seed, vantage, quarters }: RunPlan): string {
  const lines = [`Future ${future.trial}, seed ${seed}, seen from ${vantage}, ${quarters} quarters`]
  for (const { id, inputs, events, cases } of future.scenarios) {
    const drawn = market.assumptions.map((one) => [
      one.id,
      digits(inputs[one.id]),
      one.unit,
      one.label,
    ])
    const outcomes = market.outcomes.map((one) => [
      one.id,
      ...cases.map((found) => digits(found.outcomes[one.id])),
    ])
    lines.push(
      '',
      `Scenario ${id}; events that happen: ${commas(events) || 'none'}`,
      '',
      ...textTable(['assumption', 'drawn', 'unit', ''], drawn, ['left', 'right', 'left', 'left']),
      '',
      ...textTable(['outcome', ...cases.map(({ strategy }) => strategy)], outcomes, [
        'left',
        ...cases.map(() => 'right' as const),
      ]),
    )
    for (const { strategy, series } of cases) {
      const rows = Array.from({ length: quarters + 1 }, (_, t) => [
        String(t),
        ...market.series.map((one) => digits(series[one.id][t])),
      ])
      const columns = ['quarter', ...market.series.map((one) => one.id)]
      lines.push(
        '',
        strategy,
        ...textTable(
          columns,
          rows,
          columns.map(() => 'right' as const),
        ),
      )
    }
  }
  const shocks = Object.entries(future.shocks)
  const rows = Array.from({ length: quarters }, (_, t) => [
    String(t),
    ...shocks.map(([, values]) => digits(values[t])),
  ])
  const columns = ['shocks of', ...shocks.map(([id]) => id)]
  lines.push(
    '',
    ...textTable(
      columns,
      rows,
      columns.map(() => 'right' as const),
    ),
    '',
  )
  return lines.join('\n')
}

function digits(value: number | string): string {
  if (typeof value === 'string') return value
  return exactly(value, 6)
}
