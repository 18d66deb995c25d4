import { type Forecast, forecastOf202610, market, wordsAt } from '../study/model.ts'
import {
  commas,
  count,
  dayOf,
  fixed,
  fixedPercent,
  isShare,
  listed,
  unitText,
} from '../words/index.ts'
import { amount, type Finding } from './finding.ts'
import { vantageWords } from './vantage-words.ts'

/** What was foreseen of quarters that had not been printed, as it was written down. */
export function forecastOnRecord(): Finding {
  const { vantage, known, model, strategy, seed, trials, figures } = forecastOf202610
  const quarters = [...new Set(figures.map(({ quarter }) => quarter))]
  const seen = vantageWords(vantage)
  const under = market.strategies.find(({ id }) => id === strategy)
  const deal = under ? wordsAt(under, vantage).label : strategy
  return {
    id: 'forecast-on-record',
    title: `On record: what ${seen} foresees for ${listed(quarters)}`,
    measure: `Written down with what was known on ${dayOf(known)}, under “${deal}”: ${count(trials)} futures, seed ${seed}, model ${model}.`,
    caption: 'Kept from changing by a test, to be scored when the quarters are printed.',
    table: () => ({
      columns: ['Figure', 'Quarter', '5% below', '25% below', 'Median', '75% below', '95% below'],
      rows: figures.map((one) => rowOf(one)),
    }),
    marks: null,
  }
}

function rowOf({ series, quarter, ...bands }: Forecast) {
  const { label = series, unit = '' } = market.series.find(({ id }) => id === series) ?? {}
  const written = (x: number) => (isShare(unit) ? fixedPercent(x, 1) : fixed(x, 1))
  const { p5, p25, p50, p75, p95 } = bands
  return [
    isShare(unit) ? label : commas([label, unitText(unit)]),
    quarter,
    ...[p5, p25, p50, p75, p95].map((p) => amount(written(p), p)),
  ]
}
