import type { BarsChart, BarSeries } from '../../../dossier/plain-chart.ts'
import { niceAxis } from './axis.ts'
import type { Frame, OfficeChart } from './chart.ts'
import {
  barPlot,
  barSeries,
  boxOf,
  categoriesXml,
  categoryAxis,
  chartXml,
  errorBarsXml,
  fillXml,
  formatOf,
  labelsXml,
  legendXml,
  lineXml,
  numbersXml,
  seriesHead,
  valueAxis,
} from './chart-xml.ts'
import { look, seriesColours } from './look.ts'
import { rowNames } from './row-names.ts'
import type { Sheet } from './sheet.ts'
import { shortened, textEms } from './text-fit.ts'

const NAMES = 12
/** Labels are no higher than their bars, within these sizes. */
const LABELS = { most: 11, least: 8 }
/** A name in the legend, in ems. */
const LONGEST = 22
const TITLE = 0.34
const AXIS = 0.3
const LEGEND = 0.4

/** Bars that lie, one below the other, each with its error and the words of its figure. */
export function barsChart(chart: BarsChart, frame: Frame): OfficeChart {
  const { categories, series, unit, axis } = chart
  const { names, width } = rowNames(categories, NAMES, frame.w * 0.34)
  const isOne = series.length === 1
  const gap = isOne ? 60 : 15
  const margins = { left: width, top: isOne ? 0.05 : LEGEND, right: 0.15, bottom: TITLE + AXIS }
  const pitch = (frame.h - margins.top - margins.bottom) / categories.length
  const bar = (pitch / (series.length + gap / 100)) * 72
  const size = Math.max(LABELS.least, Math.min(LABELS.most, Math.floor(bar)))
  const scale = scaleFor(chart, frame.w - width - margins.right, size)
  const format = formatOf(unit, scale.step)
  const bars = series.map((one, at) => seriesXml(one, at, names, size))
  return {
    xml: chartXml(
      barPlot(bars, { direction: 'bar', gap }),
      categoryAxis({ side: 'l', first: 'top', size: NAMES }) +
        valueAxis(scale, { side: 'b', format, title: axis, atEnd: true }),
      boxOf(frame, margins),
      isOne ? '' : legendXml(),
    ),
    sheet: sheetOf(chart, names),
    key: series.some(({ errors }) => errors?.some((error) => error))
      ? 'Thin black line: one standard error of the simulation either way.'
      : '',
  }
}

function seriesXml(
  { label, bars, errors }: BarSeries,
  at: number,
  names: readonly string[],
  size: number,
): string {
  const column = 1 + at * 2
  const lengths = bars.map((_, row) => errors?.[row] ?? 0)
  const columns = { plus: column + 1, minus: column + 1 }
  const line = lineXml(look.ink, 1.25)
  const error = lengths.some((length) => length > 0)
    ? errorBarsXml('both', columns, { plus: lengths, minus: lengths }, line, true)
    : ''
  const texts = bars.map((one) => one?.text ?? null)
  const values = bars.map((one) => one?.value ?? null)
  return barSeries(
    seriesHead(at, column, shortened(label, LONGEST)),
    fillXml(seriesColours[at] ?? look.grey),
    labelsXml(texts, size, look.ink) + error,
    categoriesXml(names),
    numbersXml(column, values),
  )
}

/** A column of figures and one of errors for each series. */
function sheetOf({ series }: BarsChart, names: readonly string[]): Sheet {
  const heads = series.flatMap(({ label }) => {
    const name = shortened(label, LONGEST)
    return [name, `${name}: standard error`]
  })
  return [
    ['', ...heads],
    ...names.map((name, row) => [
      name,
      ...series.flatMap(({ bars, errors }) => [bars[row]?.value ?? null, errors?.[row] ?? null]),
    ]),
  ]
}

/** An axis that leaves room beyond the bars for their words. */
function scaleFor({ series }: BarsChart, inches: number, size: number) {
  const ends = series.flatMap(({ bars, errors }) =>
    bars.flatMap((bar, row) => {
      const error = errors?.[row] ?? 0
      return bar ? [{ ...bar, low: bar.value - error, high: bar.value + error }] : []
    }),
  )
  const low = Math.min(0, ...ends.map((end) => end.low))
  const high = Math.max(0, ...ends.map((end) => end.high))
  const label = Math.max(0, ...ends.map(({ text }) => (textEms(text) * size) / 72)) + 0.2
  const sides = (low < 0 ? 1 : 0) + (high > 0 ? 1 : 0)
  // So many units beyond the bars are as wide as the widest label.
  const beyond = ((high - low || 1) * label) / Math.max(inches * 0.3, inches - sides * label)
  return niceAxis([low < 0 ? low - beyond : 0, high > 0 || low === 0 ? high + beyond : 0])
}
