import type { Readings } from '../analyses/readings.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { ALL } from '../engine/selection.ts'
import { amount, type Cell } from '../findings/finding.ts'
import { meanOf } from '../findings/strategy-rows.ts'
import { selectionOf, type Where } from '../findings/where.ts'
import { market } from '../study/model.ts'
import { chance, chanceWithError, value, valueWithError } from '../words/index.ts'
import type { CaseResults } from '../workers/results.ts'
import type { Dossier } from './dossier.ts'
import type { Shown } from './handout-data.ts'
import { captionOf } from './pages/parts.ts'
import type { RangeRow, RangesChart } from './plain-chart.ts'

/** Every outcome of every strategy: from where to where it lies, with errors. */
export async function strategiesTold(dossier: Dossier): Promise<Shown<RangesChart>[]> {
  const found: Shown<RangesChart>[] = []
  for (const outcome of market.outcomes) {
    if (outcome.kind === 'number') found.push(await outcomeTold(dossier, outcome))
  }
  return found
}

async function outcomeTold(dossier: Dossier, outcome: NumberOutcome): Promise<Shown<RangesChart>> {
  const results = await dossier.results()
  const where: Where = outcome.onlyIf === 'met' ? 'condition' : 'all'
  const isThere = ({ summary }: CaseResults) => where === 'all' || summary.condition.count > 0
  const cases = results.cases.filter(isThere)
  const { signal } = dossier.options
  const request = {
    cases: cases.map(({ strategy, scenario }) => ({ strategy, scenario })),
    outcome: outcome.id,
    selection: selectionOf(where, ALL),
    quantiles: [0.1, 0.5, 0.9],
    targets: [
      { at: 0, side: 'atLeast' as const },
      { at: 0, side: 'atMost' as const },
    ],
  }
  const readings =
    cases.length === 0
      ? []
      : await dossier.runner.ask('readings', results, request, signal ? { signal } : {})
  const labels = cases.map(({ strategy }) => dossier.labelOf(strategy))
  const rows = cases.map((one, at) => rowOf(outcome, where, one, labels[at], readings[at]))
  const futures = where === 'condition' ? 'futures in which the deal closes' : 'futures'
  return {
    id: outcome.id,
    label: outcome.label,
    title: titleOf(outcome, rows),
    measure: `${outcome.description.replace(/\.$/, '')}. Of ${futures}: from where 10% are below to where 90% are, with the middle one and the average.`,
    caption: captionOf(dossier, results),
    chart: {
      kind: 'ranges',
      axis: outcome.label,
      unit: outcome.unit,
      together: true,
      rows,
    },
    table: tableOf(outcome, where, cases, readings, labels),
  }
}

function rowOf(
  { id, unit }: NumberOutcome,
  where: Where,
  { summary }: CaseResults,
  label: string,
  { quantiles }: Readings,
): RangeRow {
  const [low, middle, high] = quantiles.map((one) => ({
    value: one.value,
    text: value(one.value, unit),
  }))
  const mean = meanOf(summary, id, where)
  const text = valueWithError(mean.value, mean.error, unit)
  return { label, low, middle, high, mean: { ...mean, text } }
}

/** From the lowest average to the highest. */
function titleOf({ label }: NumberOutcome, rows: readonly RangeRow[]): string {
  const means = rows.flatMap(({ mean, label: name }) => (mean ? [{ ...mean, name }] : []))
  const sorted = means.toSorted((a, b) => a.value - b.value)
  const [first] = sorted
  const last = sorted[sorted.length - 1]
  if (!first || !last) return `${label}: there is none with any strategy`
  if (first.text === last.text) return `${label}: ${first.text} on average with every strategy`
  return `${label}: on average from ${first.text} (${first.name}) to ${last.text} (${last.name})`
}

function tableOf(
  { unit, better, id }: NumberOutcome,
  where: Where,
  cases: readonly CaseResults[],
  readings: readonly Readings[],
  labels: readonly string[],
): Shown<RangesChart>['table'] {
  const isLower = better === 'lower'
  const risk = better === 'neutral' ? [] : [isLower ? 'Futures above 0' : 'Futures below 0']
  return {
    columns: ['Strategy', 'Average', '10% below', '50% below', '90% below', ...risk, 'Deal closes'],
    rows: cases.map(({ summary }, at): Cell[] => {
      const { quantiles, chances } = readings[at]
      const mean = meanOf(summary, id, where)
      const within = chances[isLower ? 1 : 0]
      const lost = 1 - within.value
      return [
        labels[at],
        amount(valueWithError(mean.value, mean.error, unit), mean.value),
        ...quantiles.map((one) => amount(valueWithError(one.value, one.error, unit), one.value)),
        ...risk.map(() => amount(chanceWithError(lost, within.error), lost)),
        amount(chance(summary.condition.fraction), summary.condition.fraction),
      ]
    }),
  }
}
