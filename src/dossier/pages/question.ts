import type { QuantileField } from '../../engine/statistics/index.ts'
import { hasFigure, type StrategyRow } from '../../findings/strategy-rows.ts'
import { termLines } from '../../findings/terms.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import { whereWords } from '../../findings/where.ts'
import { HEADLINE, market } from '../../study/model.ts'
import { capital, chance, chanceWithError, value, valueWithError } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { type Page, pageNames, type PageNumber } from '../page.ts'
import type { RangeRow } from '../plain-chart.ts'
import { captionOf, chosenRow, lossOf, noFigureWords, resolvedLevers, summaryOf } from './parts.ts'

/** The question, the terms of the chosen strategy, and how all strategies lie beside each other. */
export async function questionPage(dossier: Dossier): Promise<Page> {
  const { outcome, sight, counted } = dossier
  const chosen = await chosenRow(dossier)
  const rows = (await dossier.rows()).filter((row) => hasFigure(outcome, row))
  const terms = termLines(market.levers, resolvedLevers(dossier, chosen.id), null)
  const over = counted === 'all' ? '' : ` Counted: ${whereWords(counted).counted}.`
  return {
    id: 'question',
    name: pageNames.question,
    headline: await headlineOf(dossier, chosen),
    measure: `${outcome.label}, ${dossier.scenarioLabel}: from where 10% of futures are below to where 90% are, with the middle one and the average.${over}`,
    numbers: await numbersOf(dossier, chosen),
    chart:
      rows.length === 0
        ? null
        : {
            kind: 'ranges',
            axis: outcome.label,
            unit: outcome.unit,
            together: true,
            rows: rows.map((row) => rangeOf(dossier, row)),
          },
    table: {
      columns: ['Term', chosen.label],
      rows: terms.map(({ label, text }) => [label, text]),
    },
    lines: [],
    caption: captionOf(dossier, await dossier.results()),
    note:
      sight.chosen === sight.rival
        ? `${chosen.label} is the only strategy here: there is none to compare it with. Terms are decisions, beliefs are on the next page. ± is the simulation’s error alone.`
        : `The question is ${chosen.label} against ${dossier.labelOf(sight.rival)}. Terms are decisions, beliefs are on the next page. ± is the simulation’s error alone.`,
  }
}

/** Which is best, where that is asked of the outcome; else what the chosen strategy comes to. */
async function headlineOf(dossier: Dossier, chosen: StrategyRow): Promise<string> {
  const { outcome } = dossier
  const choice = outcome.id === HEADLINE ? await dossier.choice() : null
  const none = noFigureWords(outcome, chosen)
  if (none) return none
  if (choice && choice.choice.kind !== 'alone') return withoutStop(choice.headline)
  return `${chosen.label}: ${measureOf(outcome)} ${chosen.meanText} on average`
}

async function numbersOf(dossier: Dossier, chosen: StrategyRow): Promise<PageNumber[]> {
  const { outcome } = dossier
  const loss = await lossOf(dossier, chosen)
  const { closes, mean, meanText } = chosen
  return [
    ...(hasFigure(outcome, chosen)
      ? [
          {
            label: `${capital(measureOf(outcome))} on average`,
            text: meanText,
            value: mean.value,
            error: mean.error,
            figure: 'mean' as const,
          },
        ]
      : []),
    ...(loss
      ? [
          {
            label: 'Futures below 0',
            text: chanceWithError(loss.value, loss.error),
            value: loss.value,
            error: loss.error,
          },
        ]
      : []),
    ...(chosen.isReference
      ? []
      : [{ label: 'The deal closes', text: chance(closes), value: closes, error: null }]),
  ]
}

/** How the outcome lies with one strategy. */
function rangeOf({ outcome }: Dossier, row: StrategyRow): RangeRow {
  const found = summaryOf(row, outcome)
  const at = (field: QuantileField) => ({
    value: found[field],
    text: value(found[field], outcome.unit),
  })
  const { value: mean, error } = row.mean
  return {
    label: row.label,
    low: at('p10'),
    middle: at('p50'),
    high: at('p90'),
    mean: { value: mean, text: valueWithError(mean, error, outcome.unit), error },
  }
}

/** A headline of one sentence ends without a full stop. */
function withoutStop(headline: string): string {
  return headline.includes('. ') ? headline : headline.replace(/\.$/, '')
}
