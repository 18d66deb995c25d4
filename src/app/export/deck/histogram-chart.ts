import type { HistogramChart } from '../../../dossier/plain-chart.ts'
import { commas, figure, isShare, unitText } from '../../../words/index.ts'
import { niceAxis } from './axis.ts'
import type { Frame, OfficeChart } from './chart.ts'
import {
  barPlot,
  barSeries,
  boxOf,
  categoriesXml,
  categoryAxis,
  chartXml,
  fillXml,
  formatOf,
  lineXml,
  noLabels,
  numbersXml,
  seriesHead,
  valueAxis,
} from './chart-xml.ts'
import { histogramReading } from './histogram-reading.ts'
import { look } from './look.ts'

/** How many futures lie where, below and above what counts as nothing. */
export function histogramChart(chart: HistogramChart, frame: Frame): OfficeChart {
  const { edges, shares, axis, unit } = chart
  const names = namesOf(chart)
  const unitWords = isShare(unit) ? 'points' : unitText(unit)
  const title = `${commas([axis, unitWords])}: middle of each bar`
  const parts = partsOf(chart)
  const cat = categoriesXml(names)
  const bars = parts.map(({ name, colour, values }, at) =>
    barSeries(
      seriesHead(at, at + 1, name),
      fillXml(colour) + lineXml('FFFFFF', 0.5),
      noLabels,
      cat,
      numbersXml(at + 1, values),
    ),
  )
  const scale = niceAxis([0, ...shares], 5)
  const format = formatOf('fraction', scale.step)
  return {
    xml: chartXml(
      barPlot(bars, { direction: 'col', gap: 0, isOverlapping: true }),
      categoryAxis({ side: 'b', first: 'left', every: 5, size: 9, title }) +
        valueAxis(scale, { side: 'l', format, title: 'Share of futures' }),
      boxOf(frame, { left: 0.9, top: 0.1, right: 0.15, bottom: 0.75 }),
    ),
    sheet: [
      ['', ...parts.map(({ name }) => name), 'From', 'To'],
      ...names.map((name, at) => {
        return [name, ...parts.map(({ values }) => values[at]), edges[at], edges[at + 1]]
      }),
    ],
    key: histogramReading(chart),
  }
}

/** The middle of each bar, short enough to stand under it: to about its width, without the unit. */
function namesOf({ edges, shares, unit }: HistogramChart): string[] {
  const width = (edges[1] - edges[0]) * 1.5
  return shares.map((_, at) => {
    const middle = (edges[at] + edges[at + 1]) / 2
    return isShare(unit) ? figure(middle * 100, 'points', width * 100) : figure(middle, unit, width)
  })
}

/** The bars below 0, the one that holds it, and those above, each in its colour. */
function partsOf({ edges, shares, zero, better }: HistogramChart) {
  const kinds = shares.map((_, at) => {
    if (edges[at + 1] <= zero) return 'Below 0'
    return edges[at] >= zero ? 'Above 0' : 'About 0'
  })
  const [above, below] = better === 'below' ? [look.rival, look.accent] : [look.accent, look.rival]
  const colours = { 'Below 0': below, 'About 0': look.grey, 'Above 0': above }
  return (['Below 0', 'About 0', 'Above 0'] as const).map((name) => ({
    name,
    colour: colours[name],
    values: shares.map((share, at) => (kinds[at] === name ? share : null)),
  }))
}
