import type { RangeRow, RangesChart } from '../../../dossier/plain-chart.ts'
import { niceAxis } from './axis.ts'
import {
  AFTER_BANDS,
  type Band,
  bandCells,
  bandHeads,
  bandsPlot,
  type Marks,
  overPlot,
} from './bands.ts'
import type { Frame, OfficeChart } from './chart.ts'
import { boxOf, categoryAxis, chartXml, formatOf, overAxes, valueAxis } from './chart-xml.ts'
import { look } from './look.ts'
import { rowNames } from './row-names.ts'
import { textEms } from './text-fit.ts'

const SIZE = 12
const MEAN = AFTER_BANDS
const ERROR = MEAN + 1
const END = MEAN + 2

/** Ranges on one scale, each with its average and its error. */
export function rangesChart({ rows, axis, unit }: RangesChart, frame: Frame): OfficeChart {
  const labels = rows.map(({ label }) => label)
  const { names, width } = rowNames(labels, SIZE, frame.w * 0.34)
  const bands = rows.map(bandOf)
  const texts = rows.map(({ mean, middle }) => (mean ?? middle).text)
  const ends = rows.map(({ high, mean }) => Math.max(0, high.value, mean?.value ?? high.value))
  const hasMeans = rows.some(({ mean }) => mean)
  const margins = { left: width, top: 0.05, right: 0.15, bottom: 0.65 }
  const values = [...bands.map(({ low }) => low), ...ends]
  const scale = scaleFor(values, texts, frame.w - width - margins.right)
  const format = formatOf(unit, scale.step)
  const shades = { light: look.accentMid, dark: look.accent }
  const written = { head: HEADS[END], column: END, values: ends, texts, size: SIZE }
  return {
    xml: chartXml(
      bandsPlot(bands, names, shades) + overPlot(hasMeans ? [marksOf(rows)] : [], written, names),
      categoryAxis({ side: 'l', first: 'top', size: SIZE }) +
        valueAxis(scale, { side: 'b', format, title: axis, atEnd: true }) +
        overAxes(scale),
      boxOf(frame, margins),
    ),
    sheet: [
      HEADS,
      ...rows.map(({ mean }, at) => {
        const figures = [mean?.value ?? null, mean?.error ?? null, ends[at]]
        return [names[at], ...bandCells(bands[at], at + 2), ...figures]
      }),
    ],
    key: hasMeans ? KEYS.withMeans : KEYS.without,
  }
}

const HEADS = ['', ...bandHeads, 'Average', 'Standard error', 'Where the figure stands']
const KEYS = {
  withMeans:
    'Bar: 8 of 10 futures; the colour changes at the middle one. Black mark and figure: average ± one standard error.',
  without:
    'Bar: 8 of 10 futures; the colour changes at the middle one, whose figure stands beside it.',
}

function bandOf({ low, middle, high }: RangeRow): Band {
  return { low: low.value, middle: middle.value, high: high.value }
}

/** The averages with their errors. */
function marksOf(rows: readonly RangeRow[]): Marks {
  const errors = { column: ERROR, values: rows.map(({ mean }) => mean?.error ?? 0) }
  return {
    head: HEADS[MEAN],
    column: MEAN,
    values: rows.map(({ mean }) => mean?.value ?? null),
    plus: errors,
    minus: errors,
    colour: look.ink,
  }
}

/** An axis that leaves room for the figures to the right of the ranges. */
function scaleFor(values: readonly number[], texts: readonly string[], inches: number) {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const label = Math.max(0, ...texts.map((text) => (textEms(text) * SIZE) / 72)) + 0.2
  const beyond = ((high - low || 1) * label) / Math.max(inches * 0.4, inches - label)
  return niceAxis([low, high + beyond])
}
