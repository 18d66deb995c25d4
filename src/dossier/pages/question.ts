import { termLines } from '../../findings/terms.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import type { QuantileField } from '../../engine/statistics/index.ts'
import { chance, capital, value, valueWithError } from '../../words/index.ts'
import { market } from '../../study/model.ts'
import type { Dossier } from '../dossier.ts'
import type { Page, PageNumber } from '../page.ts'
import { captionOf, resolvedLevers } from './parts.ts'

/** The question, the terms of the chosen strategy, and how all strategies lie beside each other. */
export async function questionPage(dossier: Dossier): Promise<Page> {
  const { outcome, sight } = dossier
  const [rows, choice] = [await dossier.rows(), await dossier.choice()]
  const chosen = rows.find(({ id }) => id === sight.chosen) ?? rows[0]
  const summary = chosen.summary.outcomes[outcome.id]
  const { unit } = outcome
  const name = capital(measureOf(outcome))
  const terms = termLines(market.levers, resolvedLevers(dossier, chosen.id), null)
  const numbers: PageNumber[] = [
    {
      label: `${name} on average`,
      text: chosen.meanText,
      value: chosen.mean.value,
      error: chosen.mean.error,
    },
    ...(outcome.better === 'neutral'
      ? []
      : [
          {
            label: outcome.better === 'lower' ? 'Futures above 0' : 'Futures below 0',
            text: chance(lossOf(summary, outcome.better)),
            value: lossOf(summary, outcome.better),
            error: null,
          },
        ]),
    { label: 'The deal closes', text: chance(chosen.closes), value: chosen.closes, error: null },
  ]
  return {
    id: 'question',
    name: 'Question and terms',
    headline:
      choice && outcome.id === 'npv'
        ? choice.headline
        : `${chosen.label}: ${name} ${chosen.meanText}`,
    measure: `${outcome.label}, ${dossier.scenarioLabel}: from where 10% of futures are below to where 90% are, with the middle one and the average.`,
    numbers,
    chart: {
      kind: 'ranges',
      axis: outcome.label,
      unit,
      together: true,
      rows: rows.map((row) => {
        const { [outcome.id]: found } = row.summary.outcomes
        const at = (field: QuantileField) => ({
          value: found[field],
          text: value(found[field], unit),
        })
        return {
          label: row.label,
          low: at('p10'),
          middle: at('p50'),
          high: at('p90'),
          mean: {
            value: row.mean.value,
            text: valueWithError(row.mean.value, row.mean.error, unit),
            error: row.mean.error,
          },
        }
      }),
    },
    table: {
      columns: ['Term', chosen.label],
      rows: terms.map(({ label, text }) => [label, text]),
    },
    lines: [],
    caption: captionOf(dossier, await dossier.results()),
    note: `The question is ${chosen.label} against ${dossier.labelOf(sight.rival)}. Terms are decisions, beliefs are on the next page. ± is the simulation’s error alone.`,
  }
}

function lossOf(
  { below0, at0 }: { readonly below0: number; readonly at0: number },
  better: 'higher' | 'lower',
): number {
  return better === 'lower' ? 1 - below0 - at0 : below0
}
