import { comparisons, type Forecast, forecastOf202610, market, wordsAt } from '../study/model.ts'
import {
  commas,
  counted,
  dayOf,
  fixed,
  fixedPercent,
  isShare,
  listed,
  sentences,
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
    measure: `Written down with what was known on ${dayOf(known)}, under “${deal}”: ${counted(trials, 'future')}, seed ${seed}, model ${model}.`,
    caption: sentences([
      'Kept from changing by a test, to be scored here, beside the hindcasts, when the quarters are printed',
      unscoredWords(figures),
    ]),
    table: () => ({
      columns: ['Figure', 'Quarter', 'P5', 'P25', 'Median', 'P75', 'P95'],
      rows: figures.map((one) => rowOf(one)),
    }),
    marks: null,
  }
}

/** Which figures are foreseen and will be shown beside what comes, but not scored. */
function unscoredWords(figures: readonly Forecast[]): string {
  const unscored = comparisons.filter(
    ({ series, scored }) => !scored && figures.some((one) => one.series === series),
  )
  const labels = unscored.map(
    ({ series }) => market.series.find(({ id }) => id === series)?.label ?? series,
  )
  return labels.length === 0
    ? ''
    : `${listed(labels)} will be shown and not scored: what is printed is defined otherwise`
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
