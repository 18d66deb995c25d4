import type { QuantileField } from '../../engine/statistics/index.ts'
import type { Estimate } from '../../findings/estimates.ts'
import { hasFigure, meanOf, type StrategyRow } from '../../findings/strategy-rows.ts'
import { termLines } from '../../findings/terms.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import { whereWords } from '../../findings/where.ts'
import { HEADLINE, market, rowFigures, vantages } from '../../study/model.ts'
import {
  capital,
  chance,
  chanceWithError,
  differenceWithError,
  value,
  valueWithError,
} from '../../words/index.ts'
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
  const loss = await lossOf(dossier, chosen)
  return {
    id: 'question',
    name: pageNames.question,
    headline: await headlineOf(dossier, chosen),
    measure: `${askedWords(dossier)} ${outcome.label}: from where 10% of ${whereWords(counted).counted} are below to where 90% are, with the middle one and the average.`,
    numbers: numbersOf(dossier, chosen),
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
    lines: riskWords(dossier, chosen, loss),
    caption: captionOf(dossier, await dossier.results()),
    note:
      sight.chosen === sight.rival
        ? `${chosen.label} is the only strategy here: there is none to compare it with. Terms are decisions; beliefs are what nobody decides. ± is the simulation’s error alone.`
        : `The question is ${chosen.label} against ${dossier.labelOf(sight.rival)}. Terms are decisions; beliefs are what nobody decides. ± is the simulation’s error alone.`,
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

/** What is asked, from when it is seen, and in which scenario. */
function askedWords(dossier: Dossier): string {
  const { sight, plan, scenarioLabel } = dossier
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  const which = [...new Set([sight.chosen, sight.rival])].map((id) => dossier.labelOf(id))
  const asked = which.length > 1 ? which.join(' or ') : `what ${which[0]} comes to`
  // What its label says after a colon is known to whoever asks.
  const when = vantage.replace(/:.*$/s, '')
  return `The question: ${asked}, seen from ${when}, in “${scenarioLabel}”.`
}

/** What a committee asks of the chosen strategy: the average, and what it gains and ties up. */
function numbersOf({ outcome, counted }: Dossier, chosen: StrategyRow): PageNumber[] {
  if (!hasFigure(outcome, chosen)) return []
  const { mean, meanText, summary, isReference } = chosen
  const asked = rowFigures.filter(
    ({ id, outcome: of }) => of !== outcome.id && (id !== 'cash' || outcome.id === HEADLINE),
  )
  const over = `, ${whereWords(counted).heading}`
  const further = isReference ? [] : asked.toReversed()
  return [
    {
      label: `${capital(measureOf(outcome))} on average${over}`,
      text: meanText,
      value: mean.value,
      error: mean.error,
      figure: 'mean',
    },
    ...further.map(({ label, outcome: id }) => {
      const found = meanOf(summary, id, counted)
      return { label: label + over, text: figureWords(id, found), ...found }
    }),
  ]
}

/** A further figure with its error; a gain of a share is told in points. */
function figureWords(id: string, { value: mean, error }: Estimate): string {
  const found = market.outcomes.find((one) => one.id === id)
  const unit = found?.kind === 'number' ? found.unit : ''
  return unit === 'fraction'
    ? differenceWithError(mean, error, unit)
    : valueWithError(mean, error, unit)
}

/** How often it goes wrong, and how often there is a deal at all. */
function riskWords({ outcome }: Dossier, chosen: StrategyRow, loss: Estimate | null): string[] {
  const { closes, isReference } = chosen
  const deal = closes === 1 ? 'in every one' : closes === 0 ? 'in none' : `in ${chance(closes)}`
  const below =
    loss &&
    `In ${chanceWithError(loss.value, loss.error)} of all futures ${measureOf(outcome)} is below 0`
  if (isReference) return below && loss.value > 0 ? [`${below}.`] : []
  if (!below)
    return [
      `The deal closes ${deal === 'in every one' ? 'in every future' : `${deal} of all futures`}.`,
    ]
  const also = closes < 1 ? ', also counting those in which nothing closes' : ''
  return [`${below}${also}; the deal closes ${deal}.`]
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
