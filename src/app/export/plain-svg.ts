import type { PlainChart } from '../../dossier/plain-chart.ts'
import { escaped } from './deck/escape.ts'
import { histogramReading } from './deck/histogram-reading.ts'
import { ownScaleReading } from './deck/range-rows.ts'
import { drawFan, drawHistogram } from './deck/svg-plots.ts'
import { drawBars, drawRanges } from './deck/svg-rows.ts'
import type { Drawing } from './deck/svg-parts.ts'

const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif"

/**
 * A plain chart as SVG, drawn without a page: text is text, colours are written out, nothing is
 * referred to.
 *
 * @param about what it shows, for those who do not see it
 * @param width in pixels; the height follows from what is drawn
 */
export function plainSvg(chart: PlainChart, about: string, width = 720): string {
  const { marks, height } = drawn(chart, width)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" font-size="12" role="img" aria-label="${escaped(about)}">${marks.join('')}</svg>`
}

/** How to read a chart, in a sentence. */
export function readingOf(chart: PlainChart): string {
  switch (chart.kind) {
    case 'bars':
      return chart.series.some(({ errors }) => errors?.some((error) => error))
        ? 'Black line: one standard error of the simulation either way.'
        : ''
    case 'ranges':
      return chart.together
        ? 'Bar: 8 of 10 futures; the colour changes at the middle one. Black mark and figure: average ± one standard error.'
        : ownScaleReading(chart.rows)
    case 'fan':
      return 'Dark: half of all futures. Pale: nine of ten. Lines: the middle future, quarter by quarter; no single future runs along it.'
    case 'histogram':
      return histogramReading(chart)
  }
}

function drawn(chart: PlainChart, width: number): Drawing {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart, width)
    case 'ranges':
      return drawRanges(chart, width)
    case 'fan':
      return drawFan(chart, width)
    case 'histogram':
      return drawHistogram(chart, width)
  }
}
